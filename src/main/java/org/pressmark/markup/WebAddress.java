package org.pressmark.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A web address, read and resolved as browsers do (URL standard, "URL parsing"): spaces, {@code |}, backslashes, stray tabs
 * and line ends, {@code ..}, host names in any script. {@code java.net.URI} refuses half of what pages really contain.
 */
public final class WebAddress {
    private final String scheme;
    private final String authority;
    private final String host;
    private final String path;
    private final String query;
    private final String fragment;
    private final String withoutFragment;

    private WebAddress(String scheme, String authority, String host, String path, String query, String fragment) {
        this.scheme = scheme;
        this.authority = authority;
        this.host = host;
        this.path = path;
        this.query = query;
        this.fragment = fragment;
        this.withoutFragment = scheme + ":" + authority + path + query;
    }

    /**
     * Reads an absolute address.
     *
     * @param text as written, e.g. {@code " HTTP://Example.org:80/a b"}
     * @return the address ({@code http://example.org/a%20b}), or nothing where a browser would refuse it
     */
    public static Optional<WebAddress> parse(String text) {
        return Optional.ofNullable(parse(text, null, StandardCharsets.UTF_8));
    }

    /**
     * Resolves a reference.
     *
     * @param base the absolute address it stands on, e.g. {@code https://example.org/a/b?c}
     * @param raw the reference as written, e.g. {@code ../x y}
     * @return the absolute address, e.g. {@code https://example.org/x%20y}; nothing where a browser would refuse it
     */
    public static Optional<String> resolve(String base, String raw) {
        WebAddress on = parse(base, null, StandardCharsets.UTF_8);
        WebAddress found = parse(raw, on, StandardCharsets.UTF_8);
        return found == null ? Optional.empty() : Optional.of(found.href());
    }

    /** Resolves a reference on this address; see {@link #resolve(String, String)}. */
    public Optional<WebAddress> resolve(String raw) {
        return Optional.ofNullable(parse(raw, this, StandardCharsets.UTF_8));
    }

    /**
     * Resolves a reference found in a document.
     *
     * @param documentCharset the document's encoding, in which browsers write non-ASCII characters of the query
     */
    public Optional<WebAddress> resolve(String raw, Charset documentCharset) {
        return Optional.ofNullable(parse(raw, this, documentCharset));
    }

    /** The whole address, e.g. {@code https://example.org/a?b#c}. */
    public String href() {
        return withoutFragment + fragment;
    }

    /** The address without its fragment: what is asked of the server. */
    public String withoutFragment() {
        return withoutFragment;
    }

    /** Lower case, without the colon. */
    public String scheme() {
        return scheme;
    }

    /** The host in lower case and ASCII (IPv6 in brackets); empty text for addresses without one. */
    public String host() {
        return host;
    }

    /** The path with its leading slash, percent-encoded. */
    public String path() {
        return path;
    }

    /** The query with its question mark, or empty text. */
    public String query() {
        return query;
    }

    /** The fragment with its number sign, or empty text. */
    public String fragment() {
        return fragment;
    }

    /** Scheme, host and port, e.g. {@code https://example.org:8080}; empty text for addresses without a host. */
    public String origin() {
        if (host.isEmpty()) {
            return "";
        }
        return scheme + "://" + authority.substring(Math.max(2, authority.lastIndexOf('@') + 1));
    }

    /** True for {@code http} and {@code https}. */
    public boolean fetchable() {
        return !host.isEmpty() && (scheme.equals("http") || scheme.equals("https"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebAddress that && that.href().equals(href());
    }

    @Override
    public int hashCode() {
        return href().hashCode();
    }

    @Override
    public String toString() {
        return href();
    }

    static @Nullable WebAddress parse(String raw, @Nullable WebAddress base, Charset documentCharset) {
        String in = clean(raw);
        int colon = schemeEnd(in);
        if (colon > 0) {
            String scheme = Chars.lower(in, 0, colon);
            if (!special(scheme)) {
                return opaque(scheme, in, colon + 1);
            }
            if (base == null || !base.scheme.equals(scheme) || slash(in, colon + 1) && slash(in, colon + 2)) {
                return absolute(scheme, in, colon + 1, documentCharset);
            }
            return relative(in, colon + 1, base, documentCharset);
        }
        if (base == null) {
            return null;
        }
        if (base.host.isEmpty()) {
            boolean onlyFragment = !in.isEmpty() && in.charAt(0) == '#';
            return onlyFragment ? base.with(base.path, base.query, fragment(in, 0)) : null;
        }
        return relative(in, 0, base, documentCharset);
    }

    private static WebAddress opaque(String scheme, String in, int from) {
        int hash = Chars.find(in, '#', from, in.length());
        String path = PercentCodec.encode(in, from, hash, PercentCodec.CONTROL);
        return new WebAddress(scheme, "", "", path, "", fragment(in, hash));
    }

    private static @Nullable WebAddress absolute(String scheme, String in, int from, Charset charset) {
        int at = from;
        while (slash(in, at)) {
            at++;
        }
        int end = at;
        int user = -1;
        while (end < in.length() && !slash(in, end) && in.charAt(end) != '?' && in.charAt(end) != '#') {
            if (in.charAt(end) == '@') {
                user = end;
            }
            end++;
        }
        int hostStart = user < 0 ? at : user + 1;
        int port = portColon(in, hostStart, end);
        String host = HostName.normal(in.substring(hostStart, port));
        int number = portNumber(in, port + 1, end);
        if (host == null || number < -1) {
            return null;
        }
        String login = user > at ? login(in, at, user) : "";
        String shown = number < 0 || number == defaultPort(scheme) ? "" : ":" + number;
        WebAddress root = new WebAddress(scheme, "//" + login + host + shown, host, "", "", "");
        return relative(in, end, root, charset);
    }

    private static String login(String in, int from, int to) {
        int colon = Chars.find(in, ':', from, to);
        String name = PercentCodec.encode(in, from, colon, PercentCodec.USER);
        return colon == to ? name + "@" : name + ":" + PercentCodec.encode(in, colon + 1, to, PercentCodec.USER) + "@";
    }

    private static @Nullable WebAddress relative(String in, int from, WebAddress base, Charset charset) {
        int hash = Chars.find(in, '#', from, in.length());
        int mark = Chars.find(in, '?', from, hash);
        String fragment = fragment(in, hash);
        if (mark == from && !base.path.isEmpty()) {
            String query = mark == hash ? base.query : query(in, mark, hash, charset);
            return base.with(base.path, query, fragment);
        }
        if (slash(in, from) && slash(in, from + 1) && !base.path.isEmpty()) {
            return absolute(base.scheme, in, from, charset);
        }
        String folder =
                slash(in, from) || base.path.isEmpty() ? "" : base.path.substring(0, base.path.lastIndexOf('/'));
        int first = slash(in, from) ? from + 1 : from;
        return base.with(PercentCodec.path(folder, in, first, mark), query(in, mark, hash, charset), fragment);
    }

    private WebAddress with(String newPath, String newQuery, String newFragment) {
        return new WebAddress(scheme, authority, host, newPath, newQuery, newFragment);
    }

    private static String query(String in, int mark, int hash, Charset charset) {
        return mark == hash ? "" : "?" + PercentCodec.query(in, mark + 1, hash, charset);
    }

    private static String fragment(String in, int hash) {
        return hash >= in.length() ? "" : "#" + PercentCodec.encode(in, hash + 1, in.length(), PercentCodec.FRAGMENT);
    }

    /** Drops outer control characters and spaces, and every tab and line end (URL standard, "basic URL parser" 1–3). */
    private static String clean(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && raw.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && raw.charAt(to - 1) <= ' ') {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (breaks(raw.charAt(i))) {
                StringBuilder out = new StringBuilder(to - from);
                for (int j = from; j < to; j++) {
                    if (!breaks(raw.charAt(j))) {
                        out.append(raw.charAt(j));
                    }
                }
                return out.toString();
            }
        }
        return raw.substring(from, to);
    }

    private static boolean breaks(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static int schemeEnd(String in) {
        if (in.isEmpty() || !Chars.letter(in.charAt(0))) {
            return -1;
        }
        for (int i = 1; i < in.length(); i++) {
            char c = in.charAt(i);
            if (c == ':') {
                return i;
            }
            if (!Chars.alphanumeric(c) && c != '+' && c != '-' && c != '.') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean slash(String in, int at) {
        return at < in.length() && (in.charAt(at) == '/' || in.charAt(at) == '\\');
    }

    private static boolean special(String scheme) {
        return defaultPort(scheme) > 0;
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ftp" -> 21;
            default -> -1;
        };
    }

    private static int portColon(String in, int from, int to) {
        boolean inBrackets = false;
        for (int i = from; i < to; i++) {
            char c = in.charAt(i);
            if (c == '[') {
                inBrackets = true;
            } else if (c == ']') {
                inBrackets = false;
            } else if (c == ':' && !inBrackets) {
                return i;
            }
        }
        return to;
    }

    /** The port, −1 where none is given, −2 where it is no port. */
    private static int portNumber(String in, int from, int to) {
        int number = from < to ? 0 : -1;
        for (int i = from; i < to; i++) {
            int digit = in.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > 6553) {
                return -2;
            }
            number = number * 10 + digit;
        }
        return number > 65535 ? -2 : number;
    }
}
