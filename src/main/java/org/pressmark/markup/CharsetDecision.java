package org.pressmark.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which encoding a document is in, and by what it was decided.
 *
 * @param charset the encoding
 * @param declared the label as written
 * @param markLength bytes of the byte order mark
 * @param notes what was odd
 */
record CharsetDecision(Charset charset, Optional<String> declared, int markLength, List<String> notes) {

    CharsetDecision {
        notes = List.copyOf(notes);
    }

    static CharsetDecision of(byte[] payload, Optional<String> contentType) {
        int mark = markLength(payload);
        if (mark > 0) {
            Charset charset = mark == 3
                    ? StandardCharsets.UTF_8
                    : payload[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return new CharsetDecision(charset, Optional.of(charset.name()), mark, List.of());
        }
        List<String> notes = new ArrayList<>();
        String type = contentType.orElse("").toLowerCase(Locale.ROOT);
        Optional<String> label = fromHeader(contentType.orElse(""));
        Optional<Charset> charset = label.flatMap(name -> known(name, "the HTTP header", notes));
        if (charset.isEmpty()) {
            Optional<String> inside = CharsetPrescan.label(payload, type);
            label = inside.or(() -> Optional.empty());
            charset = inside.flatMap(name -> known(name, "the document", notes)).map(CharsetDecision::asRead);
        }
        Charset chosen = CharsetGuess.check(payload, charset, label.orElse(""), notes);
        return new CharsetDecision(chosen, label, 0, notes);
    }

    /** A document that could be read far enough to find its label is in no UTF-16 (HTML standard, "prescan" last steps). */
    private static Charset asRead(Charset charset) {
        return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    }

    private static Optional<Charset> known(String label, String where, List<String> notes) {
        Optional<Charset> charset = CharsetLabels.find(label);
        if (charset.isEmpty()) {
            notes.add("unknown encoding label in " + where + ": " + SafeText.line(label));
        }
        return charset;
    }

    private static int markLength(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return 3;
        }
        boolean utf16 = b.length >= 2
                && ((b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) || (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE));
        return utf16 ? 2 : 0;
    }

    /** The {@code charset} parameter of a Content-Type header, quoted or not. */
    static Optional<String> fromHeader(String contentType) {
        int length = contentType.length();
        int at = contentType.indexOf(';');
        while (at >= 0) {
            int name = Chars.skipSpace(contentType, at + 1, length);
            if (Chars.at(contentType, name, length, "charset")) {
                int equals = Chars.skipSpace(contentType, name + 7, length);
                if (equals < length && contentType.charAt(equals) == '=') {
                    int end = Chars.find(contentType, ';', equals, length);
                    String value = contentType
                            .substring(equals + 1, end)
                            .strip()
                            .replace("\"", "")
                            .replace("'", "");
                    return value.isEmpty() ? Optional.empty() : Optional.of(value);
                }
            }
            at = contentType.indexOf(';', at + 1);
        }
        return Optional.empty();
    }
}
