/** Tests of the independent checker, with files made here byte by byte and damaged on purpose. */
@NullMarked
package org.pressmark.audit;

import org.jspecify.annotations.NullMarked;
