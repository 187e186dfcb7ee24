package org.pressmark.markup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Punycode;

/** Host names as browsers write them (URL standard, "host parsing"): ASCII, lower case, numbers as IPv4 addresses. */
final class HostName {
    private static final String FORBIDDEN = " #%/:<>?@[\\]^|";

    private HostName() {}

    /** The host, or null where a browser would refuse it. */
    static @Nullable String normal(String raw) {
        if (raw.isEmpty()) {
            return null;
        }
        if (raw.charAt(0) == '[') {
            return raw.endsWith("]") ? Ipv6.normal(raw.substring(1, raw.length() - 1)) : null;
        }
        String host = plain(raw) ? Chars.lower(raw, 0, raw.length()) : ascii(decoded(raw));
        if (host == null || host.isEmpty() || forbidden(host)) {
            return null;
        }
        return Ipv4.number(host) ? Ipv4.normal(host) : host;
    }

    private static boolean plain(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!Chars.alphanumeric(c) && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean forbidden(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= ' ' || c >= 0x7F || FORBIDDEN.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static @Nullable String ascii(String host) {
        String[] labels = host.replace("\u00AD", "").replace('\u1E9E', '\u00DF').split("[.\u3002\uFF0E\uFF61]", -1);
        try {
            for (int i = 0; i < labels.length; i++) {
                labels[i] = Punycode.label(labels[i]);
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        String ascii = String.join(".", labels);
        return Chars.lower(ascii, 0, ascii.length());
    }
}
