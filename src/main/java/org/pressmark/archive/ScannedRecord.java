package org.pressmark.archive;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Digest;
import org.pressmark.model.HttpHead;
import org.pressmark.model.LinkWord;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.Truncation;

/**
 * A record of a WARC or ARC file, read through to its end: header fields, HTTP head and digests, but not the bytes.
 *
 * @param version the first line, e.g. {@code WARC/1.1}; {@code ARC/1} for an ARC record
 * @param type the WARC-Type in lower case, e.g. {@code response}; an ARC file's own description is {@code warcinfo}
 * @param recordId the WARC-Record-ID without angle brackets; where a record has none, one made from its address, date and
 *     bytes, the same at every reading
 * @param targetUri the WARC-Target-URI as written, angle brackets dropped
 * @param date the WARC-Date, where there is a readable one
 * @param location where the record lies, in the file that was scanned
 * @param alone true where {@code location} gives this record and no other: false within a gzip member of many records
 * @param fields the header fields in order, as written
 * @param http the HTTP head of the block, where it has one
 * @param payloadSha1 SHA-1 of the payload: of an HTTP block the entity body, chunks joined; else of the block. Empty for
 *     records without a payload and for revisits, whose payload lies elsewhere
 * @param payloadSha256 SHA-256 of the same bytes
 * @param payloadLength their number
 * @param blockFields the fields of an {@code application/warc-fields} block, as in warcinfo and metadata records
 */
public record ScannedRecord(
        String version,
        String type,
        String recordId,
        Optional<String> targetUri,
        Optional<Instant> date,
        RecordLocation location,
        boolean alone,
        List<HttpHead.Header> fields,
        Optional<HttpHead> http,
        Optional<Digest> payloadSha1,
        Optional<Digest> payloadSha256,
        long payloadLength,
        List<HttpHead.Header> blockFields) {
    public ScannedRecord {
        Objects.requireNonNull(type);
        Objects.requireNonNull(recordId);
        Objects.requireNonNull(location);
        fields = List.copyOf(fields);
        blockFields = List.copyOf(blockFields);
    }

    /** The first value of a header field, its name in any letter case. */
    public Optional<String> field(String name) {
        return RecordStart.first(fields, name);
    }

    /** The first value of a field of the block, its name in any letter case. */
    public Optional<String> blockField(String name) {
        return RecordStart.first(blockFields, name);
    }

    /** The record's Content-Type without parameters in lower case, e.g. {@code application/http}; empty text for none. */
    public String blockType() {
        return MediaTypes.base(field("Content-Type").orElse(""));
    }

    /** The payload's media type, lower case, no parameters: of the HTTP head, else of the record; empty text for none. */
    public String mediaType() {
        return http.isPresent()
                ? MediaTypes.base(http.get().first("Content-Type").orElse(""))
                : blockType();
    }

    /** Why the block is incomplete (WARC-Truncated); an unknown word counts as unspecified. */
    public Optional<Truncation> truncated() {
        return field("WARC-Truncated").map(word -> {
            for (Truncation truncation : Truncation.values()) {
                if (truncation.word().equals(word.toLowerCase(Locale.ROOT))) {
                    return truncation;
                }
            }
            return Truncation.UNSPECIFIED;
        });
    }

    /** The record's own statement of its payload's digest, where it is SHA-1 or SHA-256. */
    public Optional<Digest> statedPayloadDigest() {
        return field("WARC-Payload-Digest").flatMap(Digests::parse);
    }

    /** The ids of the records of the same capture, without angle brackets. */
    public List<String> concurrentTo() {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("WARC-Concurrent-To"))
                .map(field -> WarcText.withoutBrackets(field.value()))
                .toList();
    }

    /** The id that WARC-Refers-To names, without angle brackets. */
    public Optional<String> refersTo() {
        return field("WARC-Refers-To").map(WarcText::withoutBrackets);
    }

    /** The same record under another place, as after a file was renamed. */
    ScannedRecord at(RecordLocation place, boolean aloneThere) {
        return new ScannedRecord(
                version,
                type,
                recordId,
                targetUri,
                date,
                place,
                aloneThere,
                fields,
                http,
                payloadSha1,
                payloadSha256,
                payloadLength,
                blockFields);
    }

    /** What a person said of a link, where this record keeps that. */
    public Optional<LinkWord> linkWord() {
        return LinkWords.of(this);
    }
}
