package org.pressmark.model;

/**
 * Where a record lies: reading {@code length} bytes at {@code offset} gives the whole record, one gzip member where the
 * file is compressed.
 *
 * @param file the WARC file's name within the archive folder, no path, e.g.
 *     {@code pressmark-20261122T101500Z-00000-4f1c.warc.gz}
 * @param offset in bytes, as stored
 * @param length in bytes, as stored
 */
public record RecordLocation(String file, long offset, long length) {
    public RecordLocation {
        if (file.isEmpty() || file.indexOf('/') >= 0 || file.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("expected a file name without a path, found: " + file);
        }
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "expected an offset and length of 0 or more, found: " + offset + ", " + length);
        }
    }
}
