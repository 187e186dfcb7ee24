package org.pressmark.audit;

import java.util.List;
import java.util.Optional;

/**
 * What the index says was read from a capture.
 *
 * @param recordId of the capture, which is no revisit
 * @param text SHA-256 of the folded article text in hexadecimal; empty where it has none
 * @param extractor the name of the rules that read it; empty where there is no text
 * @param claims each as compact JSON, in order
 * @param links each link that says where the text comes from, as compact JSON, in order; empty where no chain is kept of it
 */
public record IndexedText(
        String recordId, Optional<String> text, String extractor, List<String> claims, Optional<List<String>> links) {
    public IndexedText {
        claims = List.copyOf(claims);
        links = links.map(List::copyOf);
    }
}
