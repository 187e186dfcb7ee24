package org.pressmark.markup;

import java.util.function.Consumer;

/** The addresses of {@code srcset} (HTML standard, "Parsing a srcset attribute"), of lists of words and of values. */
final class SourceSets {
    private SourceSets() {}

    static void each(Layer layer, Consumer<Layer> sink) {
        String text = layer.text();
        int to = text.length();
        int i = 0;
        while (true) {
            while (i < to && (Chars.space(text.charAt(i)) || text.charAt(i) == ',')) {
                i++;
            }
            if (i >= to) {
                return;
            }
            int start = i;
            while (i < to && !Chars.space(text.charAt(i))) {
                i++;
            }
            int end = i;
            while (text.charAt(end - 1) == ',') {
                end--;
            }
            sink.accept(layer.member(start, end));
            if (end == i) {
                i = descriptors(text, i, to);
            }
        }
    }

    private static int descriptors(String text, int from, int to) {
        boolean inParentheses = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '(') {
                inParentheses = true;
            } else if (c == ')') {
                inParentheses = false;
            } else if (c == ',' && !inParentheses) {
                return i + 1;
            }
        }
        return to;
    }

    static void words(Layer layer, Consumer<Layer> sink) {
        String text = layer.text();
        int to = text.length();
        int i = Chars.skipSpace(text, 0, to);
        while (i < to) {
            int start = i;
            while (i < to && !Chars.space(text.charAt(i))) {
                i++;
            }
            sink.accept(layer.member(start, i));
            i = Chars.skipSpace(text, i, to);
        }
    }

    /** The values that an animation goes through, parted by semicolons (SVG Animations, "values"). */
    static void values(Layer layer, Consumer<Layer> sink) {
        String text = layer.text();
        int to = text.length();
        for (int i = 0; i < to; ) {
            int end = Chars.find(text, ';', i, to);
            sink.accept(layer.part(i, end));
            i = end + 1;
        }
    }
}
