package org.pressmark.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pressmark.markup.SourceText;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** The decoded document, and the way from its characters back to the stored bytes. */
final class Source {
    /** Bytes that are read: two for each character that {@link Bounds} lets through, six times the longest of 700 pages. */
    private static final int MOST = 2 * Bounds.LONGEST;

    private final SourceText decoded;
    private final int size;

    private Source(SourceText decoded, int size) {
        this.decoded = decoded;
        this.size = size;
    }

    static Source decode(byte[] payload, Optional<String> contentType) {
        byte[] read = payload.length > MOST ? Arrays.copyOf(payload, MOST) : payload;
        return new Source(SourceText.decode(read, contentType), payload.length);
    }

    /** Bytes of the whole document. */
    int size() {
        return size;
    }

    /** True where there is more of the document than {@link #text}, whose last character may be half a one. */
    boolean cut() {
        return size > MOST;
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
