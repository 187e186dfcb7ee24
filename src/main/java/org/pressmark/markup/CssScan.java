package org.pressmark.markup;

/**
 * Finds the addresses of a style sheet: {@code url()}, {@code src()}, {@code @import}, {@code image-set()} (CSS Syntax 3
 * §4.3; CSS Images 4 §2.4). Comments, strings and {@code @namespace} are no addresses.
 */
final class CssScan {

    /** Takes what was found. */
    interface Sink {
        /**
         * An address.
         *
         * @param from its first character, within quotes
         * @param quote {@code "}, {@code '} or a space for none
         */
        void url(int from, int to, char quote, AddressKind kind);
    }

    private final String text;
    private final int to;
    private final Sink sink;
    private int depth;
    private int imageSet = -1;
    private boolean importing;
    private boolean fontRule;
    private boolean inFont;

    private CssScan(String text, int to, Sink sink) {
        this.text = text;
        this.to = to;
        this.sink = sink;
    }

    static void scan(String text, int from, int to, Sink sink) {
        CssScan scan = new CssScan(text, to, sink);
        int i = from;
        while (i < to) {
            i = scan.token(i);
        }
    }

    private int token(int i) {
        char c = text.charAt(i);
        if (nameStart(c)) {
            return name(i);
        }
        switch (c) {
            case '/' -> {
                if (i + 1 < to && text.charAt(i + 1) == '*') {
                    int close = Chars.find(text, "*/", i + 2, to);
                    return close < 0 ? to : close + 2;
                }
            }
            case '"', '\'' -> {
                return string(i, depth > 0 && depth == imageSet);
            }
            case '@' -> {
                return rule(i + 1);
            }
            case '(' -> depth++;
            case ')' -> {
                if (depth == imageSet) {
                    imageSet = -1;
                }
                depth = Math.max(0, depth - 1);
            }
            case '{' -> {
                inFont = fontRule;
                block();
            }
            case '}' -> {
                inFont = false;
                block();
            }
            case ';' -> importing = false;
            default -> {}
        }
        return i + 1;
    }

    private void block() {
        fontRule = false;
        importing = false;
        depth = 0;
        imageSet = -1;
    }

    private static boolean nameStart(char c) {
        return Chars.letter(c) || c == '-' || c == '_' || c == '\\' || c >= 128;
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < to) {
                i = CssEscapes.end(text, i + 1, to);
            } else if (nameStart(c) || (c >= '0' && c <= '9')) {
                i++;
            } else {
                break;
            }
        }
        return Math.max(Math.min(i, to), from + 1);
    }

    private int name(int from) {
        int end = nameEnd(from);
        if (end >= to || text.charAt(end) != '(') {
            return end;
        }
        if (is(from, end, "url") || is(from, end, "src")) {
            depth++;
            return url(end + 1);
        }
        if (is(from, end, "image-set") || is(from, end, "-webkit-image-set")) {
            depth++;
            imageSet = depth;
            return end + 1;
        }
        return end;
    }

    private boolean is(int from, int end, String word) {
        if (end - from == word.length()) {
            return Chars.at(text, from, end, word);
        }
        if (end - from < word.length() || Chars.find(text, '\\', from, end) == end) {
            return false;
        }
        return CssEscapes.decode(text, from, end, new int[end - from + 1]).equalsIgnoreCase(word);
    }

    private int rule(int from) {
        int end = from < to ? nameEnd(from) : from;
        if (is(from, end, "import")) {
            importing = true;
        } else if (is(from, end, "font-face")) {
            fontRule = true;
        } else if (is(from, end, "namespace") || is(from, end, "charset")) {
            return Chars.find(text, ';', end, to);
        }
        return from < to && nameStart(text.charAt(from)) ? end : from;
    }

    /** Passes over a string, which is an address after {@code @import} and where {@code address} says so. */
    private int string(int open, boolean address) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < to) {
            char c = text.charAt(i);
            if (c == quote) {
                break;
            }
            if (c == '\n' || c == '\r' || c == '\f') {
                return i;
            }
            i += c == '\\' ? (Chars.at(text, i + 1, to, "\r\n") ? 3 : 2) : 1;
        }
        i = Math.min(i, to);
        if (address || importing) {
            found(open + 1, i, quote);
        }
        return i + 1;
    }

    private int url(int from) {
        int start = Chars.skipSpace(text, from, to);
        if (start < to && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            return string(start, true);
        }
        int i = start;
        while (i < to) {
            char c = text.charAt(i);
            if (c == ')' || Chars.space(c)) {
                break;
            }
            if (c == '"' || c == '\'' || c == '(' || c < ' ') {
                return Chars.find(text, ')', i, to);
            }
            i = c == '\\' && i + 1 < to ? CssEscapes.end(text, i + 1, to) : i + 1;
        }
        i = Math.min(i, to);
        int close = Chars.skipSpace(text, i, to);
        if (close < to && text.charAt(close) != ')') {
            return Chars.find(text, ')', close, to);
        }
        found(start, i, ' ');
        return close;
    }

    private void found(int from, int end, char quote) {
        AddressKind kind = importing ? AddressKind.STYLE : inFont ? AddressKind.FONT : AddressKind.IMAGE;
        importing = false;
        sink.url(from, end, quote, kind);
    }
}
