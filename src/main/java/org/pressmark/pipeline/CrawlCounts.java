package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CrawlSummary;

/** What a crawl did so far, counted by many threads; of hosts and reasons only so many are kept apart. */
final class CrawlCounts {
    private static final int MOST_HOSTS = 1_000;
    private static final int MOST_REASONS = 50;
    private static final String OTHERS = "others";

    private final Map<CaptureResult.Outcome, Long> outcomes = new EnumMap<>(CaptureResult.Outcome.class);
    private final Map<String, Long> failures = new TreeMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final List<String> notes = new java.util.ArrayList<>();
    /** What was not gone through to its end: why, how often, and where first. */
    private final Map<String, LeftOut> leftOut = new TreeMap<>();
    /** For each source whether any of its own addresses could be read. */
    private final Map<String, Boolean> read = new TreeMap<>();

    private boolean early;
    private long due;
    private long visits;
    private long found;

    private static final class Host {
        long visits;
        long troubles;
        long bytes;
        String state = "";
    }

    private static final class LeftOut {
        final String first;
        long pages;

        LeftOut(String first) {
            this.first = first;
        }
    }

    /**
     * Notes that a page was not gone through to its end.
     *
     * @param why as of many, e.g. {@code more links than are followed of one page}
     */
    synchronized void leftOut(String why, String url) {
        leftOut.computeIfAbsent(why, key -> new LeftOut(url)).pages++;
    }

    synchronized void visited(String host, CaptureResult result, String reason) {
        visits++;
        outcomes.merge(result.outcome(), 1L, Long::sum);
        Host row = host(host);
        row.visits++;
        row.bytes += result.capture()
                .filter(capture -> !capture.revisit())
                .map(capture -> capture.payloadLength())
                .orElse(0L);
        if (!reason.isEmpty()) {
            row.troubles++;
            failures.merge(
                    failures.containsKey(reason) || failures.size() < MOST_REASONS ? reason : OTHERS, 1L, Long::sum);
        }
    }

    /** One of the addresses that a source begins with was asked. */
    synchronized void entry(String source, boolean good) {
        read.merge(source, good, Boolean::logicalOr);
    }

    /** Notes why not all that is due is visited. */
    synchronized void early(String sentence) {
        early = true;
        note(sentence);
    }

    /** So many addresses were due when it began. */
    synchronized void expect(long addresses) {
        due = addresses;
    }

    /** How many are left of those that were due and those that were found since; a guess, where some are visited twice. */
    synchronized long expected() {
        return Math.max(0, due + found - visits);
    }

    synchronized void found(long addresses) {
        found += addresses;
    }

    synchronized void state(String host, String state) {
        host(host).state = state;
    }

    synchronized void note(String sentence) {
        if (!notes.contains(sentence) && notes.size() < MOST_REASONS) {
            notes.add(sentence);
        }
    }

    private List<String> said() {
        List<String> all = new java.util.ArrayList<>(notes);
        leftOut.forEach((why, what) -> all.add(what.pages + (what.pages == 1 ? " page: " : " pages: ") + why
                + "; the rest is left out, first on " + what.first));
        return all;
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(
                hosts.containsKey(name) || hosts.size() < MOST_HOSTS ? name : OTHERS, key -> new Host());
    }

    synchronized CrawlSummary summary(Duration took, long captures, long bytes, long waiting, Optional<Instant> next) {
        Map<String, Long> words = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> words.put(outcome.word(), count));
        List<CrawlSummary.Host> rows = hosts.entrySet().stream()
                .map(row -> new CrawlSummary.Host(
                        row.getKey(),
                        row.getValue().visits,
                        row.getValue().troubles,
                        row.getValue().bytes,
                        row.getValue().state))
                .sorted(Comparator.comparingLong(CrawlSummary.Host::visits).reversed())
                .toList();
        List<String> unread = read.entrySet().stream()
                .filter(source -> !source.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return new CrawlSummary(
                took, visits, words, failures, captures, bytes, found, waiting, next, rows, said(), unread, early);
    }
}
