@NullMarked
package org.pressmark.pdf;

import org.jspecify.annotations.NullMarked;
