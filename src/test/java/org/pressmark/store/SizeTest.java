package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Capture;

/** The database file stays in proportion to what it holds; left alone, H2 lets it grow without bound. */
class SizeTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path archive;

    private StoreLocation.Embedded location() {
        return (StoreLocation.Embedded) StoreLocation.ofArchive(archive);
    }

    private long size() throws IOException {
        return Files.size(location().databaseFile());
    }

    @Test
    void oneCommitAfterAnotherLeavesASmallFile() throws IOException {
        int number = 0;
        for (int session = 0; session < 4; session++) {
            try (Store store = Store.open(location())) {
                for (int i = 0; i < 250; i++) {
                    Capture capture = Captures.page("c" + number, Captures.A + number % 50, number++, "x" + number);
                    store.write(tx -> {
                        tx.captures().insert(capture);
                        tx.versions().place(capture, Captures.article(capture.url(), "H"), capture.payload());
                    });
                }
            }
            assertTrue(size() < 24 * MEGABYTE, "after session " + session + ": " + size());
        }
        Store.compact(location());
        assertTrue(size() < 4 * MEGABYTE, "compacted: " + size());
        try (Store store = Store.open(location())) {
            assertEquals(1_000, store.read(Tx::totals).captures());
        }
    }

    @Test
    void aProgramThatRunsForLongTidiesUpMeanwhile() throws Exception {
        try (Store store = Store.open(H2Database.shared(location(), 2 * MEGABYTE))) {
            Thread[] writers = new Thread[3];
            for (int i = 0; i < writers.length; i++) {
                int mine = i * 100;
                writers[i] = new Thread(() -> {
                    for (int n = mine; n < mine + 100; n++) {
                        Capture capture = Captures.page("c" + n, Captures.A + n, n, "x" + n);
                        store.write(tx -> tx.captures().insert(capture));
                    }
                });
                writers[i].start();
            }
            for (Thread writer : writers) {
                writer.join();
            }
            assertEquals(300, store.read(Tx::totals).captures());
            assertTrue(size() < 6 * MEGABYTE, "while it is open: " + size());
        }
    }

    @Test
    void refusesToCompactWhatIsOpen() {
        try (Store store = Store.open(location())) {
            String message = assertThrows(StoreException.class, () -> Store.compact(location()))
                    .getMessage();
            assertTrue(message.contains("another process has the index open"), message);
            assertEquals(0, store.read(Tx::totals).captures());
        }
        Store.compact(location());
    }
}
