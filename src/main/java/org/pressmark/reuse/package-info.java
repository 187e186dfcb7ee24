/**
 * Text reuse: which texts share passages, by fingerprints of word 5-grams. It measures likeness; it never says who copied
 * whom.
 */
@NullMarked
package org.pressmark.reuse;

import org.jspecify.annotations.NullMarked;
