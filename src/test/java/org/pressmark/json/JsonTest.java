package org.pressmark.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void namesLineAndColumnOfBrokenJson() {
        JsonException e = assertThrows(JsonException.class, () -> Json.parse("{\n  \"a\": nope\n}"));
        assertTrue(e.where().startsWith("line 2, column "), e.getMessage());
        assertTrue(e.getMessage().contains("nope"), e.getMessage());
    }

    @Test
    void refusesNothingAndTrailingTextAndRepeatedKeys() {
        assertTrue(assertThrows(JsonException.class, () -> Json.parse("  "))
                .getMessage()
                .contains("found nothing"));
        assertThrows(JsonException.class, () -> Json.parse("{} {}"));
        JsonException twice = assertThrows(JsonException.class, () -> Json.parse("{\"a\":1,\"a\":2}"));
        assertTrue(twice.getMessage().contains("Duplicate"), twice.getMessage());
    }

    @Test
    void keepsTheOrderOfKeysAndEndsLinesTheSameEverywhere() {
        ObjectNode value = Json.object().put("z", 1).put("a", "é");
        value.putArray("list").add(true);
        value.putObject("none");
        assertEquals("{\"z\":1,\"a\":\"é\",\"list\":[true],\"none\":{}}", Json.compact(value));
        assertEquals(
                "{\n  \"z\": 1,\n  \"a\": \"é\",\n  \"list\": [\n    true\n  ],\n  \"none\": {}\n}\n",
                Json.pretty(value));
        assertEquals(value, Json.parse(Json.pretty(value)));
    }

    @Test
    void halfASurrogatePairSurvivesUtf8() {
        ObjectNode value =
                Json.object().put("text", SampleNouns.AWKWARD + "\uDC00").put("last", "\uD801");
        String printed = Json.compact(value);
        String through = new String(printed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(value, Json.parse(through));
        assertTrue(printed.contains("\uD83D\uDE00"), printed);
    }

    @Test
    void readsJsonLinesAndNamesTheBrokenOne() {
        try (Stream<JsonNode> lines = Json.lines(new BufferedReader(new StringReader("{\"a\":1}\n\n[2]\n")))) {
            assertEquals(List.of("{\"a\":1}", "[2]"), lines.map(Json::compact).toList());
        }
        try (Stream<JsonNode> lines = Json.lines(new BufferedReader(new StringReader("1\n\n{\"a\":}\n")))) {
            JsonException e = assertThrows(JsonException.class, lines::toList);
            assertTrue(e.where().startsWith("line 3, column "), e.where());
        }
    }

    @Test
    void readsAndPrintsDeepNesting() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertEquals(deep, Json.compact(Json.parse(deep)));
    }
}
