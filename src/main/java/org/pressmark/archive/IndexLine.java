package org.pressmark.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.model.Digest;

/**
 * A line of an index that somebody else may have written: key, 14 digits (or 17), and either JSON (CDXJ) or nine further columns (CDX
 * of eleven). The key is not believed: it is made anew from the address.
 *
 * @param stamp the time to the second, 14 digits
 * @param digest of the payload as stated; empty where it is none that can be compared
 * @param offset in the WARC file of the name, as stored
 * @param get false for the answer to another method, which is listed under another address
 */
record IndexLine(
        String url, String stamp, Optional<Digest> digest, String file, long offset, long length, boolean get) {
    private static final String OTHER_METHOD = "__wb_method=";

    /** Empty for a heading. */
    static Optional<IndexLine> read(String line) throws IndexUnusableException {
        if (line.isBlank()
                || line.startsWith("!")
                || line.startsWith("@")
                || line.stripLeading().startsWith("CDX ")) {
            return Optional.empty();
        }
        int key = line.indexOf(' ');
        int brace = line.indexOf('{');
        try {
            return Optional.of(
                    brace > key && key >= 0
                            ? json(
                                    line.substring(0, key),
                                    line.substring(key, brace).strip(),
                                    line.substring(brace))
                            : columns(line.split(" ", -1)));
        } catch (JsonException | NumberFormatException e) {
            throw unusable(line);
        }
    }

    private static IndexLine json(String key, String stamp, String rest) throws IndexUnusableException {
        JsonNode json = Json.parse(rest);
        String method = json.path("method").asText("GET");
        IndexLine line = new IndexLine(
                json.path("url").asText(""),
                toTheSecond(stamp),
                digest(json.path("digest").asText("")),
                json.path("filename").asText(""),
                Long.parseLong(json.path("offset").asText("")),
                Long.parseLong(json.path("length").asText("")),
                method.equalsIgnoreCase("GET") && !json.has("requestBody") && !key.contains(OTHER_METHOD));
        return line.checked();
    }

    private static IndexLine columns(String[] all) throws IndexUnusableException {
        if (all.length != 11) {
            throw unusable(String.join(" ", all));
        }
        boolean get = !all[0].contains(OTHER_METHOD);
        IndexLine line = new IndexLine(
                all[2], all[1], digest(all[5]), all[10], Long.parseLong(all[9]), Long.parseLong(all[8]), get);
        return line.checked();
    }

    /** Browsertrix states milliseconds as well (CDXJ 0.1.0, "timestamp"). */
    private static String toTheSecond(String stamp) {
        return stamp.matches("[0-9]{17}") ? stamp.substring(0, 14) : stamp;
    }

    private IndexLine checked() throws IndexUnusableException {
        if (url.isEmpty() || file.isEmpty() || offset < 0 || length <= 0 || !stamp.matches("[0-9]{14}")) {
            throw unusable(stamp + " " + url);
        }
        return this;
    }

    private static Optional<Digest> digest(String stated) {
        return Digests.parse(stated.indexOf(':') < 0 ? "sha1:" + stated.toUpperCase(Locale.ROOT) : stated);
    }

    private static IndexUnusableException unusable(String line) {
        String shown = line.substring(0, Math.min(line.length(), 80));
        return new IndexUnusableException("expected lines with address, time and place, found '" + shown + "'");
    }

    /** Whether a record's payload is the one that the line states, by what it says of itself or by what it is. */
    boolean states(ScannedRecord record) {
        List<Optional<Digest>> own =
                List.of(record.statedPayloadDigest(), record.payloadSha1(), record.payloadSha256());
        return digest.isEmpty() || own.contains(digest) || own.stream().allMatch(Optional::isEmpty);
    }
}
