package org.pressmark.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an archive and what is to be visited stand at a moment, as its index tells: whichever process crawls.
 *
 * @param at that moment
 * @param captures records of all kinds
 * @param bytes of the WARC files
 * @param pages addresses that were captured as pages
 * @param versions texts of those pages
 * @param attempts how many ended without a capture, by outcome and reason, e.g. {@code refused robots}
 * @param sources how each source's addresses stand
 * @param hosts the hosts where most was visited, the busiest first
 */
public record CrawlState(
        Instant at,
        long captures,
        long bytes,
        long pages,
        long versions,
        Map<String, Long> attempts,
        List<Queue> sources,
        List<Queue> hosts) {
    /** Nothing is known of any crawl. */
    public static final CrawlState NOTHING = new CrawlState(Instant.EPOCH, 0, 0, 0, 0, Map.of(), List.of(), List.of());

    /**
     * The addresses of a source, or of a host.
     *
     * @param known all of them
     * @param waiting those that are to be visited at some time
     * @param due those of them whose time has come
     * @param taken those that somebody is visiting, or is about to
     * @param visits that counted, in all
     * @param edits seen by them
     * @param troubles addresses whose last visit gave no page
     * @param quietUntil until when the host is let alone, by its own word
     */
    public record Queue(
            String name,
            long known,
            long waiting,
            long due,
            long taken,
            long visits,
            long edits,
            long troubles,
            Optional<Instant> quietUntil) {}

    public CrawlState {
        attempts = Map.copyOf(new TreeMap<>(attempts));
        sources = List.copyOf(sources);
        hosts = List.copyOf(hosts);
    }
}
