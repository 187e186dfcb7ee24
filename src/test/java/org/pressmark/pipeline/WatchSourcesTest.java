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

        /** Waits until nothing is done any more. */
        void rest() throws InterruptedException {
            long seen = rounds.get();
            while (rounds.get() < seen + 50 && thread.isAlive()) {
                Thread.sleep(5);
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

    @Test
    void aClockThatJumpsNeitherStallsTheScheduleNorFloodsTheHost() throws Exception {
        try (TestPress press = TestPress.open()) {
            CrawlHouse house = withOneArticle(press);
            try (Watching watching = new Watching(house)) {
                watching.until(house.clock, house.clock.instant().plus(HOUR.multipliedBy(3)));
                watching.rest();
                house.clock.set(house.clock.instant().minus(Duration.ofDays(1)));
                int before = press.requests(HOST, "/0").size();
                watching.until(house.clock, house.clock.instant().plus(HOUR.multipliedBy(6)));
                int more = press.requests(HOST, "/0").size() - before;
                assertTrue(more >= 2 && more <= 8, "set back a day: visited " + more + " times in six hours");
                watching.rest();
                before = press.requests().size();
                house.clock.advance(Duration.ofDays(1));
                watching.rest();
                more = press.requests().size() - before;
                assertTrue(more >= 1 && more <= 4, "set forward a day: " + more + " requests at once");
            }
            assertTrue(house.notices.stream().anyMatch(said -> said.code().equals("clock-set-back")));
        }
    }

    @Test
    void aClockThatWasYearsAheadAtTheLastRunStallsNothing() throws Exception {
        try (TestPress press = TestPress.open()) {
            CrawlHouse house = withOneArticle(press);
            Instant right = house.clock.instant();
            house.clock.set(right.plus(Duration.ofDays(3650)));
            house.crawl(PAPER);
            house.clock.set(right);
            int before = press.requests(HOST, "/0").size();
            try (Watching watching = new Watching(house)) {
                watching.until(house.clock, right.plus(HOUR.multipliedBy(4)));
            }
            int more = press.requests(HOST, "/0").size() - before;
            assertTrue(more >= 2 && more <= 6, "visited " + more + " times in four hours");
        }
    }

    private CrawlHouse withOneArticle(TestPress press) {
        press.page(HOST, "/feed", Reply.content("text/xml", rss(item("/0", "")).getBytes(StandardCharsets.UTF_8)));
        press.page(HOST, "/0", Reply.html(article("Story", "As it was.")));
        return new CrawlHouse(folder, press);
    }
}
