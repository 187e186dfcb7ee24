package org.pressmark.extract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** The decoded page, and the way from its characters back to the stored bytes. */
final class Source {
    private final String text;

    private Source(String text) {
        this.text = text;
    }

    static Source decode(byte[] payload, Optional<String> contentType) {
        return new Source(new String(payload, StandardCharsets.UTF_8));
    }

    String text() {
        return text;
    }

    /** What was odd about the bytes. */
    List<Field> notes() {
        return List.of();
    }

    /** The place of some characters; out-of-range positions are drawn in. */
    Place place(int start, int end, String selector) {
        int from = Math.max(0, Math.min(start, text.length()));
        int to = Math.max(from, Math.min(end, text.length()));
        return new Place(from, to, from, to, selector);
    }
}
