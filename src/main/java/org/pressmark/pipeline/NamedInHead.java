package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.HttpHead;

/**
 * What the head of an answer names beside its body, set as the elements by which a page names the same: {@code Link} (RFC 8288)
 * as {@code link}, {@code Refresh} as {@code meta}. So one set of rules holds for both.
 */
final class NamedInHead {
    /** So many links of one head are read; who sends more means harm. */
    private static final int MOST = 200;

    private static final String QUOTES = "\"";

    private NamedInHead() {}

    /** Elements without text; empty where the head names nothing. */
    static String html(HttpHead head) {
        StringBuilder out = new StringBuilder();
        int left = MOST;
        for (HttpHead.Header header : head.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("refresh")) {
                out.append("<meta http-equiv=refresh content=\"")
                        .append(escaped(header.value()))
                        .append("\">");
            } else if (name.equals("link")) {
                left -= links(header.value(), left, out);
            }
        }
        return out.toString();
    }

    private static int links(String value, int most, StringBuilder out) {
        int set = 0;
        int at = 0;
        while (set < most) {
            int open = value.indexOf('<', at);
            int close = open < 0 ? -1 : value.indexOf('>', open);
            if (close < 0) {
                break;
            }
            int end = endOf(value, close + 1, ',');
            out.append("<link href=\"")
                    .append(escaped(value.substring(open + 1, close)))
                    .append('"');
            parameters(value.substring(close + 1, end))
                    .forEach(one -> out.append(' ').append(one));
            out.append('>');
            at = end;
            set++;
        }
        return set;
    }

    private static List<String> parameters(String text) {
        List<String> out = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOf(text, at, ';');
            String one = text.substring(at, end).strip();
            int equals = one.indexOf('=');
            String name = (equals < 0 ? one : one.substring(0, equals)).strip();
            if (name.matches("[A-Za-z-]{1,40}")) {
                String value = equals < 0 ? "" : one.substring(equals + 1).strip();
                out.add(name + "=\"" + escaped(unquoted(value)) + '"');
            }
            at = end + 1;
        }
        return out;
    }

    /** Where a mark stands next that is not within quotes; the end where none does. */
    private static int endOf(String text, int from, char mark) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == mark && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith(QUOTES) && value.endsWith(QUOTES)
                ? value.substring(1, value.length() - 1).replace("\\\"", QUOTES)
                : value;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace(QUOTES, "&quot;");
    }
}
