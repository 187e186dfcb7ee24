package org.pressmark.extract;

/** Walks the source beside a text node's decoded characters, so that each knows its place, character references and all. */
final class Walk {
    private static final int LONGEST = 34;

    private final String source;
    private int at;
    private boolean pair;

    Walk(String source, int from) {
        this.source = source;
        this.at = from;
    }

    /** The place of the next decoded character. */
    int next(char c) {
        if (pair && Character.isLowSurrogate(c)) {
            pair = false;
            return Math.max(0, at - 1);
        }
        pair = false;
        if (at >= source.length()) {
            return source.length();
        }
        int here = at;
        char raw = source.charAt(at);
        if (raw == '\r' && c == '\n' && at + 1 < source.length() && source.charAt(at + 1) == '\n') {
            at += 2;
        } else if (raw == '&' && (c != '&' || reference(at))) {
            at = past(at);
            pair = Character.isHighSurrogate(c);
        } else {
            at++;
        }
        return here;
    }

    private boolean reference(int from) {
        return source.startsWith("&amp", from)
                || source.startsWith("&AMP", from)
                || source.startsWith("&#38", from)
                || source.startsWith("&#x26", from)
                || source.startsWith("&#038", from);
    }

    private int past(int from) {
        int stop = from + 1;
        while (stop < source.length()
                && stop < from + LONGEST
                && (Character.isLetterOrDigit(source.charAt(stop)) || source.charAt(stop) == '#')) {
            stop++;
        }
        return stop < source.length() && source.charAt(stop) == ';' ? stop + 1 : stop;
    }
}
