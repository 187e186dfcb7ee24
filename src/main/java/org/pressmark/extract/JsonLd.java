package org.pressmark.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.parser.Parser;

/**
 * Reads JSON-LD as pages really write it: trailing commas, comments, raw line breaks, several documents in one script,
 * text broken off. What was read before an error counts. Depth, length and number of values are bounded.
 */
final class JsonLd {
    private static final int MOST_VALUES = 40_000;
    private static final int LONGEST = 3_000_000;
    private static final int DEEPEST = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(200)
                    .maxNameLength(500)
                    .build())
            .build();

    private final Source source;
    private final int from;
    private final String script;
    private final String selector;
    private final List<Ld.Thing> roots = new ArrayList<>();
    private int values;

    private JsonLd(Source source, int from, String script, String selector) {
        this.source = source;
        this.from = from;
        this.script = script;
        this.selector = selector;
    }

    /**
     * The things at the top of one script.
     *
     * @param from where the script's text begins in the source
     * @param to where it ends
     */
    static List<Ld.Thing> read(Source source, int from, int to, String selector) {
        String text = source.text().substring(from, Math.min(to, from + LONGEST));
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) != '{' && text.charAt(begin) != '[') {
            begin++;
        }
        JsonLd reader = new JsonLd(source, from + begin, text.substring(begin), selector);
        reader.parse();
        return reader.roots;
    }

    private void parse() {
        Deque<Ld.Thing> open = new ArrayDeque<>();
        Deque<String> names = new ArrayDeque<>();
        String name = "";
        try (JsonParser json = FACTORY.createParser(script)) {
            for (JsonToken token = json.nextToken(); token != null && values < MOST_VALUES; token = json.nextToken()) {
                switch (token) {
                    case START_OBJECT -> {
                        Ld.Thing thing = new Ld.Thing();
                        values++;
                        Ld.Thing parent = open.peek();
                        if (parent == null) {
                            roots.add(thing);
                        } else {
                            parent.add(name, thing);
                        }
                        open.push(thing);
                        names.push(name);
                    }
                    case END_OBJECT -> {
                        open.poll();
                        String above = names.poll();
                        name = above == null ? "" : above;
                    }
                    case FIELD_NAME -> name = json.currentName();
                    case VALUE_STRING, VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> {
                        Ld.Thing parent = open.peek();
                        if (parent != null) {
                            parent.add(name, leaf(json, token));
                            values++;
                        }
                    }
                    default -> {}
                }
            }
        } catch (IOException e) {
            // Broken JSON-LD is common; what stood before the break is kept.
            values = MOST_VALUES;
        }
    }

    private Ld.Leaf leaf(JsonParser json, JsonToken token) throws IOException {
        String value = json.getText();
        int start = (int) json.currentTokenLocation().getCharOffset();
        int end = (int) json.currentLocation().getCharOffset();
        if (token == JsonToken.VALUE_STRING) {
            start++;
            end--;
        }
        start = Math.max(0, Math.min(start, script.length()));
        end = Math.max(start, Math.min(end, script.length()));
        String plain = value.indexOf('&') >= 0 ? Parser.unescapeEntities(value, false) : value;
        return new Ld.Leaf(plain, script.substring(start, end), source.place(from + start, from + end, selector));
    }
}
