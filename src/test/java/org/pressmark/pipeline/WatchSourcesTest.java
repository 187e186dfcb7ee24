package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.pipeline.CrawlHouse.BASE;
import static org.pressmark.pipeline.CrawlHouse.HOST;
import static org.pressmark.pipeline.CrawlHouse.article;
import static org.pressmark.pipeline.CrawlHouse.feed;
import static org.pressmark.pipeline.CrawlHouse.item;
import static org.pressmark.pipeline.CrawlHouse.rss;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Scope;
import org.pressmark.model.Source;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

/** A watch of a real server on a clock that is set by hand. */
class WatchSourcesTest {
    private static final int ARTICLES = 8;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Source PAPER = feed(Scope.ofHosts(List.of(HOST), 1));

    @TempDir
    Path folder;

    /** A watch in a thread of its own, and what it said last. */
    private static final class Watching implements AutoCloseable {
        private final AtomicBoolean stop = new AtomicBoolean();
        private volatile Optional<CrawlSummary> said = Optional.empty();
        private final AtomicLong rounds = new AtomicLong();
        private volatile Optional<Exception> trouble = Optional.empty();
        private final Thread thread;

        Watching(CrawlHouse house) {
            thread = new Thread(() -> {
                try (Pipeline open = house.open();
                        WatchSources watch = new WatchSources(open, Duration.ofMillis(5))) {
                    said = Optional.of(watch.run(() -> List.of(PAPER), stop::get, summary -> {
                        said = Optional.of(summary);
                        rounds.incrementAndGet();
                    }));
                } catch (Exception e) {
                    trouble = Optional.of(e);
                }
            });
            thread.start();
        }

        /** Lets the clock go on from one due time to the next, until this time. */
        void until(TestClock clock, Instant end) throws InterruptedException {
            while (clock.instant().isBefore(end) && thread.isAlive()) {
                long seen = rounds.get();
                while (rounds.get() < seen + 2 && thread.isAlive()) {
                    Thread.sleep(2);
                }
                Optional<Instant> next = said.flatMap(CrawlSummary::next);
                // What is being visited is due an hour on, as far as the index knows: so never more than some minutes.
                if (next.isPresent() && next.get().isAfter(clock.instant())) {
                    Instant soon = clock.instant().plus(Duration.ofMinutes(10));
                    clock.set(next.get().isBefore(soon) ? next.get() : soon);
                }
            }
        }

        @Override
        public void close() {
            stop.set(true);
            try {
                thread.join(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertEquals(Optional.empty(), trouble);
        }
    }

    private static List<Version> versions(CrawlHouse house, int article) {
        try (Pipeline open = house.open()) {
            return open.store().read(tx -> tx.versions().of(UrlKey.of(BASE + "/" + article)));
        }
    }

    @Test
    void seesEditsWithinTwoIntervalsAndGoesOnWhereItWas() throws Exception {
        try (TestPress press = TestPress.open()) {
            CrawlHouse house = new CrawlHouse(folder, press);
            Instant start = house.clock.instant();
            List<Instant> edits = new ArrayList<>();
            String[] items = new String[ARTICLES];
            for (int i = 0; i < ARTICLES; i++) {
                Instant edit = start.plus(Duration.ofMinutes(90 + 47L * i));
                edits.add(edit);
                items[i] = item("/" + i, "");
                String title = "Story " + i;
                press.page(
                        HOST,
                        "/" + i,
                        (request, out) -> Reply.html(article(
                                        title, house.clock.instant().isBefore(edit) ? "As it was." : "As it is now."))
                                .send(request, out));
            }
            byte[] feed = rss(items).getBytes(StandardCharsets.UTF_8);
            press.page(HOST, "/feed", Reply.content("application/rss+xml", feed));
            try (Watching watching = new Watching(house)) {
                watching.until(house.clock, start.plus(Duration.ofHours(5)));
            }
            int before = press.requests().size();
            try (Watching watching = new Watching(house)) {
                watching.until(house.clock, start.plus(Duration.ofMinutes(301)));
            }
            assertTrue(press.requests().size() - before < ARTICLES, "it does not begin from the beginning");
            try (Watching watching = new Watching(house)) {
                watching.until(house.clock, start.plus(Duration.ofHours(16)));
                assertTrue(watching.said.orElseThrow().count(Outcome.NEW_VERSION) > 0);
            }
            for (int i = 0; i < ARTICLES; i++) {
                List<Version> versions = versions(house, i);
                assertEquals(2, versions.size(), "article " + i);
                Duration late = Duration.between(edits.get(i), versions.get(1).firstSeen());
                assertTrue(late.compareTo(HOUR.multipliedBy(2)) <= 0, "article " + i + " was seen " + late + " late");
                int visits = press.requests(HOST, "/" + i).size();
                assertTrue(visits < 16, "article " + i + " was visited " + visits + " times in 16 hours");
            }
        }
    }
}
