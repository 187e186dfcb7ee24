package org.pressmark.markup;

/**
 * Whether the reader stands in SVG or MathML, where other rules hold: no raw text, CDATA, self-closing tags (HTML standard,
 * "The rules for parsing tokens in foreign content"). Keeps only the islands, not the tree.
 */
final class ForeignContent {
    private static final int DEEPEST = 256;
    private static final int SVG = Names.ELEMENTS.number("svg");
    private static final int MATH = Names.ELEMENTS.number("math");
    private static final int STYLE = Names.ELEMENTS.number("style");
    private static final int FONT = Names.ELEMENTS.number("font");
    private static final boolean[] HTML_WITHIN =
            flags("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext");
    private static final boolean[] BREAKS_OUT = flags(
            "b",
            "big",
            "blockquote",
            "body",
            "br",
            "center",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "hr",
            "i",
            "img",
            "li",
            "listing",
            "menu",
            "meta",
            "nobr",
            "ol",
            "p",
            "pre",
            "ruby",
            "s",
            "small",
            "span",
            "strong",
            "strike",
            "sub",
            "sup",
            "table",
            "tt",
            "u",
            "ul",
            "var");

    /** End tags that lead out of SVG and MathML (HTML standard, "any other end tag" before it: br, p). */
    private static final boolean[] ENDS = flags("br", "p");

    /** Element numbers of the open islands: SVG and MathML roots, and the HTML islands within them. */
    private final int[] open = new int[DEEPEST];

    private int depth;
    private boolean inStyle;

    private static boolean[] flags(String... names) {
        boolean[] flags = new boolean[256];
        for (String name : names) {
            flags[Names.ELEMENTS.number(name)] = true;
        }
        return flags;
    }

    boolean inside() {
        return depth > 0 && !HTML_WITHIN[open[depth - 1]];
    }

    /** True within a style element that is no raw text. */
    boolean wantsText() {
        return inStyle;
    }

    /** Notes a start tag; true where the element is HTML. */
    boolean open(int element, boolean selfClosing, TagReader tag) {
        inStyle = false;
        if (element >= 0 && inside() && (BREAKS_OUT[element] || (element == FONT && styledFont(tag)))) {
            while (inside()) {
                depth--;
            }
        }
        boolean root = element == SVG || element == MATH;
        boolean html = !inside() && !root;
        if (html || element < 0) {
            return html;
        }
        if (root || HTML_WITHIN[element]) {
            if (!selfClosing && depth < DEEPEST) {
                open[depth++] = element;
            }
        } else if (element == STYLE) {
            inStyle = !selfClosing;
        }
        return false;
    }

    private static boolean styledFont(TagReader tag) {
        return tag.attribute("color") >= 0 || tag.attribute("face") >= 0 || tag.attribute("size") >= 0;
    }

    /** Notes an end tag. */
    void close(int element) {
        inStyle = false;
        if (element >= 0 && inside() && ENDS[element]) {
            while (inside()) {
                depth--;
            }
            return;
        }
        for (int i = depth - 1; i >= 0; i--) {
            if (open[i] == element) {
                depth = i;
                return;
            }
        }
    }

    /** Notes a tag of an XML document, where only a style element's text matters. */
    void xml(TagReader tag, boolean start) {
        inStyle = start && tag.element() == STYLE;
    }
}
