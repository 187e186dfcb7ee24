/** Tests of the house itself: the direction of its arrows, the size of its files, the honesty of its documents. */
@NullMarked
package org.pressmark.house;

import org.jspecify.annotations.NullMarked;
