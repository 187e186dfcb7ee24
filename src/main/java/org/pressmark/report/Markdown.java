package org.pressmark.report;

/** Archived words inside Markdown (CommonMark): nothing in them makes a heading, a link, mark-up or a new line. */
final class Markdown {
    private static final String MARKS = "\\`*_{}[]<>#+-!|~&";

    private Markdown() {}

    /** On one line, every mark of Markdown escaped. */
    static String line(String archived) {
        StringBuilder out = new StringBuilder();
        Shown.line(archived).codePoints().forEach(c -> {
            if (c < 0x80 && MARKS.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.appendCodePoint(c);
        });
        return out.toString();
    }
}
