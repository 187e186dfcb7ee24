package org.pressmark.model;

import java.util.Locale;

/**
 * Which keys of the index are asked for.
 *
 * @param match how {@code key} is meant
 * @param key a SURT key, or the beginning of some
 * @param end for a range, the first key that no longer belongs to it
 */
public record KeyRange(Match match, String key, String end) {
    /** Behind every key of an address, in the order of UTF-8 as in that of UTF-16. */
    private static final String BEHIND_ALL = "\uffff";

    /** Ways in which a key can be meant. */
    public enum Match {
        /** This key alone. */
        EXACT,
        /** Keys that begin so. */
        PREFIX,
        /** Every address of a host. */
        HOST,
        /** Every address of a host and of the hosts below it. */
        DOMAIN,
        /** Keys from this one up to another. */
        RANGE
    }

    /** An address, or the beginning of addresses with {@code *} behind it, {@code *.} before a host for its domain. */
    public static KeyRange of(String url) {
        if (url.startsWith("*.") && url.length() > 2) {
            return of(Match.DOMAIN, url.substring(2));
        }
        return url.endsWith("*") && url.length() > 1
                ? of(Match.PREFIX, url.substring(0, url.length() - 1))
                : of(Match.EXACT, url);
    }

    /** An address meant so; of a host or domain only its host counts. A range has no end. */
    public static KeyRange of(Match match, String url) {
        String key = UrlKey.of(url).surt();
        int bracket = key.indexOf(')');
        String host = bracket < 0 ? key : key.substring(0, bracket);
        return switch (match) {
            case EXACT, RANGE -> new KeyRange(match, key, "");
            case PREFIX -> new KeyRange(match, prefix(key, url), "");
            case HOST -> new KeyRange(match, host + ")", "");
            case DOMAIN -> new KeyRange(match, host, "");
        };
    }

    /** True for a key that is asked for. */
    public boolean holds(String surt) {
        return switch (match) {
            case EXACT -> surt.equals(key);
            case PREFIX, HOST -> surt.startsWith(key);
            case DOMAIN -> surt.startsWith(key + ")") || surt.startsWith(key + ",") || surt.startsWith(key + ":");
            case RANGE -> surt.compareTo(key) >= 0 && (end.isEmpty() || surt.compareTo(end) < 0);
        };
    }

    /** No key that is asked for stands before this one, in the order of bytes. */
    public String first() {
        return match == Match.DOMAIN ? key + ")" : key;
    }

    /** No key that is asked for stands behind this one; between {@link #first} and this there may be others ({@link #holds}). */
    public String last() {
        return switch (match) {
            case EXACT -> key;
            case PREFIX, HOST -> following(key);
            case DOMAIN -> key + ";";
            case RANGE -> end.isEmpty() ? BEHIND_ALL : end;
        };
    }

    /** The first text behind all that begin so. */
    private static String following(String beginning) {
        for (int at = beginning.length() - 1; at >= 0; at--) {
            char c = beginning.charAt(at);
            if (c < '\ud7ff') {
                return beginning.substring(0, at) + (char) (c + 1);
            }
        }
        return BEHIND_ALL;
    }

    /** The key's last slash is dropped of an address, but of a beginning it is meant. */
    private static String prefix(String key, String url) {
        boolean slash = url.endsWith("/") && !key.endsWith("/") && key.indexOf('?') < 0;
        return slash ? key + "/" : key;
    }

    @Override
    public String toString() {
        return match.name().toLowerCase(Locale.ROOT) + " " + key;
    }
}
