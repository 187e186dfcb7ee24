package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Queued;
import org.pressmark.model.Sighting;
import org.pressmark.model.Sighting.How;
import org.pressmark.model.Sighting.Task;
import org.pressmark.model.UrlKey;
import org.pressmark.model.VisitHistory;

/** What the frontier does, whatever database it stands on. */
abstract class FrontierContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> PAPER = List.of("paper");

    Store store;

    abstract StoreLocation location();

    @BeforeEach
    void open() {
        store = Store.open(location());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Queued row(String url, int priority, Instant due) {
        return new Queued(
                Sighting.of(url, Task.PAGE, How.LINK, "http://a.example/"),
                "paper",
                1,
                priority,
                VisitHistory.fresh(NOON, Optional.empty()),
                Optional.of(due),
                false,
                Optional.empty());
    }

    private int add(Queued... rows) {
        return store.transaction(tx -> tx.frontier().add(List.of(rows), Map.of()));
    }

    private List<String> take(String host, Instant now, int limit) {
        return store
                .transaction(
                        tx -> tx.frontier().take(new DueHost("paper", host, now), now, now.plus(HOUR), "me", limit))
                .stream()
                .map(Queued::url)
                .toList();
    }

    private List<String> hosts(Instant now) {
        return store.read(tx -> tx.frontier().dueHosts(PAPER, now, 10)).stream()
                .map(DueHost::host)
                .toList();
    }

    @Test
    void aRowComesBackEqualInEveryField() {
        Queued full = new Queued(
                new Sighting(
                        "https://a.example/x?ü=1",
                        Task.SITEMAP,
                        How.FEED,
                        "https://a.example/feed",
                        Optional.of("tag:1"),
                        Optional.of("Ü".repeat(3_000)),
                        Optional.of(NOON.minusSeconds(60)),
                        Optional.of(NOON.minusSeconds(30))),
                "paper",
                3,
                2,
                new VisitHistory(
                        NOON,
                        Optional.of(NOON.minusSeconds(60)),
                        5,
                        2,
                        Optional.of(NOON.plusSeconds(1)),
                        Optional.of(NOON.plusSeconds(2)),
                        Duration.ofMillis(12_345),
                        1,
                        4),
                Optional.of(NOON.plus(HOUR)),
                true,
                Optional.of(new Queued.Attempted(NOON, "failed", 503, "busy", 7)));
        assertEquals(1, add(full));
        assertEquals(Optional.of(full), store.read(tx -> tx.frontier().find(full.url())));
        Queued never = full.dueAt(Optional.empty(), false);
        store.write(tx -> tx.frontier().update(List.of(never)));
        assertEquals(Optional.of(never), store.read(tx -> tx.frontier().find(full.url())));
    }

    @Test
    void anAddressIsAddedOnceWhateverItsScheme() {
        assertEquals(2, add(row("http://a.example/x", 1, NOON), row("http://a.example/y", 1, NOON)));
        assertEquals(1, add(row("https://www.a.example/x", 0, NOON), row("http://a.example/z", 1, NOON)));
        assertEquals(
                1,
                store.read(tx -> tx.frontier().find("https://a.example/x"))
                        .orElseThrow()
                        .priority());
        Map<UrlKey, Queued> found =
                store.read(tx -> tx.frontier().find(List.of("http://a.example/x", "http://a.example/none")));
        assertEquals(1, found.size());
        assertEquals(3, store.read(tx -> tx.frontier().totals("paper")).known());
    }

    @Test
    void takesWhatIsDueByPriorityThenTime() {
        add(
                row("http://a.example/3", 2, NOON.minusSeconds(9)),
                row("http://a.example/1", 1, NOON.minusSeconds(5)),
                row("http://a.example/2", 1, NOON),
                row("http://a.example/later", 0, NOON.plusSeconds(1)),
                row("http://b.example/", 0, NOON));
        assertEquals(List.of("http://a.example/1", "http://a.example/2"), take("a.example", NOON, 2));
        assertEquals(List.of("http://a.example/3"), take("a.example", NOON, 2), "what is taken is not given twice");
        assertEquals(List.of(), take("a.example", NOON, 2));
        assertEquals(List.of("http://a.example/later"), take("a.example", NOON.plusSeconds(1), 2));
    }

    @Test
    void knowsTheHostsWhereSomethingIsDue() {
        add(row("http://a.example/1", 1, NOON), row("http://b.example:8080/", 1, NOON.minusSeconds(1)));
        add(row("http://c.example/1", 1, NOON.plusSeconds(30)));
        assertEquals(List.of("b.example", "a.example"), hosts(NOON));
        take("a.example", NOON, 5);
        take("b.example", NOON, 5);
        assertEquals(List.of(), hosts(NOON));
        assertEquals(
                Optional.of(NOON.plusSeconds(30)),
                store.read(tx -> tx.frontier().nextDue(PAPER)));
        assertEquals(Optional.empty(), store.read(tx -> tx.frontier().nextDue(List.of("other"))));
        assertEquals(List.of(), store.read(tx -> tx.frontier().dueHosts(List.of(), NOON, 5)));
    }

    @Test
    void whatWasTakenComesBackAfterItsTimeOrWhenFreed() {
        add(row("http://a.example/1", 1, NOON), row("http://a.example/2", 1, NOON));
        take("a.example", NOON, 1);
        int others = store.transaction(tx -> tx.frontier().free(Optional.of("somebody"), NOON));
        assertEquals(0, others);
        int freed = store.transaction(tx -> tx.frontier().free(Optional.empty(), NOON));
        assertEquals(1, freed);
        assertEquals(2, take("a.example", NOON, 5).size());
        assertEquals(2, take("a.example", NOON.plus(HOUR), 5).size(), "who took them has not come back");
    }

    @Test
    void anUpdateGivesARowBackWithItsNextTime() {
        Queued first = row("http://a.example/1", 1, NOON);
        add(first);
        take("a.example", NOON, 1);
        store.write(tx -> tx.frontier().update(List.of(first.dueAt(Optional.of(NOON.plusSeconds(60)), false))));
        int held = store.transaction(tx -> tx.frontier().free(Optional.empty(), NOON));
        assertEquals(0, held);
        assertEquals(List.of(), hosts(NOON.plusSeconds(59)));
        assertEquals(List.of("http://a.example/1"), take("a.example", NOON.plusSeconds(60), 1));
    }

    @Test
    void countsAddressesOfOneShape() {
        List<Queued> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(row("http://a.example/cal?d=" + i, 1, NOON));
        }
        store.write(tx -> tx.frontier()
                .add(rows, Map.of(rows.get(0).url(), "cal", rows.get(1).url(), "cal")));
        store.write(tx -> tx.frontier().update(List.of(rows.get(0).dueAt(Optional.empty(), false))));
        Map<String, Long> alike = store.read(tx -> tx.frontier().alike("paper", List.of("cal", "other")));
        assertEquals(Map.of("cal", 2L), alike);
    }

    @Test
    void allOfASourceCanBeMadeDueOrForgotten() {
        add(row("http://a.example/1", 1, NOON.plus(HOUR)), row("http://b.example/1", 1, NOON.plus(HOUR)));
        store.write(tx -> tx.frontier().dueNow("paper", NOON));
        assertEquals(List.of("a.example", "b.example"), hosts(NOON));
        int forgotten = store.transaction(tx -> tx.frontier().forget("paper"));
        assertEquals(2, forgotten);
        assertEquals(List.of(), hosts(NOON));
    }

    @Test
    void aHugeFrontierIsTakenInSmallParts() {
        for (int part = 0; part < 20; part++) {
            List<Queued> rows = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                rows.add(row("http://h" + i % 7 + ".example/" + part + "/" + i, 1, NOON.plusMillis(i)));
            }
            int added = store.batch(tx -> tx.frontier().add(rows, Map.of()));
            assertEquals(1_000, added);
        }
        assertEquals(7, hosts(NOON.plus(HOUR)).size());
        List<String> taken = take("h3.example", NOON.plus(HOUR), 25);
        assertEquals(25, taken.size());
        assertTrue(taken.stream().allMatch(url -> url.startsWith("http://h3.example/")));
    }

    @Test
    void whatWasPlannedByAClockThatWasAheadIsBroughtForward() {
        Duration years = Duration.ofDays(3650);
        add(row("http://a.example/1", 0, NOON.plus(years).plus(HOUR)), row("http://a.example/2", 0, NOON.minus(HOUR)));
        store.write(tx -> tx.frontier().clockWasAhead(years, NOON));
        assertEquals(List.of("http://a.example/2"), take("a.example", NOON, 9));
        assertEquals(
                Optional.of(NOON.plus(HOUR)), store.read(tx -> tx.frontier().nextDue(PAPER)));
        assertEquals(List.of("a.example"), hosts(NOON.plus(HOUR)));
    }
}
