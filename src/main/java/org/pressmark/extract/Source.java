package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import org.pressmark.markup.SourceText;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** The decoded document, and the way from its characters back to the stored bytes. */
final class Source {
    private final SourceText decoded;

    private Source(SourceText decoded) {
        this.decoded = decoded;
    }

    static Source decode(byte[] payload, Optional<String> contentType) {
        return new Source(SourceText.decode(payload, contentType));
    }

    String text() {
        return decoded.text();
    }

    /** The encoding in which the bytes were read, e.g. {@code UTF-8}. */
    String charset() {
        return decoded.charset().name();
    }

    /** {@code label} where header, document or byte order mark named an encoding, else {@code look}. */
    String decidedBy() {
        return decoded.labelled() && decoded.notes().isEmpty() ? "label" : "look";
    }

    /** What was odd about the bytes. */
    List<Field> notes() {
        return decoded.notes().stream()
                .map(note -> new Field("charset-mislabelled", note, Place.NONE, "note.charset"))
                .toList();
    }

    /** The place of some characters; positions out of range are drawn in. */
    Place place(int start, int end, String selector) {
        int size = decoded.text().length();
        int from = Math.max(0, Math.min(start, size));
        int to = Math.max(from, Math.min(end, size));
        return new Place(from, to, decoded.byteOffset(from), decoded.byteOffset(to), selector);
    }

    /** The place of some characters of plain text. */
    Place place(int start, int end) {
        return place(start, end, "");
    }
}
