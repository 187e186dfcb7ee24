package org.pressmark.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pressmark.json.Json;

/**
 * What a leaf says, as canonical JSON (RFC 8785: keys sorted, no white space; numbers are whole). Values are texts, whole
 * numbers, lists and maps of such. Every statement has {@code type}, {@code schema}, {@code subject}, {@code time} (when it
 * was entered) and {@code seq} (its place in the log, from 0); the last two are added on entering.
 *
 * @param type e.g. {@code capture}
 * @param subject whom it is about, by which it is found: a record id, {@code file:NAME}
 * @param facts what it says, by key
 */
public record Statement(String type, String subject, Map<String, Object> facts) {
    private static final int SCHEMA = 1;
    private static final String HEX = "0123456789abcdef";

    public Statement {
        facts = Map.copyOf(facts);
        for (String reserved : List.of("type", "schema", "subject", "time", "seq")) {
            if (facts.containsKey(reserved)) {
                throw new IllegalArgumentException("expected no fact of the name " + reserved);
            }
        }
    }

    /** The bytes of the leaf, without a line end. */
    byte[] leaf(long seq, Instant time) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("type", type);
        all.put("schema", SCHEMA);
        all.put("subject", subject);
        all.put("seq", seq);
        all.put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        return canonical(all).getBytes(StandardCharsets.UTF_8);
    }

    /** The type of a leaf's statement. */
    static String type(byte[] leaf) {
        return read(leaf).path("type").asText();
    }

    /** True where a leaf says just this, wherever it stands and whenever it was entered. */
    boolean isSaidBy(byte[] leaf) {
        JsonNode said = read(leaf);
        long seq = said.path("seq").asLong();
        return Arrays.equals(leaf, leaf(seq, Instant.parse(said.path("time").asText())));
    }

    private static JsonNode read(byte[] leaf) {
        return Json.parse(new String(leaf, StandardCharsets.UTF_8));
    }

    /** The facts alone as canonical JSON, e.g. to be signed. */
    public String canonical() {
        return canonical(facts);
    }

    /** A text as it stands in canonical JSON, without the quotes around it. */
    static String quoted(String text) {
        String json = canonical(text);
        return json.substring(1, json.length() - 1);
    }

    /**
     * Canonical JSON of a value.
     *
     * @throws IllegalArgumentException for anything but texts, whole numbers, lists and maps
     */
    public static String canonical(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof String text) {
            text(text, out);
        } else if (value instanceof Long || value instanceof Integer) {
            out.append(value);
        } else if (value instanceof List<?> list) {
            out.append('[');
            String between = "";
            for (Object item : list) {
                out.append(between);
                write(item, out);
                between = ",";
            }
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            map(map, out);
        } else {
            throw new IllegalArgumentException("expected a text, a whole number, a list or a map, found: " + value);
        }
    }

    private static void map(Map<?, ?> map, StringBuilder out) {
        Map<String, Object> sorted =
                new TreeMap<>(); // String's order is that of UTF-16 units, as RFC 8785 §3.2.3 wants
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        String between = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(between);
            text(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            between = ",";
        }
        out.append('}');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
