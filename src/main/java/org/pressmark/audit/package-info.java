/**
 * The independent checker: reads WARC and ARC files with its own code, recomputes every digest and sets what it finds
 * against the index and against the archive's signed log. It shares nothing with the code that writes them, and never repairs.
 */
@NullMarked
package org.pressmark.audit;

import org.jspecify.annotations.NullMarked;
