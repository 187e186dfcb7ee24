package org.pressmark.markup;

import org.jspecify.annotations.Nullable;

/**
 * A text within a text: what an attribute means, what a CSS string means. Knows where each of its characters stands in the
 * outermost document, and how new text must be written there.
 */
final class Layer {
    private enum Form {
        ROOT,
        PART,
        DOUBLE_QUOTED,
        SINGLE_QUOTED,
        UNQUOTED,
        ELEMENT_TEXT,
        SET_MEMBER,
        CSS_URL,
        CSS_DOUBLE,
        CSS_SINGLE,
        JSON
    }

    private final String text;
    private final @Nullable Layer outer;
    private final Form form;
    private final int shift;
    private final int @Nullable [] places;

    private Layer(String text, @Nullable Layer outer, Form form, int shift, int @Nullable [] places) {
        this.text = text;
        this.outer = outer;
        this.form = form;
        this.shift = shift;
        this.places = places;
    }

    static Layer root(String text) {
        return new Layer(text, null, Form.ROOT, 0, null);
    }

    String text() {
        return text;
    }

    @Nullable
    Layer outer() {
        return outer;
    }

    /** The place in the outermost document of this text's character. */
    int place(int index) {
        int here = places == null ? index + shift : places[index];
        return outer == null ? here : outer.place(here);
    }

    /** What an attribute's value means. */
    Layer attribute(int from, int to, char quote) {
        Form as = quote == '"' ? Form.DOUBLE_QUOTED : quote == '\'' ? Form.SINGLE_QUOTED : Form.UNQUOTED;
        return references(from, to, as, true);
    }

    /** What the text of an element means. */
    Layer elementText(int from, int to) {
        return references(from, to, Form.ELEMENT_TEXT, false);
    }

    private Layer references(int from, int to, Form as, boolean inAttribute) {
        if (Chars.find(text, '&', from, to) == to) {
            return new Layer(text.substring(from, to), this, as, from, null);
        }
        CharacterReferences.Decoded decoded = CharacterReferences.decode(text, from, to, inAttribute);
        return new Layer(decoded.text(), this, as, 0, decoded.places());
    }

    /** A part that is written as the whole is. */
    Layer part(int from, int to) {
        return new Layer(text.substring(from, to), this, Form.PART, from, null);
    }

    /** One address of a {@code srcset} or {@code ping}. */
    Layer member(int from, int to) {
        return new Layer(text.substring(from, to), this, Form.SET_MEMBER, from, null);
    }

    /** What a CSS string or {@code url(…)} means. */
    Layer css(int from, int to, char quote) {
        Form as = quote == '"' ? Form.CSS_DOUBLE : quote == '\'' ? Form.CSS_SINGLE : Form.CSS_URL;
        if (Chars.find(text, '\\', from, to) == to) {
            return new Layer(text.substring(from, to), this, as, from, null);
        }
        int[] found = new int[to - from + 1];
        String decoded = CssEscapes.decode(text, from, to, found);
        return new Layer(decoded, this, as, 0, found);
    }

    /** What a JSON string means. */
    Layer json(int from, int to) {
        if (Chars.find(text, '\\', from, to) == to) {
            return new Layer(text.substring(from, to), this, Form.JSON, from, null);
        }
        int[] found = new int[to - from + 1];
        String decoded = JsonStrings.decode(text, from, to, found);
        return new Layer(decoded, this, Form.JSON, 0, found);
    }

    /** Writes new text so that it stands here meaning itself. */
    String write(String replacement) {
        String here = switch (form) {
            case ROOT, PART -> replacement;
            case DOUBLE_QUOTED -> replacement.replace("&", "&amp;").replace("\"", "&quot;");
            case SINGLE_QUOTED -> replacement.replace("&", "&amp;").replace("'", "&#39;");
            case UNQUOTED -> unquoted(replacement);
            case ELEMENT_TEXT -> replacement.replace("&", "&amp;").replace("<", "&lt;");
            case SET_MEMBER -> member(replacement);
            case CSS_URL -> CssEscapes.url(replacement);
            case CSS_DOUBLE -> CssEscapes.string(replacement, '"');
            case CSS_SINGLE -> CssEscapes.string(replacement, '\'');
            case JSON -> JsonStrings.encode(replacement);
        };
        return outer == null ? here : outer.write(here);
    }

    private static String unquoted(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Chars.space(c) || "&\"'=<>`".indexOf(c) >= 0) {
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A comma at either end would be taken for the list's own. */
    private static String member(String url) {
        String out = url.replace(" ", "%20");
        if (out.startsWith(",")) {
            out = "%2C" + out.substring(1);
        }
        return out.endsWith(",") ? out.substring(0, out.length() - 1) + "%2C" : out;
    }
}
