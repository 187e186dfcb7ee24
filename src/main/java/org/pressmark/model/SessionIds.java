package org.pressmark.model;

/**
 * Takes session ids out of the path and query of an address, as the field's indexes do. Each search goes once from left to
 * right and keeps the last place that fits, so hostile addresses cost no more than their length.
 */
final class SessionIds {
    private static final String[] NAMES = {"jsessionid=", "phpsessid=", "sid="};

    private SessionIds() {}

    /** A lower-case path without ASP.NET's ids: {@code /(s(4hqa…45))/a.aspx} and {@code /(4hqa…45)/a.aspx}. */
    static String outOfPath(String path) {
        if (!path.contains(".aspx") || !path.contains("/(")) {
            return path;
        }
        return withoutGroup(withoutGroup(path, true), false);
    }

    private static String withoutGroup(String path, boolean lettered) {
        int cutFrom = -1;
        int cutTo = -1;
        int aspx = 0;
        int question = 0;
        for (int slash = path.indexOf("/("); slash >= 0; slash = path.indexOf("/(", slash + 1)) {
            int end = lettered ? letteredGroupEnd(path, slash + 1) : groupEnd(path, slash + 1);
            if (end < 0 || end >= path.length() || path.charAt(end) != '/') {
                continue;
            }
            int rest = end + 1;
            aspx = aspx >= 0 && aspx < rest + 1 ? path.indexOf(".aspx", rest + 1) : aspx;
            question = question >= 0 && question < rest ? path.indexOf('?', rest) : question;
            if (aspx >= 0 && (question < 0 || aspx < question)) {
                cutFrom = slash + 1;
                cutTo = rest;
            }
        }
        return cutFrom < 0 ? path : path.substring(0, cutFrom) + path.substring(cutTo);
    }

    /** The place after {@code (x(24 letters or digits)…)}, −1 where there is none. */
    private static int letteredGroupEnd(String path, int open) {
        int at = open + 1;
        int count = 0;
        while (at + 1 < path.length() && SurtText.isLetter(path.charAt(at))) {
            int end = groupEnd(path, at + 1);
            if (end < 0) {
                return -1;
            }
            at = end;
            count++;
        }
        return count > 0 && at < path.length() && path.charAt(at) == ')' ? at + 1 : -1;
    }

    /** The place after {@code (24 letters or digits)}, −1 where there is none. */
    private static int groupEnd(String path, int open) {
        int close = open + 25;
        boolean fits = close < path.length() && path.charAt(open) == '(' && path.charAt(close) == ')';
        return fits && run(path, open + 1, 24, true) ? close + 1 : -1;
    }

    /** A lower-case query without the ids of servlets, PHP, ASP and ColdFusion. */
    static String outOfQuery(String query) {
        String out = query;
        for (String name : NAMES) {
            int last = -1;
            for (int at = out.indexOf(name); at >= 0; at = out.indexOf(name, at + 1)) {
                int end = at + name.length() + 32;
                last = run(out, at + name.length(), 32, true) && endsPair(out, end) ? at : last;
            }
            out = last < 0 ? out : without(out, last, last + name.length() + 32);
        }
        return withoutColdFusion(withoutAsp(out));
    }

    private static String withoutAsp(String query) {
        String name = "aspsessionid";
        int last = -1;
        for (int at = query.indexOf(name); at >= 0; at = query.indexOf(name, at + 1)) {
            int equals = at + name.length() + 8;
            boolean fits = run(query, at + name.length(), 8, false)
                    && equals < query.length()
                    && query.charAt(equals) == '='
                    && run(query, equals + 1, 24, false)
                    && endsPair(query, equals + 25);
            last = fits ? at : last;
        }
        return last < 0 ? query : without(query, last, last + name.length() + 33);
    }

    private static String withoutColdFusion(String query) {
        String id = "cfid=";
        String token = "&cftoken=";
        int last = -1;
        int amp = 0;
        for (int at = query.indexOf(id); at >= 0; at = query.indexOf(id, at + 1)) {
            amp = amp < at + id.length() ? query.indexOf('&', at + id.length()) : amp;
            if (amp < 0) {
                break;
            }
            int value = amp + token.length();
            boolean fits = amp > at + id.length()
                    && query.startsWith(token, amp)
                    && value < query.length()
                    && query.charAt(value) != '&';
            last = fits ? at : last;
        }
        if (last < 0) {
            return query;
        }
        int pair = query.indexOf('&', last);
        int end = query.indexOf('&', pair + 1);
        return without(query, last, end < 0 ? query.length() : end);
    }

    /** Cuts the span and the {@code &} after it. */
    private static String without(String query, int start, int end) {
        return query.substring(0, start) + (end < query.length() ? query.substring(end + 1) : "");
    }

    private static boolean endsPair(String query, int end) {
        return end == query.length() || (end < query.length() && query.charAt(end) == '&');
    }

    private static boolean run(String text, int start, int count, boolean digits) {
        if (start + count > text.length()) {
            return false;
        }
        for (int i = start; i < start + count; i++) {
            char c = text.charAt(i);
            if (!SurtText.isLetter(c) && !(digits && SurtText.isDigit(c))) {
                return false;
            }
        }
        return true;
    }
}
