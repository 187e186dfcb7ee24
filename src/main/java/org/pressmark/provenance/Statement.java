package org.pressmark.provenance;

import org.pressmark.model.Claim;

/**
 * A claim that names a source, as a rule weighs it.
 *
 * @param child the text whose page makes the claim
 * @param rule {@code A1} … {@code A4}
 * @param weight log-odds that the named one is an ancestor
 * @param words one neutral sentence with the page's exact words
 */
record Statement(Copy child, Claim claim, String rule, double weight, String words) {}
