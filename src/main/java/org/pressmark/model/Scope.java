package org.pressmark.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which addresses belong to a source: those that any of the first four lists names, and none of the fifth.
 *
 * @param hosts host names, with or without {@code www.}, e.g. {@code news.example}
 * @param domains host names that stand for all hosts below them, too, e.g. {@code example.org}
 * @param prefixes beginnings of addresses, e.g. {@code https://www.example.org/news/}
 * @param patterns regular expressions of which one must be found in the address
 * @param exclude regular expressions of which none may be found in it
 * @param hops how many links may lead from a seed or section to an address; what a feed or sitemap names is one away
 */
public record Scope(
        List<String> hosts,
        List<String> domains,
        List<String> prefixes,
        List<String> patterns,
        List<String> exclude,
        int hops) {
    /** Deep enough for any archive that leads from page to page; a trap has no end. */
    public static final int MOST_HOPS = 30;

    public Scope {
        hosts = lower(hosts);
        domains = lower(domains);
        prefixes = List.copyOf(prefixes);
        patterns = compiled(patterns);
        exclude = compiled(exclude);
        if (hops < 0 || hops > MOST_HOPS) {
            throw new IllegalArgumentException("expected 0 to " + MOST_HOPS + " hops, found " + hops);
        }
    }

    /** All of these hosts, so many links deep. */
    public static Scope ofHosts(List<String> hosts, int hops) {
        return new Scope(hosts, List.of(), List.of(), List.of(), List.of(), hops);
    }

    /** True where no list says what belongs to it. */
    public boolean open() {
        return hosts.isEmpty() && domains.isEmpty() && prefixes.isEmpty() && patterns.isEmpty();
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> compiled(List<String> patterns) {
        patterns.forEach(Pattern::compile);
        return List.copyOf(patterns);
    }
}
