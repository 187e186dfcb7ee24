/** Tests of the archive, on real files. */
@NullMarked
package org.pressmark.archive;

import org.jspecify.annotations.NullMarked;
