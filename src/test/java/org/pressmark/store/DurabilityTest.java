package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    @TempDir
    Path archive;

    @Test
    void noAcknowledgedCommitIsLostOnKill9() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            try (Child writer = new Child(Writer.class, List.of(), archive, "r" + round + "-", 0)) {
                for (int i = 0; i < 25 + 40 * round; i++) {
                    acknowledged.add(writer.line());
                }
                acknowledged.addAll(writer.kill());
            }
        }
        assertTrue(acknowledged.size() >= 300, () -> "acknowledged: " + acknowledged.size());
        try (Store store = Store.open(StoreLocation.ofArchive(archive))) {
            List<String> lost = store.read(tx -> acknowledged.stream()
                    .filter(id -> tx.captures().find(id).isEmpty())
                    .toList());
            assertEquals(List.of(), lost);
            Totals totals = store.read(Tx::totals);
            assertEquals(totals.captures(), totals.pages());
            assertTrue(totals.captures() - acknowledged.size() <= 4, totals::toString);
        }
    }

    @Test
    void allIndexesListTheSameRowsAfterAKillAmidstManyWriters() throws Exception {
        for (int round = 0; round < 2; round++) {
            try (Child writers = writers("a" + round)) {
                await(writers, 20 + 15 * round);
                writers.kill();
            }
            assertIndexesAgree();
        }
    }

    @Test
    void allIndexesListTheSameRowsAfterAKillOfOneOfTwoThatWrite() throws Exception {
        try (Child first = writers("b");
                Child second = writers("c")) {
            await(first, 20);
            await(second, 20);
            first.kill();
            second.line();
            second.kill();
        }
        assertIndexesAgree();
    }

    private Child writers(String prefix) throws Exception {
        return new Child(Writers.class, List.of(), archive, prefix + "-");
    }

    private static void await(Child writers, long units) throws Exception {
        long done = 0;
        while (done < units) {
            done = Long.parseLong(writers.line());
        }
    }

    private void assertIndexesAgree() {
        try (Store store = Store.open(StoreLocation.ofArchive(archive))) {
            List<String> wrong = store.read(tx -> IndexCheck.disagreements(tx.sql()));
            assertEquals(List.of(), wrong);
            assertTrue(store.read(Tx::totals).captures() >= 200);
        }
    }

    @Test
    void anIndexThatACrashLeftOpensAgain() throws Exception {
        try (Child writer = new Child(Writer.class, List.of(), archive, "x", 1, "stay")) {
            assertEquals("urn:uuid:x0", writer.line());
            assertEquals("open", writer.line());
            writer.kill();
        }
        Path left = archive.resolve(StoreLocation.FOLDER).resolve("index.lock.db");
        assertTrue(Files.exists(left));
        try (Store store = Store.open(StoreLocation.ofArchive(archive))) {
            assertEquals(1, store.read(Tx::totals).captures());
        }
        assertFalse(Files.exists(left));
    }
}
