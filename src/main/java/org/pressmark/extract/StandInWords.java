package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Whether any of the words stands in a page by which {@link Notes} tells that it stands in an article's place. It is asked
 * before a page is read as an article for nothing but that, which costs several times as much, and rather says yes once too often:
 * letters and digits alone count, wherever they stand, in the text, in attributes or in JSON.
 */
final class StandInWords {
    /** So many characters at the beginning of a phrase decide whether the rest is looked at. */
    private static final int START = 3;

    private static final Map<String, List<String>> PHRASES = new HashMap<>();
    private static final boolean[] STARTS = new boolean[1 << 16];

    static {
        Stream.of("rate-limit", "not-found", "wall")
                .flatMap(name -> Words.lines(name).stream())
                .map(phrase -> squeezed(phrase).toString())
                .forEach(StandInWords::add);
        add("404");
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder beside = new StringBuilder();

    private StandInWords() {}

    static boolean in(Document document) {
        StandInWords words = new StandInWords();
        words.gather(document);
        return stands(squeezed(words.text)) || stands(squeezed(words.beside));
    }

    private static void add(String phrase) {
        if (phrase.length() < START) {
            throw new IllegalStateException("expected phrases of " + START + " letters or more, found: " + phrase);
        }
        String start = phrase.substring(0, START);
        PHRASES.computeIfAbsent(start, first -> new ArrayList<>()).add(phrase);
        STARTS[hash(start, 0)] = true;
    }

    private void gather(Document document) {
        document.traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof DataNode data && isJson(data.parent())) {
                beside.append(Parser.unescapeEntities(unescaped(data.getWholeData()), false));
            } else if (node instanceof Element element && element.attributesSize() > 0) {
                for (Attribute attribute : element.attributes()) {
                    beside.append(attribute.getValue()).append('\n');
                }
            }
        });
    }

    private static boolean isJson(@Nullable Element script) {
        return script != null && Text.lower(script.attr("type")).contains("json");
    }

    /** The escapes of JSON for single characters undone. */
    private static String unescaped(String json) {
        StringBuilder out = new StringBuilder(json.length());
        int from = 0;
        for (int at = json.indexOf("\\u"); at >= 0 && at + 6 <= json.length(); at = json.indexOf("\\u", from)) {
            String hex = json.substring(at + 2, at + 6);
            boolean code = hex.chars().allMatch(c -> Character.digit(c, 16) >= 0);
            out.append(json, from, at).append(code ? (char) Integer.parseInt(hex, 16) : ' ');
            from = code ? at + 6 : at + 2;
        }
        return out.append(json, from, json.length()).toString();
    }

    private static StringBuilder squeezed(CharSequence words) {
        StringBuilder out = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c == 'ς' ? 'σ' : Character.toLowerCase(c));
            }
        }
        return out;
    }

    private static boolean stands(StringBuilder squeezed) {
        for (int at = 0; at + START <= squeezed.length(); at++) {
            if (STARTS[hash(squeezed, at)]) {
                for (String phrase : PHRASES.getOrDefault(squeezed.substring(at, at + START), List.of())) {
                    int end = at + phrase.length();
                    if (end <= squeezed.length() && squeezed.substring(at, end).equals(phrase)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int hash(CharSequence text, int at) {
        return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) & 0xffff;
    }
}
