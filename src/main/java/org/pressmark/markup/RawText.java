package org.pressmark.markup;

/** The ends of raw text and comments (HTML standard, "RCDATA", "RAWTEXT", "script data" and "PLAINTEXT" states). */
final class RawText {
    private static final int SCRIPT = Names.ELEMENTS.number("script");
    private static final int PLAINTEXT = Names.ELEMENTS.number("plaintext");
    private static final int TITLE = Names.ELEMENTS.number("title");
    private static final int TEXTAREA = Names.ELEMENTS.number("textarea");
    private static final boolean[] RAW = new boolean[256];

    static {
        for (String name : new String[] {
            "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"
        }) {
            RAW[Names.ELEMENTS.number(name)] = true;
        }
    }

    private RawText() {}

    static boolean is(int element) {
        return element >= 0 && RAW[element];
    }

    /** True where character references stand for themselves. */
    static boolean literal(int element) {
        return element != TITLE && element != TEXTAREA;
    }

    /** Where the content that begins at {@code from} ends: at its end tag, or at the end of the text. */
    static int end(String text, int from, int element) {
        if (element == PLAINTEXT) {
            return text.length();
        }
        if (element == SCRIPT) {
            return script(text, from);
        }
        String name = Names.ELEMENTS.name(element);
        for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
            if (word(text, at + 2, name)) {
                return at;
            }
        }
        return text.length();
    }

    /** A script hides its end tag within {@code <!-- <script> … -->}. */
    private static int script(String text, int from) {
        boolean escaped = false;
        boolean twice = false;
        int close = -1;
        for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
            if (escaped && close >= 0 && close < at) {
                escaped = false;
                twice = false;
            }
            if (!escaped && text.startsWith("<!--", at)) {
                escaped = true;
                close = text.indexOf("-->", at + 2);
            } else if (word(text, at + 1, "/script")) {
                if (!twice) {
                    return at;
                }
                twice = false;
            } else if (escaped && word(text, at + 1, "script")) {
                twice = true;
            }
        }
        return text.length();
    }

    private static boolean word(String text, int at, String name) {
        int stop = at + name.length();
        if (stop >= text.length() || !Chars.at(text, at, text.length(), name)) {
            return false;
        }
        char c = text.charAt(stop);
        return c == '>' || c == '/' || Chars.space(c);
    }

    /** Where the comment ends whose text begins at {@code from}: at its mark, abruptly, or with the document. */
    static int commentEnd(String text, int from, boolean xml) {
        if (!xml && text.startsWith(">", from)) {
            return from + 1;
        }
        if (!xml && text.startsWith("->", from)) {
            return from + 2;
        }
        for (int at = text.indexOf("--", from); at >= 0; at = text.indexOf("--", at + 1)) {
            if (text.startsWith(">", at + 2)) {
                return at + 3;
            }
            if (!xml && text.startsWith("!>", at + 2)) {
                return at + 4;
            }
        }
        return text.length();
    }
}
