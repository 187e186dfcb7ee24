package org.pressmark.markup;

/**
 * Finds the module names of a script (ECMAScript 2024 §16.2): the string after {@code import}, {@code import(} or
 * {@code from}. Strings, templates, comments and regular expressions are passed over; what is ambiguous is taken for code.
 */
final class ModuleScan {

    /** Takes what was found: the inside of a string, its quote, and whether the module is asked for only when it is needed. */
    interface Sink {
        void module(int from, int to, char quote, boolean later);
    }

    private final String text;
    private final int limit;
    private final Sink sink;
    /** The last word or mark before the place, as far as it matters: a word's text, or one character. */
    private String before = "";

    private String beforeThat = "";

    private ModuleScan(String text, int limit, Sink sink) {
        this.text = text;
        this.limit = limit;
        this.sink = sink;
    }

    static void each(String text, int from, int to, Sink sink) {
        ModuleScan scan = new ModuleScan(text, to, sink);
        int i = from;
        while (i < to) {
            i = scan.token(i);
        }
    }

    private int token(int i) {
        char c = text.charAt(i);
        if (Chars.space(c)) {
            return i + 1;
        }
        if (c == '/' && i + 1 < limit) {
            char next = text.charAt(i + 1);
            if (next == '/') {
                return Chars.find(text, '\n', i, limit);
            }
            if (next == '*') {
                int close = Chars.find(text, "*/", i + 2, limit);
                return close < 0 ? limit : close + 2;
            }
            if (expressionMayBegin()) {
                return met("/", expressionEnd(i + 1));
            }
        }
        if (c == '"' || c == '\'') {
            int end = stringEnd(i + 1, c);
            boolean later = before.equals("(") && beforeThat.equals("import");
            boolean module = later || before.equals("import") || before.equals("from");
            if (module && end <= limit) {
                sink.module(i + 1, end - 1, c, later);
            }
            return met("\"", end);
        }
        if (c == '`') {
            return met("`", stringEnd(i + 1, '`'));
        }
        int end = i;
        while (end < limit && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end == i ? met(String.valueOf(c), i + 1) : met(end - i > 12 ? "word" : text.substring(i, end), end);
    }

    private int met(String what, int end) {
        beforeThat = before;
        before = what;
        return Math.min(end, limit);
    }

    /** After a value a slash divides; after anything else it opens a regular expression. */
    private boolean expressionMayBegin() {
        if (before.isEmpty()) {
            return true;
        }
        char last = before.charAt(before.length() - 1);
        boolean word = Character.isJavaIdentifierPart(last);
        return word
                ? before.equals("return") || before.equals("typeof") || before.equals("case")
                : ")]}\"`/".indexOf(last) < 0;
    }

    private int expressionEnd(int from) {
        boolean inClass = false;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\n') {
                return i;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                return i + 1;
            }
        }
        return limit;
    }

    /** One past the closing quote; a template's {@code ${…}} counts as its text. */
    private int stringEnd(int from, char quote) {
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n' && quote != '`') {
                return i + 1;
            }
        }
        return limit + 1;
    }
}
