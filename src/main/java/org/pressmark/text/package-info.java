/**
 * Text as readers see it: the fold with its way back to the original characters, tokens, sentences, quotations, and the
 * word lists of {@code config/words}. Pure functions of strings; this package never looks at mark-up, files or articles.
 */
@NullMarked
package org.pressmark.text;

import org.jspecify.annotations.NullMarked;
