package org.pressmark.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A publication that is followed: where its articles are found, which addresses are its own, and how often to come.
 *
 * @param name by which people and the frontier know it
 * @param seeds pages whose links are followed, and theirs, as deep as the scope says
 * @param feeds RSS, Atom or JSON feeds
 * @param sitemaps sitemaps and indexes of them; {@code robots} stands for those that robots.txt names
 * @param sections pages that list articles: their links that look like articles are captured
 * @param scope which of the addresses found there count
 * @param schedule when articles are visited again
 * @param limits where a run stops
 * @param paused true: left alone for now
 * @param access what a person gave to be let in by
 */
public record Source(
        String name,
        List<String> seeds,
        List<String> feeds,
        List<String> sitemaps,
        List<String> sections,
        Scope scope,
        Schedule schedule,
        Limits limits,
        boolean paused,
        Access access) {
    /** In place of a sitemap's address: whatever robots.txt names. */
    public static final String ROBOTS = "robots";

    /**
     * Where a run stops, and each day of a watch.
     *
     * @param pages addresses visited
     * @param bytes received
     * @param time spent, for a run
     */
    public record Limits(long pages, long bytes, Duration time) {
        /** Plenty for a newspaper. */
        public static final Limits DEFAULT = new Limits(100_000, 50L << 30, Duration.ofDays(2));

        public Limits {
            if (pages < 1 || bytes < 1 || time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException(
                        "expected limits above 0, found " + pages + ", " + bytes + ", " + time);
            }
        }
    }

    /** A source that anybody may read. */
    public Source(
            String name,
            List<String> seeds,
            List<String> feeds,
            List<String> sitemaps,
            List<String> sections,
            Scope scope,
            Schedule schedule,
            Limits limits,
            boolean paused) {
        this(name, seeds, feeds, sitemaps, sections, scope, schedule, limits, paused, Access.NONE);
    }

    public Source {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("expected a name of at most 200 characters, found '" + name + "'");
        }
        seeds = List.copyOf(seeds);
        feeds = List.copyOf(feeds);
        sitemaps = List.copyOf(sitemaps);
        sections = List.copyOf(sections);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(schedule);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(access);
        if (seeds.isEmpty() && feeds.isEmpty() && sitemaps.isEmpty() && sections.isEmpty()) {
            throw new IllegalArgumentException("expected seeds, feeds, sitemaps or sections, found none");
        }
    }

    /** All addresses that it begins with, {@link #ROBOTS} apart. */
    public List<String> entries() {
        return Stream.of(seeds, feeds, sitemaps, sections)
                .flatMap(List::stream)
                .filter(entry -> !entry.equals(ROBOTS))
                .distinct()
                .toList();
    }
}
