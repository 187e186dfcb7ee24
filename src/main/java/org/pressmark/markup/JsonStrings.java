package org.pressmark.markup;

import java.util.function.Consumer;

/** The strings of a JSON text, found by walking over it; JSON's other faults do not matter (RFC 8259 §7). */
final class JsonStrings {
    private JsonStrings() {}

    /** Gives the inside of every string, keys included. */
    static void each(Layer layer, int from, int to, Consumer<Layer> sink) {
        String text = layer.text();
        int i = Chars.find(text, '"', from, to);
        while (i < to) {
            int end = i + 1;
            while (end < to && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= to) {
                return;
            }
            sink.accept(layer.json(i + 1, end));
            i = Chars.find(text, '"', end + 1, to);
        }
    }

    /** Decodes {@code [from, to)}; {@code places} takes the index of each character, and one more for the end. */
    static String decode(String text, int from, int to, int[] places) {
        StringBuilder out = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            places[out.length()] = i;
            char c = text.charAt(i++);
            if (c != '\\' || i == to) {
                out.append(c);
                continue;
            }
            char kind = text.charAt(i++);
            if (kind == 'u' && i + 4 <= to) {
                out.append((char) hex(text, i));
                i += 4;
            } else {
                int at = "nrtbf".indexOf(kind);
                out.append(at < 0 ? kind : "\n\r\t\b\f".charAt(at));
            }
        }
        places[out.length()] = to;
        return out.toString();
    }

    private static int hex(String text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value * 16 + Math.max(0, Character.digit(text.charAt(i), 16));
        }
        return value;
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
