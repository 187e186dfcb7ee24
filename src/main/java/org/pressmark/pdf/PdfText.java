package org.pressmark.pdf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The text of a PDF document.
 *
 * @param title as its description states it, where it does
 * @param author likewise
 * @param created when it says that it was made, ISO 8601, e.g. {@code 2024-03-01T12:30:00Z}
 * @param paragraphs in reading order as far as the document tells, lines of one paragraph joined
 * @param pages of the document
 * @param problem why the text is missing or cut, in words; empty where it is whole
 */
public record PdfText(
        Optional<String> title,
        Optional<String> author,
        Optional<String> created,
        List<String> paragraphs,
        int pages,
        Optional<String> problem) {
    public PdfText {
        Objects.requireNonNull(title);
        paragraphs = List.copyOf(paragraphs);
    }

    /** Nothing could be read. */
    static PdfText unreadable(String why) {
        return new PdfText(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0, Optional.of(why));
    }
}
