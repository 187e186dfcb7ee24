/** Tests of claims and chains: the real pair, made-up corpora, and what must never link two texts. */
@NullMarked
package org.pressmark.provenance;

import org.jspecify.annotations.NullMarked;
