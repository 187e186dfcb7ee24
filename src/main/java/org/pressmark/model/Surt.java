package org.pressmark.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes SURT keys that equal those of the Python indexers, {@code surt.surt(url)} with its defaults, so that our index and
 * theirs name one page alike. Where the reference gives up with an error (a port that is no port) the key keeps what
 * stands there. Time grows with the length of the address and with no other property of it.
 */
final class Surt {
    private Surt() {}

    static String of(String url) {
        if (url.startsWith("filedesc")) {
            return url;
        }
        String text = SurtText.withoutWhiteSpace(SurtText.bytesOf(url));
        if (text.isEmpty()) {
            return "-";
        }
        if (schemeEnd(text) < 0) {
            text = "http://" + text;
        }
        text = withoutRepeatedProtocol(text);
        int colon = schemeEnd(text);
        return key(text.substring(0, colon), text, colon + 1);
    }

    private static String key(String scheme, String text, int start) {
        int hash = indexOrEnd(text, text.indexOf('#', start));
        int question = indexOrEnd(text, text.indexOf('?', start));
        int pathEnd = Math.min(question, hash);
        int pathStart = start;
        Authority authority = Authority.NONE;
        if (text.startsWith("//", start) && start + 2 <= pathEnd) {
            pathStart = Math.min(indexOrEnd(text, text.indexOf('/', start + 2)), pathEnd);
            authority = Authority.of(text.substring(start + 2, pathStart));
        }
        String path = text.substring(pathStart, pathEnd);
        String host = authority.host();
        if (scheme.startsWith("http") && host.isEmpty() && !path.isEmpty()) {
            int from = 0;
            while (from < path.length() && path.charAt(from) == '/') {
                from++;
            }
            int to = indexOrEnd(path, path.indexOf('/', from));
            host = path.substring(from, to);
            path = to < path.length() ? path.substring(to) : "/";
        }
        host = host.isEmpty() ? host : SurtHost.canonical(host);
        path = SurtText.unescaped(path);
        path = SurtText.escapedLowerCase(host.isEmpty() ? path : withoutDots(path));
        path = SessionIds.outOfPath(path);
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String query = question < hash ? text.substring(question + 1, hash) : "";
        query = sorted(SessionIds.outOfQuery(SurtText.escapedLowerCase(SurtText.unescaped(query))));

        StringBuilder key = new StringBuilder(text.length() + 8);
        if (host.isEmpty()) {
            key.append(scheme).append(':');
        } else {
            String name = scheme.equals("dns") ? host : SurtHost.withoutWww(host);
            key.append(SurtHost.reversed(name)).append(authority.port(scheme)).append(')');
        }
        key.append(path.isEmpty() && !query.isEmpty() ? "/" : path);
        return query.isEmpty() ? key.toString() : key.append('?').append(query).toString();
    }

    /** Host and port as written, user and password dropped. */
    private record Authority(String host, String portText) {
        static final Authority NONE = new Authority("", "");

        static Authority of(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ':') {
                end--;
            }
            String hostAndPort = text.substring(text.lastIndexOf('@', end) + 1, end);
            int bracket = hostAndPort.indexOf('[');
            String inner = hostAndPort.substring(bracket + 1);
            int close = bracket < 0 ? -1 : inner.indexOf(']');
            int colon = inner.indexOf(':', Math.max(0, close));
            int hostEnd = bracket < 0 ? indexOrEnd(inner, colon) : indexOrEnd(inner, close);
            boolean port = colon >= 0 && (bracket < 0 || close >= 0);
            return new Authority(inner.substring(0, hostEnd), port ? inner.substring(colon + 1) : "");
        }

        /** With its colon; empty for none and for the scheme's own. */
        String port(String scheme) {
            if (portText.isEmpty()) {
                return "";
            }
            if (!portText.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return ":" + SurtText.escapedLowerCase(portText);
            }
            int zeros = 0;
            while (zeros < portText.length() && portText.charAt(zeros) == '0') {
                zeros++;
            }
            String number = portText.substring(zeros);
            boolean usual = (scheme.equalsIgnoreCase("http") && number.equals("80"))
                    || (scheme.equalsIgnoreCase("https") && number.equals("443"));
            return usual || number.isEmpty() ? "" : ":" + number;
        }
    }

    /** The place of the colon after a scheme, −1 where the text begins with none. */
    private static int schemeEnd(String text) {
        if (text.isEmpty() || !SurtText.isLetter(text.charAt(0))) {
            return -1;
        }
        int at = 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!SurtText.isLetter(c) && !SurtText.isDigit(c) && c != '+' && c != '.' && c != '-') {
                break;
            }
            at++;
        }
        return at < text.length() && text.charAt(at) == ':' ? at : -1;
    }

    /** {@code http://https://a.example/} is {@code https://a.example/}. */
    private static String withoutRepeatedProtocol(String text) {
        int last = 0;
        int at = 0;
        while (true) {
            int length = text.startsWith("http://", at) ? 7 : text.startsWith("https://", at) ? 8 : 0;
            if (length == 0) {
                return text.substring(last);
            }
            last = at;
            at += length;
        }
    }

    /** Dot segments resolved, repeated slashes joined, a slash at the start. */
    private static String withoutDots(String path) {
        List<String> kept = new ArrayList<>();
        int slash = path.indexOf('/');
        while (slash >= 0) {
            int next = path.indexOf('/', slash + 1);
            String segment = path.substring(slash + 1, indexOrEnd(path, next));
            if (segment.equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            } else if (!segment.equals(".")) {
                kept.add(segment);
            }
            slash = next;
        }
        StringBuilder out = new StringBuilder(path.length() + 1).append('/');
        for (int i = 0; i < kept.size(); i++) {
            String segment = kept.get(i);
            boolean last = i == kept.size() - 1;
            out.append(segment).append(last || segment.isEmpty() ? "" : "/");
        }
        return out.toString();
    }

    private static String sorted(String query) {
        if (query.indexOf('&') < 0) {
            return query;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int start = 0; start <= query.length(); ) {
            int end = indexOrEnd(query, query.indexOf('&', start));
            pairs.add(Pair.of(query.substring(start, end)));
            start = end + 1;
        }
        Collections.sort(pairs);
        StringBuilder out = new StringBuilder(query.length());
        for (Pair pair : pairs) {
            out.append(pair.text()).append('&');
        }
        return out.substring(0, out.length() - 1);
    }

    /** A query's pair, ordered by name, a name alone before the same name with a value. */
    private record Pair(String name, String text) implements Comparable<Pair> {
        static Pair of(String text) {
            return new Pair(text.substring(0, indexOrEnd(text, text.indexOf('='))), text);
        }

        @Override
        public int compareTo(Pair other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : text.compareTo(other.text);
        }
    }

    private static int indexOrEnd(String text, int index) {
        return index < 0 ? text.length() : index;
    }
}
