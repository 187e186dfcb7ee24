/**
 * The words of the stored articles and where they stand: texts in, and for words the texts that hold them, best first. Knows
 * nothing of captures and databases; never the only place where anything is kept.
 */
@NullMarked
package org.pressmark.search;

import org.jspecify.annotations.NullMarked;
