package org.pressmark.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a crawl did so far, or did.
 *
 * @param took since it began
 * @param visits addresses asked, feeds and sitemaps among them
 * @param outcomes how many of them ended as what, by the words of {@link CaptureResult.Outcome}
 * @param failures how many failed or were refused for which reason
 * @param captures records stored: pages, their parts, redirects, robots.txt files
 * @param bytes payload stored
 * @param found addresses that were not known before
 * @param waiting addresses that are still to be visited, those that are not due yet among them
 * @param next when the next of them is due
 * @param hosts what was done at each host, the busiest first
 * @param notes what a person should know, e.g. why it ended early; each a sentence
 * @param unread names of the sources none of whose own addresses could be read
 * @param early whether it ended before all that was due was visited: a limit was reached, a host wants to be let alone
 */
public record CrawlSummary(
        Duration took,
        long visits,
        Map<String, Long> outcomes,
        Map<String, Long> failures,
        long captures,
        long bytes,
        long found,
        long waiting,
        Optional<Instant> next,
        List<Host> hosts,
        List<String> notes,
        List<String> unread,
        boolean early) {

    /**
     * One host.
     *
     * @param state what it is doing, e.g. {@code asking}, or why it is let alone; empty text where it has nothing to do
     */
    public record Host(String name, long visits, long troubles, long bytes, String state) {
        public Host {
            Objects.requireNonNull(name);
        }
    }

    public CrawlSummary {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        hosts = List.copyOf(new ArrayList<>(hosts));
        notes = List.copyOf(notes);
        unread = List.copyOf(unread);
    }

    /** Whether it ran to its end and read something of every source; single addresses may have failed. */
    public boolean whole() {
        return unread.isEmpty() && !early;
    }

    /** How many visits ended so. */
    public long count(CaptureResult.Outcome outcome) {
        return outcomes.getOrDefault(outcome.word(), 0L);
    }
}
