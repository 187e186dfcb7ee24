package org.pressmark.audit;

import java.util.Objects;

/**
 * What an index says of one stored record.
 *
 * @param recordId the WARC-Record-ID without its angle brackets, e.g. {@code urn:uuid:…}; any stable name for an ARC record,
 *     which has none
 * @param file the file's name without a path and without {@code .open}
 * @param offset where the record begins, in stored bytes
 * @param length its length in stored bytes, 0 where the index does not say
 * @param payloadSha256 SHA-256 of the payload, 64 hexadecimal digits in lower case; empty where the index does not say, and
 *     not looked at for a revisit, whose payload lies elsewhere
 */
public record IndexedRecord(String recordId, String file, long offset, long length, String payloadSha256) {
    public IndexedRecord {
        Objects.requireNonNull(recordId);
        Objects.requireNonNull(payloadSha256);
        if (file.isEmpty() || offset < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "expected a file, an offset and a length, found: '" + file + "', " + offset + ", " + length);
        }
    }
}
