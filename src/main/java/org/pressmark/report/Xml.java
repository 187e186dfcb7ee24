package org.pressmark.report;

/** Text that may stand in XML 1.0: mark-up escaped, characters that XML forbids left out. */
final class Xml {
    private Xml() {}

    /** For element content and for attribute values in either kind of quotation marks. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        Shown.web(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (c != 0xFFFE && c != 0xFFFF) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}
