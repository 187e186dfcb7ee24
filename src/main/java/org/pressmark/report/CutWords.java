package org.pressmark.report;

import java.util.Locale;
import org.pressmark.model.Capture;
import org.pressmark.model.Truncation;
import org.pressmark.model.Witness;

/** What is to be said of a copy of which the archive holds only the beginning. */
public final class CutWords {
    private CutWords() {}

    /**
     * One sentence.
     *
     * @param name what the copy is called, e.g. {@code A}
     * @param copy one that was cut short
     */
    public static String of(String name, Witness copy) {
        return of(name, copy.capture().orElseThrow());
    }

    /** The same of a capture. */
    public static String of(String name, Capture capture) {
        return name + ", captured " + capture.date() + ", was cut short then ("
                + reason(capture.truncated().orElse(Truncation.UNSPECIFIED))
                + String.format(
                        Locale.ROOT,
                        "): %,d bytes of it are stored, and what it said beyond them was not seen.",
                        capture.payloadLength());
    }

    private static String reason(Truncation truncation) {
        return "WARC-Truncated: " + truncation.word()
                + switch (truncation) {
                    case LENGTH -> ", longer than what was to be kept";
                    case TIME -> ", the time was up";
                    case DISCONNECT -> ", the connection broke off";
                    case UNSPECIFIED -> "";
                };
    }
}
