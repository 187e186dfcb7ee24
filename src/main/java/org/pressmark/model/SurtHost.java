package org.pressmark.model;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The host of an address in its one form: escapes undone, IDN as punycode, odd IPv4 forms as four numbers. */
final class SurtHost {
    /** No name that DNS could hold is longer; beyond it IDN's algorithms would only cost time. */
    private static final int LONGEST_NAME = 1024;

    private SurtHost() {}

    /** The host in lower case, dots doubled or outermost dropped; may be empty. */
    static String canonical(String host) {
        String plain = SurtText.unescaped(host);
        plain = isAscii(plain) ? plain : punycode(plain);
        plain = withoutOuterDots(plain.replace("..", "."));
        String ip = ipv4(plain);
        return ip.isEmpty() ? SurtText.escapedLowerCase(plain) : ip;
    }

    /** {@code www.}, {@code www2.} and the like off. */
    static String withoutWww(String host) {
        if (!host.startsWith("www")) {
            return host;
        }
        int dot = 3;
        while (dot < host.length() && SurtText.isDigit(host.charAt(dot))) {
            dot++;
        }
        return dot < host.length() && host.charAt(dot) == '.' ? host.substring(dot + 1) : host;
    }

    /** {@code www.example.com} as {@code com,example,www}. */
    static String reversed(String host) {
        StringBuilder out = new StringBuilder(host.length());
        int end = host.length();
        for (int dot = host.lastIndexOf('.'); dot >= 0; dot = host.lastIndexOf('.', dot - 1)) {
            out.append(host, dot + 1, end).append(',');
            end = dot;
        }
        return out.append(host, 0, end).toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String withoutOuterDots(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '.') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(start, end);
    }

    /** IDNA 2003, as the reference has it; a name that it refuses stays as it is. */
    private static String punycode(String bytes) {
        if (bytes.length() > LONGEST_NAME) {
            return bytes;
        }
        try {
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.IGNORE)
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            return name.equals(".") ? bytes : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException refused) {
            return bytes; // the JDK throws the last of these on some empty labels
        }
    }

    /**
     * Reads the forms of IPv4 that {@code inet_aton} reads (one to four parts, a leading zero meaning octal), the first
     * part decimal or all of them octal; a bare number is taken modulo 2³².
     *
     * @return four decimal numbers, or empty text for anything else
     */
    private static String ipv4(String host) {
        if (host.isEmpty() || !SurtText.isDigit(host.charAt(0))) {
            return "";
        }
        long bits = 0;
        int parts = 0;
        long part = 0;
        boolean octal = host.charAt(0) == '0';
        boolean partOctal = octal;
        boolean empty = true;
        boolean dotted = host.indexOf('.') >= 0;
        for (int i = 0; i <= host.length(); i++) {
            char c = i < host.length() ? host.charAt(i) : '.';
            if (SurtText.isDigit(c)) {
                partOctal = (empty && dotted) ? c == '0' : (partOctal && dotted);
                if ((partOctal || (octal && dotted)) && c > '7') {
                    return "";
                }
                part = part * (partOctal ? 8 : 10) + (c - '0');
                part = dotted ? Math.min(part, 1L << 32) : part & 0xffffffffL;
                empty = false;
                continue;
            }
            boolean last = i == host.length();
            long most = last ? (1L << (8 * (4 - parts))) - 1 : 255;
            if (c != '.' || empty || parts == 4 || part > most) {
                return "";
            }
            bits |= last ? part : part << (8 * (3 - parts));
            parts++;
            part = 0;
            empty = true;
        }
        return (bits >> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }
}
