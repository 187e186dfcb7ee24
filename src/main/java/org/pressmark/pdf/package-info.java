/**
 * PDF documents: their bytes to the text that a reader sees, page by page, within bounds of time and memory whatever the bytes
 * are. It never draws, runs or follows anything.
 */
@NullMarked
package org.pressmark.pdf;

import org.jspecify.annotations.NullMarked;
