package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.store.Captures.A;
import static org.pressmark.store.Captures.article;
import static org.pressmark.store.Captures.digest;
import static org.pressmark.store.Captures.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;

/** The versions of a page are what its captures say in the order of their dates, in whatever order they came or went. */
class VersionOrderTest {
    private static final int CAPTURES = 90;

    @TempDir
    private Path folder;

    /** What is stored: captures that say something, each with its text; hours are few, so that many have the same date. */
    private final Map<Capture, String> said = new HashMap<>();

    private static Capture capture(int number, Random chance, int hours) {
        return page("" + number, A, chance.nextInt(hours), "p" + number);
    }

    @Test
    void everyOrderOfArrivalGivesTheSameRows() {
        for (int hours : List.of(1, 20, 10_000)) {
            Set<Digest> rows = new HashSet<>();
            for (String order : List.of("forth", "back", "mixed")) {
                said.clear();
                try (Store store = Store.open(location(hours + order))) {
                    fill(store, hours, order);
                    rows.add(store.dumpDigest());
                    compare(store);
                    store.write(tx -> tx.versions().number(UrlKey.of(A)));
                    compare(store);
                }
            }
            assertEquals(1, rows.size());
        }
    }

    @Test
    void versionsFollowWhenCapturesSayOtherThingsOrAreTakenOut() {
        Random chance = new Random(5);
        try (Store store = Store.open(location("changing"))) {
            fill(store, 20, "mixed");
            List<Capture> all = new ArrayList<>(said.keySet());
            all.sort(Comparator.comparing(Capture::recordId));
            Collections.shuffle(all, chance);
            for (Capture capture : all) {
                Set<String> before = firsts(store);
                VersionChange change;
                if (chance.nextBoolean()) {
                    change = store.batch(tx -> {
                        tx.versions().remove(capture);
                        VersionChange made = tx.versions().change();
                        tx.captures().remove(capture);
                        return made;
                    });
                    said.remove(capture);
                } else {
                    String text = "t" + chance.nextInt(3);
                    change = store.batch(tx -> {
                        tx.versions().place(capture, article(A, text), digest(text));
                        return tx.versions().change();
                    });
                    said.put(capture, text);
                }
                compare(store);
                Set<String> now = firsts(store);
                assertEquals(minus(before, now), change.gone());
                assertTrue(change.begun().containsAll(minus(now, before)), change::toString);
            }
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> out = new HashSet<>(all);
        out.removeAll(some);
        return out;
    }

    private static Set<String> firsts(Store store) {
        return store.read(tx -> tx.versions().of(UrlKey.of(A))).stream()
                .map(Version::firstCapture)
                .collect(Collectors.toSet());
    }

    private StoreLocation location(String name) {
        return StoreLocation.ofArchive(folder.resolve(name));
    }

    private void fill(Store store, int hours, String order) {
        Random chance = new Random(3);
        List<Capture> captures = new ArrayList<>();
        Map<Capture, String> texts = new HashMap<>();
        for (int i = 0; i < CAPTURES; i++) {
            Capture capture = capture(i, chance, hours);
            captures.add(capture);
            if (chance.nextInt(10) > 0) {
                texts.put(capture, "t" + chance.nextInt(3));
            }
        }
        captures.sort(IN_TIME);
        if (order.equals("back")) {
            Collections.reverse(captures);
        } else if (order.equals("mixed")) {
            Collections.shuffle(captures, chance);
        }
        for (Capture capture : captures) {
            String text = texts.get(capture);
            store.batch(tx -> {
                tx.captures().insert(capture);
                if (text != null) {
                    tx.versions().place(capture, article(A, text), digest(text));
                }
                return true;
            });
            if (text != null) {
                said.put(capture, text);
            }
        }
    }

    private static final Comparator<Capture> IN_TIME =
            Comparator.comparing(Capture::date).thenComparing(capture -> Keys.of(capture.recordId()), Keys.ORDER);

    /** Sets what the store says against what the captures say, read from the first to the last. */
    private void compare(Store store) {
        UrlKey page = UrlKey.of(A);
        List<Version> versions = store.read(tx -> tx.versions().of(page));
        List<Integer> numbers = new ArrayList<>();
        List<String> first = new ArrayList<>();
        Map<Integer, Integer> counts = new HashMap<>();
        String last = "";
        for (Capture capture : said.keySet().stream().sorted(IN_TIME).toList()) {
            String text = said.getOrDefault(capture, "");
            if (!text.equals(last)) {
                first.add(capture.recordId());
            }
            last = text;
            numbers.add(first.size());
            counts.merge(first.size(), 1, Integer::sum);
            int number = first.size();
            Version of = store.read(tx -> tx.versions().ofCapture(capture.recordId()))
                    .orElseThrow();
            assertEquals(number, of.number());
            assertEquals(versions.get(number - 1), of);
            assertEquals(of, store.read(tx -> tx.versions().find(page, number)).orElseThrow());
            assertEquals(
                    Map.of(capture.recordId(), number),
                    store.read(tx -> tx.versions().numbers(List.of(capture))));
        }
        assertEquals(first, versions.stream().map(Version::firstCapture).toList());
        assertEquals(
                List.copyOf(counts.values()),
                versions.stream().map(Version::captures).toList());
        assertEquals(
                numbers,
                store.read(tx -> tx.versions().numbers(page, 0, CAPTURES)).stream()
                        .filter(number -> number > 0)
                        .toList());
        assertEquals(
                Integer.valueOf(first.size()), store.read(tx -> tx.versions().count(page)));
        assertEquals(
                versions.stream().skip(7).limit(3).toList(),
                store.read(tx -> tx.versions().of(page, 7, 3)));
    }
}
