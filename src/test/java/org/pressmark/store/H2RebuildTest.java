package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2RebuildTest extends RebuildContract {
    @TempDir
    Path archive;

    @Override
    StoreLocation location() {
        return StoreLocation.ofArchive(archive);
    }

    @Test
    void leavesOneDatabaseFileAndNothingHalfMade() throws IOException {
        try (Rebuild rebuild = Rebuild.begin(location())) {
            fill(rebuild.fresh(), Captures.page("1", Captures.A, 1, "x"));
            rebuild.swapIn(Rebuild.OldRows.KEEP);
        }
        try (Rebuild rebuild = Rebuild.check(location())) {
            fill(rebuild.fresh(), Captures.page("1", Captures.A, 1, "x"));
        }
        try (Stream<Path> files = Files.list(archive.resolve(StoreLocation.FOLDER))) {
            assertEquals(
                    List.of("index.mv.db", "index.use"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void refusesToRebuildWhatAnotherProcessHasOpen() throws Exception {
        try (Child other = new Child(Writer.class, List.of(), archive, "x", 1, "stay")) {
            assertEquals("urn:uuid:x0", other.line());
            String message = assertThrows(StoreException.class, () -> Rebuild.begin(location()))
                    .getMessage();
            assertTrue(message.contains("another process has the index open"), message);
            other.kill();
            try (Rebuild rebuild = Rebuild.begin(location())) {
                fill(rebuild.fresh(), Captures.page("1", Captures.A, 1, "x"));
                rebuild.swapIn(Rebuild.OldRows.KEEP);
            }
        }
    }

    @Test
    void replacesADamagedIndexWhereItsRowsAreGivenUp() throws IOException {
        StoreLocation.Embedded location = (StoreLocation.Embedded) location();
        Files.createDirectories(archive.resolve(StoreLocation.FOLDER));
        Files.write(location.databaseFile(), new byte[100_000]);
        try (Rebuild rebuild = Rebuild.begin(location)) {
            fill(rebuild.fresh(), Captures.page("1", Captures.A, 1, "x"));
            assertThrows(StoreException.class, () -> rebuild.swapIn(Rebuild.OldRows.KEEP));
            rebuild.swapIn(Rebuild.OldRows.GIVE_UP_IF_UNREADABLE);
        }
        try (Store store = Store.open(location)) {
            assertEquals(1, store.read(Tx::totals).captures());
        }
    }
}
