package org.pressmark.markup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an encoding label inside a document. The HTML standard looks at the first 1024 bytes and, while parsing, at any
 * later {@code meta}; one look at the beginning does both.
 */
final class CharsetPrescan {
    private static final int LOOK = 16 * 1024;

    private CharsetPrescan() {}

    /**
     * The label as written.
     *
     * @param type the Content-Type header in lower case, empty where none was sent
     */
    static Optional<String> label(byte[] payload, String type) {
        int length = Math.min(payload.length, LOOK);
        String head = new String(payload, 0, length, StandardCharsets.ISO_8859_1);
        if (type.startsWith("text/css")) {
            return sheet(head);
        }
        boolean mayHold = type.isEmpty() || type.contains("html") || type.contains("xml");
        if (!mayHold) {
            return Optional.empty();
        }
        Optional<String> xml = declaration(head);
        return xml.isPresent() ? xml : meta(head);
    }

    private static Optional<String> sheet(String head) {
        String start = "@charset \"";
        int close = head.startsWith(start) ? head.indexOf("\";", start.length()) : -1;
        return close < 0 || close > 1024 ? Optional.empty() : Optional.of(head.substring(start.length(), close));
    }

    private static Optional<String> declaration(String head) {
        if (!head.startsWith("<?xml")) {
            return Optional.empty();
        }
        int end = Chars.find(head, '>', 0, head.length());
        int name = Chars.find(head, "encoding", 0, end);
        int open = name < 0 ? end : Chars.skipSpace(head, Chars.find(head, '=', name, end) + 1, end);
        if (open >= end || (head.charAt(open) != '"' && head.charAt(open) != '\'')) {
            return Optional.empty();
        }
        int close = Chars.find(head, head.charAt(open), open + 1, end);
        return close == end ? Optional.empty() : Optional.of(head.substring(open + 1, close));
    }

    private static Optional<String> meta(String head) {
        TagReader tag = TagReader.html(head);
        for (TagReader.Event event = tag.next(); event != TagReader.Event.END; event = tag.next()) {
            if (event == TagReader.Event.START_TAG && tag.is("meta")) {
                String label = label(tag);
                if (label != null && !label.isEmpty()) {
                    return Optional.of(label);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String label(TagReader meta) {
        String charset = meta.value("charset");
        if (charset != null) {
            return charset.strip();
        }
        String content = meta.value("content");
        return content != null && "content-type".equalsIgnoreCase(meta.value("http-equiv")) ? within(content) : null;
    }

    /** HTML standard, "extracting a character encoding from a meta element". */
    private static @Nullable String within(String content) {
        int length = content.length();
        for (int at = 0; at < length; at++) {
            if (!Chars.at(content, at, length, "charset")) {
                continue;
            }
            int equals = Chars.skipSpace(content, at + 7, length);
            if (equals >= length || content.charAt(equals) != '=') {
                continue;
            }
            int from = Chars.skipSpace(content, equals + 1, length);
            if (from < length && (content.charAt(from) == '"' || content.charAt(from) == '\'')) {
                int close = content.indexOf(content.charAt(from), from + 1);
                return close < 0 ? null : content.substring(from + 1, close);
            }
            int end = from;
            while (end < length && !Chars.space(content.charAt(end)) && content.charAt(end) != ';') {
                end++;
            }
            return content.substring(from, end);
        }
        return null;
    }
}
