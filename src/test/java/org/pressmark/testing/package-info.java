/**
 * What tests of every room share: a real local web server that can say anything, right or broken, a proxy, and a clock
 * that is set by hand. Never used by the program itself.
 */
@NullMarked
package org.pressmark.testing;

import org.jspecify.annotations.NullMarked;
