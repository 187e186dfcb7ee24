package org.pressmark.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Parses and prints JSON (RFC 8259) as trees. Keys keep the order in which they were set, lines end in {@code \n} on every
 * platform, and a text with half a surrogate pair (which UTF-8 cannot hold) survives as an escape.
 */
public final class Json {
    /** Threads of readers' replies nest; the library's own limit of 1,000 would refuse what a hostile page may hold. */
    private static final int DEPTH = 10_000;

    private static final ObjectMapper MAPPER = mapper();
    private static final ObjectWriter COMPACT = MAPPER.writer();
    private static final ObjectWriter PRETTY = MAPPER.writer(printer());

    private Json() {}

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .streamWriteConstraints(
                        StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new ObjectMapper(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withArrayIndenter(indenter).withObjectIndenter(indenter);
    }

    /** An empty object, to be filled in the order in which its keys are to be printed. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * Reads one JSON value; nothing but white space may follow it.
     *
     * @throws JsonException if the text is no JSON, has a key twice or goes on after the value; the message names line and
     *     column, both from 1
     */
    public static JsonNode parse(String text) {
        return parse(text, 1);
    }

    /**
     * Reads JSON lines: one value a line, empty lines skipped. The caller closes the reader.
     *
     * @return the values, read as they are asked for; a broken line throws {@link JsonException} with its line number
     */
    public static Stream<JsonNode> lines(BufferedReader reader) {
        AtomicLong number = new AtomicLong();
        return reader.lines()
                .map(line -> new Line(number.incrementAndGet(), line))
                .filter(line -> !line.text().isBlank())
                .map(line -> parse(line.text(), line.number()));
    }

    /** The value on one line, without a line end. */
    public static String compact(JsonNode value) {
        return print(COMPACT, value);
    }

    /** The value indented by two spaces, with a line end. */
    public static String pretty(JsonNode value) {
        return print(PRETTY, value) + "\n";
    }

    private record Line(long number, String text) {}

    private static JsonNode parse(String text, long firstLine) {
        JsonNode value;
        try {
            value = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null
                    ? "line " + firstLine
                    : "line " + (firstLine + place.getLineNr() - 1) + ", column " + place.getColumnNr();
            throw new JsonException(where, e.getOriginalMessage());
        }
        if (value.isMissingNode()) {
            throw new JsonException("line " + firstLine + ", column 1", "a JSON value", "nothing");
        }
        return value;
    }

    private static String print(ObjectWriter writer, JsonNode value) {
        try {
            return escapeHalfPairs(writer.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new JsonException("value", "cannot be printed: " + e.getOriginalMessage());
        }
    }

    /** Half pairs stand only inside strings, so each may be written as the escape that RFC 8259 §8.2 speaks of. */
    private static String escapeHalfPairs(String json) {
        StringBuilder out = null;
        int copied = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                i++;
                continue;
            }
            out = out == null ? new StringBuilder(json.length() + 16) : out;
            out.append(json, copied, i).append("\\u").append(Integer.toHexString(c));
            copied = i + 1;
        }
        return out == null ? json : out.append(json, copied, json.length()).toString();
    }
}
