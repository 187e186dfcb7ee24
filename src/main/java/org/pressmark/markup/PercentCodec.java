package org.pressmark.markup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as browsers do it (URL standard, "percent-encoded bytes"): what is already encoded stays as it is. */
final class PercentCodec {
    static final boolean[] CONTROL = set("");
    static final boolean[] FRAGMENT = set(" \"<>`");
    private static final boolean[] QUERY = set(" \"#<>'");
    private static final boolean[] PATH = set(" \"#<>?`{}^");
    static final boolean[] USER = set(" \"#<>?`{}^/:;=@[\\]|");

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCodec() {}

    private static boolean[] set(String characters) {
        boolean[] set = new boolean[128];
        for (int c = 0; c < 0x20; c++) {
            set[c] = true;
        }
        set[0x7F] = true;
        for (int i = 0; i < characters.length(); i++) {
            set[characters.charAt(i)] = true;
        }
        return set;
    }

    static String encode(String in, int from, int to, boolean[] set) {
        int i = from;
        while (i < to && in.charAt(i) < 128 && !set[in.charAt(i)]) {
            i++;
        }
        if (i == to) {
            return in.substring(from, to);
        }
        StringBuilder out = new StringBuilder(to - from + 24);
        append(out, in, from, to, set);
        return out.toString();
    }

    private static void append(StringBuilder out, String in, int from, int to, boolean[] set) {
        for (int i = from; i < to; i++) {
            char c = in.charAt(i);
            if (c < 128) {
                if (set[c]) {
                    escape(out, c);
                } else {
                    out.append(c);
                }
            } else {
                int end = i + 1;
                while (end < to && in.charAt(end) >= 128) {
                    end++;
                }
                utf8(out, in, i, end);
                i = end - 1;
            }
        }
    }

    private static void utf8(StringBuilder out, String in, int from, int to) {
        for (int i = from; i < to; ) {
            int c = in.codePointAt(i);
            i += Character.charCount(c);
            String one = c >= 0xD800 && c <= 0xDFFF ? "\uFFFD" : Character.toString(c);
            for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
                escape(out, b & 0xFF);
            }
        }
    }

    /** A query, its other-than-ASCII characters in the document's encoding; UTF-16 counts as UTF-8. */
    static String query(String in, int from, int to, Charset charset) {
        int i = from;
        while (i < to && in.charAt(i) < 128) {
            i++;
        }
        if (i == to
                || charset.equals(StandardCharsets.UTF_8)
                || charset.name().startsWith("UTF-16")
                || !charset.canEncode()) {
            return encode(in, from, to, QUERY);
        }
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder out = new StringBuilder(to - from + 24);
        for (i = from; i < to; ) {
            int c = in.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c < 128) {
                append(out, in, i, end, QUERY);
            } else {
                encoded(out, encoder, c);
            }
            i = end;
        }
        return out.toString();
    }

    private static void encoded(StringBuilder out, CharsetEncoder encoder, int c) {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(Character.toChars(c)));
            while (bytes.hasRemaining()) {
                int b = bytes.get() & 0xFF;
                if (b < 128 && !QUERY[b]) { // the second half of a character of Shift_JIS, GBK or Big5
                    out.append((char) b);
                } else {
                    escape(out, b);
                }
            }
        } catch (CharacterCodingException e) {
            out.append("%26%23").append(c).append("%3B");
        }
    }

    private static void escape(StringBuilder out, int b) {
        out.append('%').append(HEX[b >> 4]).append(HEX[b & 0xF]);
    }

    /** Joins a folder ({@code /a/b}, no slash at the end) and a relative path, {@code .} and {@code ..} resolved. */
    static String path(String folder, String in, int from, int to) {
        StringBuilder out = new StringBuilder(folder.length() + to - from + 24).append(folder);
        int at = from;
        while (true) {
            int end = at;
            while (end < to && in.charAt(end) != '/' && in.charAt(end) != '\\') {
                end++;
            }
            boolean last = end == to;
            int dots = dots(in, at, end);
            if (dots == 2) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            }
            if (dots == 0) {
                out.append('/');
                append(out, in, at, end, PATH);
            } else if (last) {
                out.append('/');
            }
            if (last) {
                return out.toString();
            }
            at = end + 1;
        }
    }

    /** 1 for {@code .}, 2 for {@code ..}, either dot perhaps written {@code %2e}; 0 for any other segment. */
    private static int dots(String in, int from, int to) {
        int count = 0;
        int i = from;
        while (i < to) {
            if (in.charAt(i) == '.') {
                i++;
            } else if (Chars.at(in, i, to, "%2e")) {
                i += 3;
            } else {
                return 0;
            }
            if (++count > 2) {
                return 0;
            }
        }
        return count;
    }
}
