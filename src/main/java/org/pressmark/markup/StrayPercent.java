package org.pressmark.markup;

/**
 * Percent signs in the path of an address that begin no percent-encoded byte, e.g. {@code /100%.png}. Browsers send them as they
 * are and most servers bear it; those that do not, ours among them, take {@code %25}, which canonicalisation (SURT) holds equal.
 */
public final class StrayPercent {
    private StrayPercent() {}

    /** The address with such signs encoded, else as it is; its query and fragment stay as they are. */
    public static String encoded(String url) {
        int end = pathEnd(url);
        int from = url.indexOf('%');
        if (from < 0 || from >= end) {
            return url;
        }
        StringBuilder out = new StringBuilder(url.length() + 8);
        for (int i = 0; i < end; i++) {
            char c = url.charAt(i);
            out.append(c);
            if (c == '%' && !(i + 2 < end && hex(url.charAt(i + 1)) && hex(url.charAt(i + 2)))) {
                out.append("25");
            }
        }
        return out.append(url, end, url.length()).toString();
    }

    private static int pathEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }

    private static boolean hex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }
}
