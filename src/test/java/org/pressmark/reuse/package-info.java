/** Facts about text reuse. */
@NullMarked
package org.pressmark.reuse;

import org.jspecify.annotations.NullMarked;
