package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.store.Captures.A;
import static org.pressmark.store.Captures.B;
import static org.pressmark.store.Captures.DAY;
import static org.pressmark.store.Captures.article;
import static org.pressmark.store.Captures.capture;
import static org.pressmark.store.Captures.digest;
import static org.pressmark.store.Captures.page;
import static org.pressmark.store.Captures.revisit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pressmark.json.SampleNouns;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Evidence;
import org.pressmark.model.KeyRange;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;

/** What a store does, whatever database it stands on. */
abstract class StoreContract {
    private static final UrlKey KEY_A = UrlKey.of(A);

    Store store;

    /** An empty index that no other test uses. */
    abstract StoreLocation location();

    @BeforeEach
    void open() {
        store = Store.open(location());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Version add(Capture capture, String headline, String text) {
        return store.batch(tx -> {
            tx.captures().insert(capture);
            return tx.versions().place(capture, article(capture.url(), headline), digest(text));
        });
    }

    @Test
    void aCaptureComesBackEqualInEveryField() {
        Capture cut = new Capture(
                "urn:uuid:9",
                A + "/" + "ü".repeat(10_000),
                UrlKey.of(A),
                Instant.parse("1996-01-01T00:00:00.000000001Z"),
                Capture.Kind.RESPONSE,
                Capture.Role.REQUISITE,
                404,
                "image/png",
                digest("x"),
                1,
                new RecordLocation("b.warc", 0, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        for (Capture capture : List.of(SampleNouns.revisit(), SampleNouns.resource(), cut)) {
            assertEquals(true, store.transaction(tx -> tx.captures().insert(capture)));
            assertEquals(Optional.of(capture), store.read(tx -> tx.captures().find(capture.recordId())));
        }
    }

    @Test
    void whatConcludesWaitsUntilItSeesWhatAnotherUnitEntered() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = threads.submit(() -> store.batch(tx -> {
                tx.inTurn();
                boolean added = tx.captures().insert(page("1", A, 1, "x"));
                entered.countDown();
                try {
                    waiting.await();
                    Thread.sleep(300); // as long as it takes another to look, were it not made to wait
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return added;
            }));
            entered.await();
            Future<Boolean> other = threads.submit(() -> store.batch(tx -> {
                waiting.countDown();
                tx.inTurn();
                return tx.captures().find("urn:uuid:1").isPresent();
            }));
            assertTrue(one.get());
            assertTrue(other.get(), "it saw what the first had entered");
        } finally {
            threads.shutdownNow();
        }
        assertThrows(
                IllegalStateException.class,
                () -> store.read(tx -> {
                    tx.needTurn();
                    return true;
                }));
    }

    @Test
    void theSameCaptureTwiceIsNoErrorAndCountsOnce() {
        Capture first = page("1", A, 1, "x");
        assertEquals(true, store.transaction(tx -> tx.captures().insert(first)));
        Capture impostor = page("1", B, 2, "y");
        assertEquals(false, store.transaction(tx -> tx.captures().insert(impostor)));
        List<Capture> added =
                store.read(tx -> tx.captures().insertAll(List.of(impostor, page("2", A, 2, "x"), impostor)));
        assertEquals(List.of(page("2", A, 2, "x")), added);
        assertEquals(Optional.of(first), store.read(tx -> tx.captures().find("urn:uuid:1")));
        assertEquals(1, store.read(tx -> tx.pages().find(KEY_A)).orElseThrow().captures());
        assertEquals(1, store.read(Tx::totals).captures());
    }

    @Test
    void capturesOfAPageAreOrderedByDateAndPaged() {
        List<Capture> all = List.of(
                page("4", A, 4, "x"),
                page("1", A, 1, "x"),
                page("3", "https://www.copies.example/a", 3, "y"),
                page("2", A, 2, "x"));
        store.write(tx -> {
            tx.captures().insertAll(all);
            tx.captures().insert(page("5", B, 1, "x"));
        });
        assertEquals(
                List.of("urn:uuid:1", "urn:uuid:2", "urn:uuid:3", "urn:uuid:4"),
                store.read(tx -> tx.captures().of(KEY_A, 0, 10)).stream()
                        .map(Capture::recordId)
                        .toList());
        assertEquals(
                List.of("urn:uuid:3"),
                store.read(tx -> tx.captures().of(KEY_A, 2, 1)).stream()
                        .map(Capture::recordId)
                        .toList());
        int count = store.read(tx -> tx.captures().count(KEY_A));
        assertEquals(4, count);
    }

    @Test
    void findsTheCaptureBeforeAfterAndNearestAnInstant() {
        store.write(tx -> tx.captures()
                .insertAll(List.of(
                        page("1", A, 1, "x"),
                        capture("2", A, 2, "y", Capture.Kind.RESPONSE, Capture.Role.PAGE, 404, "2"),
                        page("5", A, 5, "z"))));
        Instant two = DAY.plusSeconds(7_200);
        assertEquals(
                "urn:uuid:2",
                store.read(tx -> tx.captures().before(KEY_A, two)).orElseThrow().recordId());
        assertEquals(
                "urn:uuid:2",
                store.read(tx -> tx.captures().after(KEY_A, two)).orElseThrow().recordId());
        assertEquals(
                "urn:uuid:1",
                store.read(tx -> tx.captures().before(KEY_A, two.minusNanos(1)))
                        .orElseThrow()
                        .recordId());
        assertEquals(
                "urn:uuid:5",
                store.read(tx -> tx.captures().after(KEY_A, two.plusNanos(1)))
                        .orElseThrow()
                        .recordId());
        assertEquals(Optional.empty(), store.read(tx -> tx.captures().before(KEY_A, DAY)));
        assertEquals(
                "urn:uuid:1",
                store.read(tx -> tx.captures().nearest(KEY_A, two))
                        .orElseThrow()
                        .recordId());
        assertEquals(
                "urn:uuid:5",
                store.read(tx -> tx.captures().nearest(KEY_A, two.plusSeconds(3_601)))
                        .orElseThrow()
                        .recordId());
        assertEquals(
                "urn:uuid:5",
                store.read(tx -> tx.captures().nearest(KEY_A, Instant.parse("2030-01-01T00:00:00Z")))
                        .orElseThrow()
                        .recordId());
        assertEquals(
                "urn:uuid:5",
                store.read(tx -> tx.captures().latest(KEY_A, 200)).orElseThrow().recordId());
        assertEquals(
                "urn:uuid:2",
                store.read(tx -> tx.captures().latest(KEY_A, 404)).orElseThrow().recordId());
        assertEquals(
                "urn:uuid:5",
                store.read(tx -> tx.captures().latest(KEY_A)).orElseThrow().recordId());
        assertEquals(Optional.empty(), store.read(tx -> tx.captures().latest(UrlKey.of(B))));
    }

    @Test
    void findsTheOriginalOfARevisit() {
        Capture first = page("1", A, 1, "x");
        Capture again = revisit("0", A, 0, first);
        Capture elsewhere = page("3", B, 2, "x");
        store.write(tx -> tx.captures().insertAll(List.of(elsewhere, first, again, page("4", A, 4, "x"))));
        assertEquals(Optional.of(first), store.read(tx -> tx.captures().original(KEY_A, digest("x"))));
        assertEquals(Optional.of(first), store.read(tx -> tx.captures().original(digest("x"))));
        assertEquals(Optional.of(elsewhere), store.read(tx -> tx.captures().original(UrlKey.of(B), digest("x"))));
        assertEquals(Optional.empty(), store.read(tx -> tx.captures().original(digest("nowhere"))));
        assertEquals(
                4, store.read(tx -> tx.captures().withPayload(digest("x"), 10)).size());
        assertEquals(
                Optional.of(first),
                store.read(tx -> tx.captures()
                        .original(new Capture.Original(A, first.date(), Optional.of("urn:uuid:unknown")))));
        assertEquals(
                Optional.of(elsewhere),
                store.read(
                        tx -> tx.captures().original(new Capture.Original(A, DAY, Optional.of(elsewhere.recordId())))));
        assertEquals(
                Optional.empty(),
                store.read(tx -> tx.captures().original(new Capture.Original(A, DAY, Optional.empty()))));
    }

    @Test
    void theCourseOfAPageIsItsPartsAndRedirects() {
        store.write(tx -> tx.captures()
                .insertAll(List.of(
                        page("1", A, 1, "x"),
                        capture("2", A + ".png", 1, "p", Capture.Kind.RESPONSE, Capture.Role.REQUISITE, 200, "1"),
                        capture("3", B, 0, "", Capture.Kind.RESPONSE, Capture.Role.REDIRECT, 301, "1"),
                        page("4", B, 1, "x"))));
        assertEquals(
                List.of("urn:uuid:3", "urn:uuid:2"),
                store.read(tx -> tx.captures().course("urn:uuid:1")).stream()
                        .map(Capture::recordId)
                        .toList());
    }

    @Test
    void pagesAreListedByTheirLastCaptureWithCountsAndHeadline() {
        add(page("1", A, 1, "x"), "Old", "old");
        add(page("2", A, 3, "y"), "New", "new");
        store.write(tx -> {
            tx.captures().insert(page("3", B, 2, "z"));
            tx.captures()
                    .insert(capture("4", A + ".png", 9, "p", Capture.Kind.RESPONSE, Capture.Role.REQUISITE, 200, "1"));
        });
        List<Page> pages = store.read(tx -> tx.pages().all(0, 10));
        assertEquals(2, pages.size());
        Page first = pages.get(0);
        assertEquals(KEY_A, first.key());
        assertEquals(DAY.plusSeconds(3_600), first.firstSeen());
        assertEquals("urn:uuid:2", first.last().recordId());
        assertEquals(2, first.captures());
        assertEquals(2, first.versions());
        assertEquals(Optional.of("New"), first.headline());
        assertEquals(Optional.empty(), pages.get(1).headline());
        assertEquals(List.of(pages.get(1)), store.read(tx -> tx.pages().all(1, 10)));
        assertEquals(new Totals(1, 0, 4, 2, 2), store.read(Tx::totals));
    }

    @Test
    void captureAfterCaptureMakesVersions() {
        Version one = add(page("1", A, 1, "x"), "Old", "old");
        assertEquals(1, one.number());
        assertEquals(1, add(page("2", A, 2, "x2"), "Old!", "old").number());
        Version two = add(page("3", A, 3, "y"), "New", "new");
        assertEquals(2, two.number());
        assertEquals(3, add(page("4", A, 4, "x"), "Old", "old").number());

        List<Version> versions = store.read(tx -> tx.versions().of(KEY_A));
        assertEquals(3, versions.size());
        Version first = versions.get(0);
        assertEquals(2, first.captures());
        assertEquals("urn:uuid:1", first.firstCapture());
        assertEquals(DAY.plusSeconds(7_200), first.lastSeen());
        assertEquals("Old", first.headline());
        assertEquals(KEY_A, first.page());
        assertEquals(Optional.of(first), store.read(tx -> tx.versions().ofCapture("urn:uuid:2")));
        assertEquals(Optional.of(two), store.read(tx -> tx.versions().find(KEY_A, 2)));
        assertEquals(
                2, store.read(tx -> tx.versions().withText(digest("old"), 10)).size());
        assertEquals(
                Optional.of(article(A, "New")), store.read(tx -> tx.articles().ofVersion(two)));
        assertEquals(
                Optional.of(article(A, "Old!")), store.read(tx -> tx.articles().ofCapture("urn:uuid:2")));
        assertEquals(Optional.empty(), store.read(tx -> tx.articles().ofCapture("urn:uuid:77")));
    }

    @Test
    void versionsAreTheSameInWhateverOrderCapturesCome() {
        String[] texts = {"old", "old", "new", "old", "last", "last"};
        List<Integer> order = new ArrayList<>(List.of(3, 5, 0, 4, 2, 1));
        for (int i : order) {
            add(page("" + i, A, i, texts[i]), "H " + i, texts[i]);
        }
        List<Version> mixed = store.read(tx -> tx.versions().of(KEY_A));
        assertEquals(4, mixed.size());
        assertEquals(
                List.of("urn:uuid:0", "urn:uuid:2", "urn:uuid:3", "urn:uuid:4"),
                mixed.stream().map(Version::firstCapture).toList());
        assertEquals(List.of(2, 1, 1, 2), mixed.stream().map(Version::captures).toList());
        assertEquals(4, store.read(tx -> tx.pages().find(KEY_A)).orElseThrow().versions());

        try (Store other = Store.open(location())) {
            Collections.sort(order);
            for (int i : order) {
                Capture capture = page("" + i, A, i, texts[i]);
                other.write(tx -> {
                    tx.captures().insert(capture);
                    tx.versions().place(capture, article(A, "H " + i), digest(texts[i]));
                });
            }
            assertEquals(mixed, other.read(tx -> tx.versions().of(KEY_A)));
            assertEquals(store.dumpDigest(), other.dumpDigest());
            assertTrue(store.differences(other, 3).none());
        }
    }

    @Test
    void aRevisitSaysWhatItsOriginalSays() {
        Capture first = page("1", A, 1, "x");
        add(first, "Old", "old");
        Capture again = revisit("2", A, 2, first);
        Optional<Version> version = store.transaction(tx -> {
            tx.captures().insert(again);
            return tx.versions().placeLike(again, first.recordId());
        });
        assertEquals(2, version.orElseThrow().captures());
        assertEquals(again.date(), version.orElseThrow().lastSeen());
        Capture lost = page("3", B, 3, "z");
        assertEquals(Optional.empty(), store.transaction(tx -> {
            tx.captures().insert(lost);
            return tx.versions().placeLike(lost, "urn:uuid:unknown");
        }));
    }

    @Test
    void anotherArticleForACaptureTakesTheOldOnesPlace() {
        Capture capture = page("1", A, 1, "x");
        add(capture, "Old", "old");
        add(page("2", A, 2, "y"), "New", "new");
        store.write(tx -> {
            tx.claims().replace("urn:uuid:1", List.of(SampleNouns.claim("urn:uuid:1")));
            tx.fingerprints().replace(digest("old"), new long[] {1, 2});
        });
        add(capture, "New", "new");
        assertEquals(1, store.read(tx -> tx.versions().of(KEY_A)).size());
        assertEquals(List.of(), store.read(tx -> tx.claims().ofCapture("urn:uuid:1")));
        assertArrayEquals(new long[0], store.read(tx -> tx.fingerprints().of(digest("old"))));
        try (Store other = Store.open(location())) {
            for (Capture each : List.of(page("2", A, 2, "y"), capture)) {
                other.write(tx -> {
                    tx.captures().insert(each);
                    tx.versions().place(each, article(A, "New"), digest("new"));
                });
            }
            assertEquals(new Differences(List.of()), store.differences(other, 5));
        }
    }

    @Test
    void claimsComeBackBoundToTheCaptureThatIsAskedAbout() {
        Capture first = page("1", A, 1, "x");
        Version version = add(first, "Old", "old");
        Claim elsewhere = new Claim(
                "urn:uuid:1",
                Claim.Kind.BYLINE,
                Claim.Scope.ARTICLE,
                "AFP",
                Optional.empty(),
                Optional.of("AFP"),
                "claim.byline",
                new Evidence("urn:uuid:header", "By AFP", "", "", SampleNouns.PLACE));
        List<Claim> claims = List.of(SampleNouns.claim("urn:uuid:1"), elsewhere, SampleNouns.bareClaim("urn:uuid:1"));
        store.write(tx -> tx.claims().replace("urn:uuid:1", claims));
        assertEquals(claims, store.read(tx -> tx.claims().ofVersion(version)));

        Capture again = revisit("2", A, 2, first);
        store.write(tx -> {
            tx.captures().insert(again);
            tx.versions().placeLike(again, "urn:uuid:1");
        });
        Claim bound = store.read(tx -> tx.claims().ofCapture("urn:uuid:2")).get(0);
        assertEquals("urn:uuid:2", bound.capture());
        assertEquals("urn:uuid:1", bound.evidence().recordId());
        assertEquals(claims.get(0).evidence(), bound.evidence());

        assertEquals(
                List.of(claims.get(0)),
                store.read(tx -> tx.claims().naming(UrlKey.of("https://republisher.example/a"), 10)));
        store.write(tx -> tx.claims().replace("urn:uuid:1", claims.subList(2, 3)));
        assertEquals(claims.subList(2, 3), store.read(tx -> tx.claims().ofCapture("urn:uuid:1")));
        assertThrows(StoreException.class, () -> store.write(tx -> tx.claims().replace("urn:uuid:77", claims)));
    }

    @Test
    void whatAFeedSaysIsKeptOnceAsItsEarliestCaptureHasIt() {
        Capture late = page("2", B, 2, "y");
        Capture early = page("1", B, 1, "x");
        store.write(tx -> {
            tx.captures().insert(late);
            tx.captures().insert(early);
            assertTrue(tx.claims().keepFeedItem(late, feedSays("urn:uuid:2")), "it is news");
            assertFalse(tx.claims().keepFeedItem(late, feedSays("urn:uuid:2")), "it is not news again");
            assertTrue(tx.claims().keepFeedItem(early, feedSays("urn:uuid:1")), "that it was said earlier is news");
            assertFalse(tx.claims().keepFeedItem(late, feedSays("urn:uuid:2")));
        });
        assertEquals(
                feedSays("urn:uuid:1").subList(1, 2),
                store.read(tx -> tx.claims().ofFeeds(KEY_A)));
        UrlKey first = UrlKey.of("https://republisher.example/a");
        assertEquals(List.of(A), store.read(tx -> tx.claims().feedItemsNaming(first, Set.of(Claim.Kind.ORIGINAL_URL))));
        assertEquals(List.of(), store.read(tx -> tx.claims().feedItemsNaming(first, Set.of(Claim.Kind.OG_URL))));
        assertEquals(List.of(), store.read(tx -> tx.claims().naming(first, 10)), "no page says so itself");
        store.write(tx -> {
            assertEquals(List.of(), tx.claims().removeFeeds(List.of("urn:uuid:2")));
            assertEquals(List.of(A), tx.claims().removeFeeds(List.of("urn:uuid:2", "urn:uuid:1")));
        });
        assertEquals(List.of(), store.read(tx -> tx.claims().ofFeeds(KEY_A)));
    }

    private static List<Claim> feedSays(String recordId) {
        Evidence evidence = new Evidence(recordId, A, "", "", SampleNouns.PLACE);
        return List.of(
                new Claim(
                        recordId,
                        Claim.Kind.FEED_ITEM,
                        Claim.Scope.PAGE,
                        A,
                        Optional.of(A),
                        Optional.empty(),
                        "claim.feed.link",
                        evidence),
                new Claim(
                        recordId,
                        Claim.Kind.ORIGINAL_URL,
                        Claim.Scope.ARTICLE,
                        "https://republisher.example/a",
                        Optional.of("https://republisher.example/a"),
                        Optional.empty(),
                        "claim.feed.link[via]@href",
                        evidence));
    }

    @Test
    void textsThatShareFingerprintsAreFoundBestFirst() {
        add(page("1", A, 1, "x"), "A", "a");
        add(page("2", B, 2, "y"), "B", "b");
        add(page("3", B + "2", 3, "y"), "B", "b");
        add(page("4", B + "3", 4, "z"), "C", "c");
        long[] many = LongStream.range(1_000, 2_000).map(i -> i * i * 31 - 7).toArray();
        store.write(tx -> {
            tx.fingerprints().replace(digest("a"), many);
            tx.fingerprints().replace(digest("b"), new long[] {many[0], many[700], many[700], 5, Long.MIN_VALUE});
            tx.fingerprints().replace(digest("c"), new long[] {many[0], 9});
        });
        List<FingerprintTable.Candidate> found =
                store.read(tx -> tx.fingerprints().sharing(many, 1, 10, 100));
        assertEquals(
                List.of(digest("a"), digest("b"), digest("c")),
                found.stream().map(FingerprintTable.Candidate::text).toList());
        assertEquals(
                List.of(1_000, 2, 1),
                found.stream().map(FingerprintTable.Candidate::shared).toList());
        assertEquals(2, found.get(1).versions().size());
        assertEquals("urn:uuid:2", found.get(1).versions().get(0).firstCapture());
        assertEquals(
                2, store.read(tx -> tx.fingerprints().sharing(many, 2, 10, 100)).size());
        assertEquals(
                1, store.read(tx -> tx.fingerprints().sharing(many, 1, 1, 100)).size());
        List<FingerprintTable.Candidate> rare =
                store.read(tx -> tx.fingerprints().sharing(many, 1, 10, 2));
        assertEquals(
                List.of(999, 1),
                rare.stream().map(FingerprintTable.Candidate::shared).toList());
        store.write(tx -> tx.fingerprints().replace(digest("b"), new long[] {3, 2}));
        assertArrayEquals(new long[] {2, 3}, store.read(tx -> tx.fingerprints().of(digest("b"))));
    }

    @Test
    void aRecordOfAnIdThatIsThereIsNotedAsItsTwin() {
        Capture first = page("1", A, 1, "x");
        Capture second = page("1", A, 2, "x");
        Capture third = page("1", A, 3, "x");
        assertEquals(List.of(first), store.transaction(tx -> tx.captures().insertAll(List.of(first, first, second))));
        store.write(tx -> {
            tx.captures().insert(third);
            tx.captures().insert(third);
            tx.captures().insert(first);
        });
        List<TwinTable.Twin> twins = store.read(tx -> tx.twins().of(first.key()));
        assertEquals(List.of(2_000L, 3_000L), offsets(twins));
        RecordLocation moved = new RecordLocation(first.location().file(), 3_000, 9);
        store.write(tx -> tx.twins().move(twins, Map.of(2_000L, moved)));
        assertEquals(
                List.of(new TwinTable.Twin(first.recordId(), moved)),
                store.read(tx -> tx.twins().inFile(moved.file())));
    }

    private static List<Long> offsets(List<TwinTable.Twin> twins) {
        return twins.stream().map(twin -> twin.location().offset()).toList();
    }

    private static Version where(Tx tx, FingerprintTable.Near near) {
        return tx.versions().withText(near.text(), 1).get(0);
    }

    @Test
    void ofFewTextsTheLikeliestAreThoseThatShareMost() {
        long[] many = copies(8);
        List<String> all = store.read(tx -> tx.fingerprints().sharing(many, 1, 10, 100)).stream()
                .map(candidate -> candidate.text() + " " + candidate.shared())
                .toList();
        assertEquals(8, all.size());
        assertEquals(
                all,
                store.read(tx -> tx.fingerprints().likeliest(many, 1, 10, 100).stream()
                        .map(near -> where(tx, near).textDigest() + " " + near.shared())
                        .toList()));
    }

    @Test
    void ofAStoryThatHundredsHaveTheNearestAreFound() {
        long[] many = copies(60);
        List<FingerprintTable.Near> found = store.read(tx -> tx.fingerprints().likeliest(many, 2, 5, 100));
        assertEquals(5, found.size());
        assertEquals(digest("1"), store.read(tx -> where(tx, found.get(0)).textDigest()));
        assertTrue(found.get(0).shared() > 100, found::toString);
    }

    @Test
    void ofAStoryThatEverybodyHasTheEarliestAndTheLatestAreFound() {
        long[] many = copies(60);
        List<String> found = store.read(tx -> tx.fingerprints().likeliest(many, 2, 10, 20).stream()
                .map(near -> where(tx, near).firstCapture())
                .toList());
        assertEquals(
                Stream.of(1, 2, 3, 4, 5, 56, 57, 58, 59, 60)
                        .map(i -> "urn:uuid:" + i)
                        .toList(),
                found);
    }

    /** So many texts that are alike but for one passage each; gives the passages of the first. */
    private long[] copies(int texts) {
        long[] story = LongStream.range(1_000, 1_100).map(i -> i * i * 31 - 7).toArray();
        for (int i = 1; i <= texts; i++) {
            add(page(Integer.toString(i), A + i, i % 28 + 1, "x" + i), "A", Integer.toString(i));
            long[] own = LongStream.concat(LongStream.of(story), LongStream.of(-i, -1_000 - i))
                    .toArray();
            String text = Integer.toString(i);
            store.write(tx -> tx.fingerprints().replace(digest(text), own));
        }
        return LongStream.concat(LongStream.of(story), LongStream.of(-1, -1_001))
                .toArray();
    }

    @Test
    void aBookHasMoreFingerprintsThanADatabaseTakesAtOnce() {
        add(page("1", A, 1, "x"), "A", "a");
        add(page("2", B, 2, "y"), "B", "b");
        long[] book = LongStream.range(0, 70_000).map(i -> i * i * 31 - 7).toArray();
        store.write(tx -> {
            tx.fingerprints().replace(digest("a"), book);
            tx.fingerprints().replace(digest("b"), new long[] {book[0], book[69_999]});
        });
        assertEquals(
                List.of(70_000, 2),
                store.read(tx -> tx.fingerprints().sharing(book, 1, 10, 100)).stream()
                        .map(FingerprintTable.Candidate::shared)
                        .toList());
    }

    @Test
    void aChainComesBackEqualAndIsReplacedAsAWhole() {
        ProvenanceChain chain = SampleNouns.chain("urn:uuid:1", "wire:afp:1", "page:com,example)/");
        store.write(tx -> tx.chains().replace(chain));
        store.write(tx -> tx.chains().replace(SampleNouns.chain("urn:uuid:2", "wire:afp:1")));
        assertEquals(Optional.of(chain), store.read(tx -> tx.chains().of("urn:uuid:1")));
        assertEquals(2, store.read(tx -> tx.chains().fromParent("wire:afp:1")).size());
        assertEquals(chain.links(), store.read(tx -> tx.chains().fromChild("urn:uuid:1")));

        ProvenanceChain alone = SampleNouns.chain("urn:uuid:1");
        store.write(tx -> tx.chains().replace(alone));
        assertEquals(Optional.of(alone), store.read(tx -> tx.chains().of("urn:uuid:1")));
        assertEquals(1, store.read(tx -> tx.chains().fromParent("wire:afp:1")).size());
        store.write(tx -> tx.chains().remove("urn:uuid:1"));
        assertEquals(Optional.empty(), store.read(tx -> tx.chains().of("urn:uuid:1")));
    }

    @Test
    void filesAreKnownAsFarAsTheyAreIndexed() {
        store.write(tx -> {
            tx.captures().insert(page("1", A, 1, "x"));
            tx.files().advance("pressmark-1.warc.gz", 5_000_000_000L);
            tx.files().advance("pressmark-1.warc.gz", 12);
            tx.files().advance("a.warc", 7);
            tx.files().close("a.warc", digest("a"));
        });
        assertEquals(
                List.of(
                        new WarcFile("a.warc", 7, Optional.of(digest("a"))),
                        new WarcFile("pressmark-1.warc.gz", 5_000_000_000L, Optional.empty())),
                store.read(tx -> tx.files().all()));
        assertEquals(
                List.of("pressmark-1.warc.gz", "a.warc"),
                store.read(tx -> tx.files().asTheyCame()).stream()
                        .map(WarcFile::name)
                        .toList());
        assertEquals(Optional.empty(), store.read(tx -> tx.files().find("b.warc")));
        assertEquals(5_000_000_007L, store.read(Tx::totals).bytes());
    }

    @Test
    void theFirstCaptureBehindAPlaceInAFileIsFound() {
        List<Capture> captures =
                List.of(page("3", B, 3, "z"), page("1", A, 1, "x"), page("2", "http://other.example/", 2, "y"));
        store.write(tx -> tx.captures().insertAll(captures));
        String file = captures.get(0).location().file();
        long second = captures.get(2).location().offset();
        assertEquals(
                Optional.of("urn:uuid:1"),
                store.read(tx -> tx.captures().firstIn(file, 0)).map(Capture::recordId));
        assertEquals(
                Optional.of("urn:uuid:2"),
                store.read(tx -> tx.captures().firstIn(file, second)).map(Capture::recordId));
        assertEquals(Optional.empty(), store.read(tx -> tx.captures().firstIn(file, 1_000_000)));
        assertEquals(Optional.empty(), store.read(tx -> tx.captures().firstIn("other.warc", 0)));
    }

    @Test
    void aHostsPagesAreItsOwnInTheOrderOfTheirKeys() {
        add(page("1", "http://paper.example/b", 1, "x"), "Of b", "x");
        store.write(tx -> tx.captures().insert(page("2", "https://www.paper.example/a?z=1", 2, "y")));
        store.write(tx -> tx.captures().insert(page("3", "http://paper.example/b", 3, "x")));
        for (String other : List.of(
                "http://paper.example.org/",
                "http://news.paper.example/",
                "http://papers.example/",
                "http://xpaper.example/")) {
            store.write(tx -> tx.captures().insert(page(other, other, 4, "q")));
        }
        List<Page> all = store.read(tx -> tx.pages().ofHost("paper.example", PageTable.By.KEY, 0, 10));
        assertEquals(
                List.of("https://www.paper.example/a?z=1", "http://paper.example/b"),
                all.stream().map(page -> page.last().url()).toList());
        Page b = all.get(1);
        assertEquals(2, b.captures());
        assertEquals(Optional.of("Of b"), b.headline());
        assertEquals(1, b.versions());
        assertEquals(all.subList(0, 1), store.read(tx -> tx.pages().ofHost("paper.example", PageTable.By.KEY, 0, 1)));
        assertEquals(List.of(), store.read(tx -> tx.pages().ofHost("paper.example", PageTable.By.KEY, 2, 10)));
        for (PageTable.By order : List.of(PageTable.By.VERSIONS, PageTable.By.CAPTURES, PageTable.By.LAST)) {
            assertEquals(
                    List.of(all.get(1), all.get(0)),
                    store.read(tx -> tx.pages().ofHost("paper.example", order, 0, 10)),
                    order.name());
        }
        assertEquals(List.of(), store.read(tx -> tx.pages().ofHost("nowhere.example", PageTable.By.KEY, 0, 10)));
    }

    @Test
    void aPagesDaysTellErrorsAndOtherArchivesCapturesApart() {
        Capture seen = page("1", A, 1, "x");
        Capture elsewhere = new Capture(
                "urn:uuid:2",
                A,
                KEY_A,
                DAY.plusSeconds(7_200),
                Capture.Kind.MEMENTO,
                Capture.Role.PAGE,
                200,
                "text/html",
                seen.payload(),
                seen.payloadLength(),
                new RecordLocation("pressmark-1.warc.gz", 9_000, 400),
                Optional.of(new Capture.Original("http://other.example/web/1/" + A, DAY, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Capture failed = capture("3", A, 3, "y", Capture.Kind.RESPONSE, Capture.Role.PAGE, 503, "3");
        store.write(tx -> tx.captures().insertAll(List.of(seen, elsewhere, failed)));
        assertEquals(
                List.of(
                        new Days.Moment(seen.date(), false, false),
                        new Days.Moment(elsewhere.date(), false, true),
                        new Days.Moment(failed.date(), true, false)),
                store.read(tx -> tx.days().moments(KEY_A, 10)));
        assertEquals(
                List.of(new Days.Day(LocalDate.parse("2021-12-27"), 3, 1, 1, seen.date())),
                store.read(tx -> tx.days().of(KEY_A, Year.of(2021))));
    }

    @Test
    void attemptsOfAnAddressAreListedTheLastFirst() {
        Attempt refused = new Attempt(A, DAY, "refused", "robots.txt: Disallow: /");
        Attempt failed =
                new Attempt("https://www.copies.example/a", DAY.plusNanos(1), "failed", "refused\u0000 \uD800");
        store.write(tx -> {
            tx.attempts().insert(refused);
            tx.attempts().insert(failed);
            tx.attempts().insert(new Attempt(B, DAY, "failed", ""));
        });
        List<Attempt> attempts = store.read(tx -> tx.attempts().of(KEY_A, 10));
        assertEquals(refused, attempts.get(1));
        assertEquals("refused\uFFFD \uFFFD", attempts.get(0).detail());
        assertEquals(1, store.read(tx -> tx.attempts().of(KEY_A, 1)).size());
    }

    @Test
    void aUnitOfWorkIsKeptAsAWholeOrNotAtAll() {
        assertThrows(
                IllegalStateException.class,
                () -> store.write(tx -> {
                    tx.captures().insert(page("1", A, 1, "x"));
                    throw new IllegalStateException("in the middle");
                }));
        assertThrows(
                StoreException.class,
                () -> store.write(tx -> {
                    tx.captures().insert(page("2", A, 1, "x"));
                    tx.sql().update("UPDATE nothing SET a = ?", 1);
                }));
        assertEquals(true, store.read(tx -> tx.captures().insert(page("3", A, 1, "x"))));
        assertEquals(0, store.read(Tx::totals).captures());
        assertEquals(0, store.read(Tx::totals).pages());
    }

    @Test
    void threadsThatWriteTheSamePageLoseNothing() throws Exception {
        int threads = 4;
        int each = 15;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                all.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        int number = i * threads + thread;
                        add(page("" + number, A, number, "x" + number), "H", "text " + number / 10);
                        store.sync();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        Page page = store.read(tx -> tx.pages().find(KEY_A)).orElseThrow();
        assertEquals(threads * each, page.captures());
        List<Version> versions = store.read(tx -> tx.versions().of(KEY_A));
        assertEquals(6, versions.size());
        assertEquals(6, page.versions());
        assertTrue(versions.stream().allMatch(version -> version.captures() == 10), versions::toString);
    }

    @Test
    void fingerprintsThatSeveralSetAtOnceAreThereOnce() throws Exception {
        int threads = 4;
        long[] prints = LongStream.range(0, 300).map(i -> i * 7_919).toArray();
        add(page("1", A, 1, "x"), "A", "a");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(pool.submit(() -> store.write(tx -> tx.fingerprints().replace(digest("a"), prints))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertArrayEquals(prints, store.read(tx -> tx.fingerprints().of(digest("a"))));
    }

    @Test
    void differencesNameTheRowsThatDiffer() {
        add(page("1", A, 1, "x"), "Old", "old");
        try (Store other = Store.open(location())) {
            assertNotEquals(store.dumpDigest(), other.dumpDigest());
            other.write(tx -> {
                tx.captures().insert(page("1", A, 1, "x"));
                tx.versions().place(page("1", A, 1, "x"), article(A, "Bold"), digest("old"));
            });
            List<Differences.Difference> found = store.differences(other, 3).tables();
            assertEquals(
                    List.of("version", "capture_text", "article"),
                    found.stream().map(Differences.Difference::table).toList());
            assertEquals(1, found.get(0).onlyFirst());
            assertEquals(1, found.get(0).onlySecond());
            assertTrue(found.get(0).examplesFirst().get(0).contains("headline='Old'"), found::toString);
            assertTrue(found.get(0).examplesSecond().get(0).contains("headline='Bold'"), found::toString);
        }
    }

    @Test
    void manyCapturesAreAddedAtOnce() {
        List<Capture> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(page("m" + i, A + i % 1_200, i, "x" + i));
        }
        assertEquals(
                2_500, store.transaction(tx -> tx.captures().insertAll(many)).size());
        assertEquals(0, store.transaction(tx -> tx.captures().insertAll(many)).size());
        assertEquals(1_200, store.read(Tx::totals).pages());
        assertEquals(
                3,
                store.read(tx -> tx.pages().find(UrlKey.of(A + 99)))
                        .orElseThrow()
                        .captures());
    }

    @Test
    void aRangeOfKeysIsReadByTheIndexAmongManyInTheOrderOfBytes() {
        for (int part = 0; part < 20; part++) {
            List<Capture> many = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                int n = part * 1_000 + i;
                many.add(page("k" + n, "http://h" + n % 997 + ".example/p" + n, n % 24, "x"));
            }
            store.transaction(tx -> tx.captures().insertAll(many));
        }
        List<Capture> mine = List.of(
                page("z1", "http://one.example/b", 2, "x"),
                page("z2", "http://one.example/a~", 1, "x"),
                page("z3", "http://one.example/a-b", 3, "x"),
                page("z4", "http://sub.one.example/", 3, "x"),
                page("z5", "http://one-more.example/", 3, "x"),
                page("z6", "http://one.example/b", 1, "x"));
        store.transaction(tx -> tx.captures().insertAll(mine));
        store.transaction(tx -> tx.sql().update("ANALYZE"));
        assertEquals(List.of("z3", "z2", "z6", "z1"), inOrder(KeyRange.of(KeyRange.Match.HOST, "one.example"), 2));
        assertEquals(
                List.of("z3", "z2", "z6", "z1", "z4"), inOrder(KeyRange.of(KeyRange.Match.DOMAIN, "one.example"), 3));
        assertEquals(List.of("z3", "z2"), inOrder(KeyRange.of("http://one.example/a*"), 5));
        assertEquals(
                List.of("z2", "z6", "z1"),
                inOrder(new KeyRange(KeyRange.Match.RANGE, "example,one)/a~", "example,one,sub)/"), 9));
        assertEquals(
                List.of("http://one.example/a-b", "http://one.example/a~"),
                store.read(tx -> tx.pages().beginning("example,one)/a", 9)));
        String plan = store.read(tx -> tx.sql()
                .list(
                        "EXPLAIN " + CaptureKeys.PAGE.replace("?)))) ", "CAST(? AS UUID))))) "),
                        row -> row.cells().getString(1),
                        "example,one)",
                        "example,one*",
                        "example,one)",
                        Sql.at(DAY),
                        Sql.at(DAY),
                        0,
                        0,
                        Keys.LEAST,
                        10)
                .toString());
        assertTrue(plan.toLowerCase(Locale.ROOT).contains("capture_key_start"), plan);
    }

    @Test
    void keysThatBeginAlikeForLongerThanTheIndexReachesAreAGroup() {
        String begin = A + "/" + "x".repeat(700);
        store.transaction(tx -> tx.captures()
                .insertAll(List.of(
                        page("1", begin + "/b", 1, "x"), page("2", begin + "/a", 2, "x"), page("3", B, 1, "x"))));
        KeyRange only = KeyRange.of(begin + "/a");
        assertEquals(List.of("2"), inOrder(only, 1));
        assertTrue(CaptureKeys.cut(only.key()));
        assertEquals(List.of("1", "2"), inOrder(CaptureKeys.group(only.key()), 1));
        assertEquals(
                2,
                store.read(tx -> tx.pages().beginning(only.key().substring(0, 650), 5))
                        .size());
    }

    /** The captures of a range by their ids, read so many rows at a time. */
    private List<String> inOrder(KeyRange range, int size) {
        List<String> out = new ArrayList<>();
        CaptureKeys.Place place = CaptureKeys.Place.before(range);
        for (boolean last = false; !last; ) {
            CaptureKeys.Place from = place;
            CaptureKeys.Page page = store.read(tx -> tx.keys().page(range, from, size));
            page.captures().forEach(one -> out.add(one.recordId().substring("urn:uuid:".length())));
            place = page.end();
            last = page.last();
        }
        List<String> each = new ArrayList<>();
        store.read(tx -> {
            tx.keys().each(range, one -> each.add(one.recordId().substring("urn:uuid:".length())));
            return true;
        });
        assertEquals(out.stream().sorted().toList(), each.stream().sorted().toList());
        return out;
    }
}
