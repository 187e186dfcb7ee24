package org.pressmark.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pressmark.markup.SourceText;

/** Changes to a document, by place; everything between them stays as it is stored, byte for byte. */
final class Splices {

    /**
     * One change.
     *
     * @param start first character that goes
     * @param end one past the last
     * @param text what comes instead
     */
    private record Splice(int start, int end, String text) {}

    private final List<Splice> splices = new ArrayList<>();

    void replace(int start, int end, String text) {
        splices.add(new Splice(start, end, text));
    }

    void insert(int at, String text) {
        splices.add(new Splice(at, at, text));
    }

    void delete(int start, int end) {
        splices.add(new Splice(start, end, ""));
    }

    boolean isEmpty() {
        return splices.isEmpty();
    }

    /** In order; of changes that overlap, the one that begins first stays, of those at one place the longest. */
    private List<Splice> inOrder() {
        List<Splice> sorted = new ArrayList<>(splices);
        sorted.sort(Comparator.comparingInt(Splice::start)
                .thenComparing(splice -> splice.start() == splice.end() ? 0 : 1)
                .thenComparing(Comparator.comparingInt(Splice::end).reversed()));
        List<Splice> out = new ArrayList<>(sorted.size());
        int done = 0;
        for (Splice splice : sorted) {
            if (splice.start() >= done) {
                out.add(splice);
                done = splice.end();
            }
        }
        return out;
    }

    /** The document's bytes with the changes, written in the document's own encoding. */
    byte[] applyTo(byte[] payload, SourceText source) {
        Charset charset = source.charset();
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + splices.size() * 64);
        int done = 0;
        for (Splice splice : inOrder()) {
            int start = source.byteOffset(splice.start());
            out.write(payload, done, start - done);
            out.writeBytes(splice.text().getBytes(charset));
            done = splice.start() == splice.end() ? start : source.byteOffset(splice.end());
        }
        out.write(payload, done, payload.length - done);
        return out.toByteArray();
    }

    /** The text with the changes. */
    String applyTo(String text) {
        StringBuilder out = new StringBuilder(text.length() + splices.size() * 64);
        int done = 0;
        for (Splice splice : inOrder()) {
            out.append(text, done, splice.start()).append(splice.text());
            done = splice.end();
        }
        return out.append(text, done, text.length()).toString();
    }
}
