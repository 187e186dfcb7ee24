package org.pressmark.model;

import java.time.Instant;
import java.util.List;

/**
 * What an evidence package says of a capture, for a report.
 *
 * @param capture the capture
 * @param software that made the package
 * @param made when
 * @param logged when the log was told of the capture, as the log says
 * @param entered how: at once, from an imported file, or later, as the log words it
 * @param leaf its number in the log
 * @param leaves how many leaves the checkpoint signs
 * @param root the checkpoint's root, base64
 * @param origin the log's name
 * @param keys fingerprints of the log's keys, the one that signed last
 * @param records the records in the package
 */
public record Custody(
        Capture capture,
        String software,
        Instant made,
        String logged,
        String entered,
        long leaf,
        long leaves,
        String root,
        String origin,
        List<String> keys,
        List<Item> records) {
    /**
     * A record in the package.
     *
     * @param file its name in the package
     * @param block SHA-256 of its block, hexadecimal
     * @param stored SHA-256 of its bytes as stored
     * @param payload SHA-256 of its payload without transfer coding; empty text where the log says none
     */
    public record Item(
            String file, String type, String id, RecordLocation place, String block, String stored, String payload) {}

    public Custody {
        keys = List.copyOf(keys);
        records = List.copyOf(records);
    }
}
