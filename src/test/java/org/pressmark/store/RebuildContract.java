package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.json.SampleNouns;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;

/** What a rebuild does, whatever database it stands on. */
abstract class RebuildContract {
    private static final Capture FIRST = Captures.page("1", Captures.A, 1, "x");
    private static final Capture SECOND = Captures.page("2", Captures.A, 2, "y");
    static final Attempt ATTEMPT = new Attempt(Captures.A, Captures.DAY, "failed", "connection refused");

    abstract StoreLocation location();

    static void fill(Store store, Capture... captures) {
        for (Capture capture : captures) {
            store.write(tx -> {
                tx.captures().insert(capture);
                tx.files().advance(capture.location().file(), capture.location().offset());
                tx.versions().place(capture, Captures.article(capture.url(), capture.recordId()), capture.payload());
                tx.claims().replace(capture.recordId(), List.of(SampleNouns.claim(capture.recordId())));
                tx.fingerprints().replace(capture.payload(), new long[] {
                    1, 2, capture.date().getEpochSecond()
                });
                tx.chains().replace(SampleNouns.chain(capture.recordId(), "wire:afp:1"));
            });
        }
    }

    @Test
    void theNewIndexTakesThePlaceOfTheOldWithItsOperationalRows() throws IOException {
        StoreLocation location = location();
        Digest before;
        try (Store store = Store.open(location)) {
            fill(store, FIRST, SECOND);
            store.write(tx -> tx.attempts().insert(ATTEMPT));
            before = store.dumpDigest();
        }
        try (Rebuild rebuild = Rebuild.begin(location)) {
            Differences found = rebuild.differences(3, (fresh, present) -> fill(fresh, SECOND, FIRST));
            assertTrue(found.none(), found::toString);
            rebuild.swapIn(Rebuild.OldRows.KEEP);
        }
        try (Store store = Store.open(location)) {
            assertEquals(before, store.dumpDigest());
            assertEquals(List.of(ATTEMPT), store.read(tx -> tx.attempts().of(FIRST.key(), 5)));
            store.write(tx -> tx.attempts().insert(ATTEMPT));
            fill(store, Captures.page("3", Captures.B, 3, "z"));
            assertEquals(3, store.read(Tx::totals).captures());
        }
    }

    @Test
    void aRebuildThatIsNotSwappedInChangesNothing() throws IOException {
        StoreLocation location = location();
        try (Store store = Store.open(location)) {
            fill(store, FIRST);
        }
        try (Rebuild rebuild = Rebuild.begin(location)) {
            fill(rebuild.fresh(), SECOND);
        }
        try (Store store = Store.open(location);
                Rebuild check = Rebuild.check(location)) {
            Differences differences = check.differences(3, (fresh, present) -> fill(fresh, FIRST, SECOND));
            assertFalse(differences.none());
            assertEquals("capture", differences.tables().get(0).table());
            assertEquals(0, differences.tables().get(0).onlyFirst());
            assertEquals(1, differences.tables().get(0).onlySecond());
            fill(store, SECOND);
            assertTrue(check.differences(3, (fresh, present) -> {}).none());
        }
        try (Store store = Store.open(location)) {
            assertEquals(2, store.read(Tx::totals).captures());
        }
    }

    @Test
    void comparesTheIndexAsItWasWhenThatBeganAndKnowsWhatCameLater() throws IOException {
        StoreLocation location = location();
        Capture later = Captures.page("3", Captures.B, 3, "z");
        try (Store store = Store.open(location);
                Rebuild check = Rebuild.check(location)) {
            fill(store, FIRST, SECOND);
            Differences found = check.differences(3, (fresh, present) -> {
                fill(store, later);
                assertTrue(present.had(FIRST.recordId()));
                assertFalse(present.cameLater(FIRST.recordId()));
                assertFalse(present.had(later.recordId()));
                assertTrue(present.cameLater(later.recordId()));
                assertFalse(present.cameLater("urn:uuid:00000000-0000-0000-0000-00000000abcd"));
                fill(fresh, FIRST, SECOND);
            });
            assertTrue(found.none(), found::toString);
        }
    }

    @Test
    void oneCheckAtATime() throws IOException {
        StoreLocation location = location();
        try (Store store = Store.open(location)) {
            fill(store, FIRST);
        }
        try (Rebuild check = Rebuild.check(location)) {
            String message = assertThrows(StoreException.class, () -> Rebuild.check(location))
                    .getMessage();
            assertTrue(message.contains("wait until that is done"), message);
            assertTrue(
                    check.differences(3, (fresh, present) -> fill(fresh, FIRST)).none());
        }
        try (Rebuild next = Rebuild.check(location)) {
            assertTrue(
                    next.differences(3, (fresh, present) -> fill(fresh, FIRST)).none());
        }
    }

    @Test
    void refusesToRebuildWhatAnotherHasOpenAndNobodyOpensWhatIsBeingRebuilt() {
        StoreLocation location = location();
        try (Store store = Store.open(location)) {
            String message = assertThrows(StoreException.class, () -> Rebuild.begin(location))
                    .getMessage();
            assertTrue(message.contains("another process has the index open"), message);
            assertEquals(0, store.read(Tx::totals).captures());
        }
        try (Rebuild rebuild = Rebuild.begin(location)) {
            String message = assertThrows(StoreException.class, () -> Store.open(location))
                    .getMessage();
            assertTrue(message.contains("is being rebuilt"), message);
            assertThrows(StoreException.class, () -> Rebuild.begin(location));
            assertThrows(StoreException.class, () -> Rebuild.check(location));
            assertEquals(0, rebuild.fresh().read(Tx::totals).captures());
        }
        try (Store store = Store.open(location)) {
            assertEquals(Optional.empty(), store.read(tx -> tx.pages().find(UrlKey.of(Captures.A))));
        }
    }

    @Test
    void aNewIndexIsMadeWhereThereIsNone() {
        StoreLocation location = location();
        try (Rebuild rebuild = Rebuild.begin(location)) {
            fill(rebuild.fresh(), FIRST);
            rebuild.swapIn(Rebuild.OldRows.KEEP);
        }
        try (Store store = Store.open(location)) {
            assertEquals(Optional.of(FIRST), store.read(tx -> tx.captures().find(FIRST.recordId())));
        }
    }

    @Test
    void anIndexOfANewerProgramIsRefusedByNameAndRebuiltOnlyWhereItsRowsAreGivenUp() {
        StoreLocation location = location();
        try (Store store = Store.open(location)) {
            fill(store, FIRST);
            store.write(tx -> tx.sql()
                    .update(
                            "INSERT INTO schema_version (version, script) VALUES (?, 'later.sql')",
                            Migrations.known() + 1));
        }
        String refused =
                assertThrows(StoreException.class, () -> Store.open(location)).getMessage();
        assertTrue(
                refused.contains("made by a newer Pressmark (schema " + (Migrations.known() + 1)
                        + "; this program knows " + Migrations.known() + ")"),
                refused);
        assertTrue(refused.endsWith("use that version, or rebuild"), refused);
        try (Rebuild rebuild = Rebuild.begin(location)) {
            fill(rebuild.fresh(), SECOND);
            String kept = assertThrows(StoreException.class, () -> rebuild.swapIn(Rebuild.OldRows.KEEP))
                    .getMessage();
            assertTrue(kept.contains("capture_attempt"), kept);
            rebuild.swapIn(Rebuild.OldRows.GIVE_UP_IF_UNREADABLE);
        }
        try (Store store = Store.open(location)) {
            assertEquals(1, store.read(Tx::totals).captures());
        }
    }
}
