package org.pressmark.archive;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Digest;
import org.pressmark.model.HttpHead;
import org.pressmark.model.RecordLocation;

/**
 * The head of a record: its first line and named fields, or an ARC line.
 *
 * @param arc the ARC line, for an ARC record
 * @param length the stated length of the block, −1 where none is stated
 */
record RecordStart(String version, List<HttpHead.Header> fields, Optional<ArcLine> arc, long length) {
    private static final int LARGEST = 1 << 20;

    /** Reads the head; leaves the block unread. Empty where the head does not end, or is larger than any should be. */
    static Optional<RecordStart> read(Lines lines) throws IOException {
        if (!lines.atWarc()) {
            Optional<ArcLine> arc = lines.peekArc();
            if (arc.isPresent()) {
                lines.expectArc();
                lines.line(LARGEST);
            }
            return arc.map(line -> new RecordStart("ARC/1", List.of(), Optional.of(line), line.length()));
        }
        Optional<String> first = lines.line(64);
        Optional<String> text = first.isPresent() ? lines.upToEmptyLine(LARGEST) : Optional.empty();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<HttpHead.Header> fields = WarcText.fields(text.get());
        return Optional.of(new RecordStart(first.orElseThrow().strip(), fields, Optional.empty(), length(fields)));
    }

    /** The record as far as it was read: no digests, and a made-up id where it has none. */
    ScannedRecord described(Optional<HttpHead> http, RecordLocation place) {
        String type = type();
        List<HttpHead.Header> named = fields;
        if (arc.isPresent()) {
            type = arc.get().isFileHeader() ? "warcinfo" : http.isPresent() ? "response" : "resource";
            named = arc.get().fields(type, http.isPresent());
        }
        return new ScannedRecord(
                version,
                type,
                first(named, "WARC-Record-ID").map(WarcText::withoutBrackets).orElse(""),
                first(named, "WARC-Target-URI").map(WarcText::withoutBrackets),
                first(named, "WARC-Date").flatMap(WarcText::date),
                place,
                true,
                named,
                http,
                Optional.empty(),
                Optional.empty(),
                0,
                List.of());
    }

    String type() {
        return field("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    Optional<String> field(String name) {
        return first(fields, name);
    }

    /** The first value of a field, its name in any letter case. */
    static Optional<String> first(List<HttpHead.Header> fields, String name) {
        for (HttpHead.Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    BlockSink.Shape shape() {
        if (arc.isPresent()) {
            return arc.get().isFileHeader() ? BlockSink.Shape.BYTES : BlockSink.Shape.PERHAPS_HTTP;
        }
        String blockType = MediaTypes.base(field("Content-Type").orElse(""));
        boolean mayBeHttp = List.of("response", "revisit", "request").contains(type());
        if (blockType.equals("application/http")) {
            return mayBeHttp ? BlockSink.Shape.HTTP : BlockSink.Shape.BYTES;
        }
        if (blockType.equals("application/warc-fields")
                && List.of("warcinfo", "metadata").contains(type())) {
            return BlockSink.Shape.FIELDS;
        }
        return mayBeHttp && blockType.isEmpty() ? BlockSink.Shape.PERHAPS_HTTP : BlockSink.Shape.BYTES;
    }

    /** True where a payload follows of which no digest is stated. */
    boolean mayLackPayloadDigest() {
        boolean payload = arc.isPresent() || List.of("response", "resource").contains(type());
        return payload && field("WARC-Payload-Digest").isEmpty();
    }

    /** The digest of the block that is stated; SHA-1 is made where none is. */
    Optional<Digest> statedBlockDigest() {
        return field("WARC-Block-Digest").flatMap(Digests::parse);
    }

    private static long length(List<HttpHead.Header> fields) {
        for (HttpHead.Header field : fields) {
            String value = field.value();
            if (field.name().equalsIgnoreCase("Content-Length")
                    && !value.isEmpty()
                    && value.length() <= 18
                    && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Long.parseLong(value);
            }
        }
        return -1;
    }
}
