package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Capture;

/** An index that can only be read, as it is opened on a medium that nobody can write. */
class H2StoredTest {
    private static final Capture CAPTURE = Captures.page("1", Captures.A, 1, "x");

    @TempDir
    Path folder;

    private StoreLocation.Embedded location(String name) {
        return (StoreLocation.Embedded) StoreLocation.ofArchive(folder.resolve(name));
    }

    private static void holdsTheCapture(StoreLocation.Embedded location) {
        try (Store store = Store.open(H2Stored.open(location))) {
            assertTrue(store.onlyRead());
            assertEquals(Optional.of(CAPTURE), store.read(tx -> tx.captures().find("urn:uuid:1")));
        }
    }

    @Test
    void isReadAndLeftAsItIs() throws IOException {
        StoreLocation.Embedded location = location("whole");
        try (Store store = Store.open(location)) {
            store.write(tx -> tx.captures().insert(CAPTURE));
        }
        byte[] before = Files.readAllBytes(location.databaseFile());
        List<String> files = files(location);
        holdsTheCapture(location);
        assertEquals(files, files(location));
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(location.databaseFile())));
    }

    /** What lies in the folder while a process has the index open is what lies there when it is killed. */
    @Test
    void isReadThoughAProcessWasKilled() throws IOException {
        StoreLocation.Embedded location = location("alive");
        StoreLocation.Embedded killed = location("killed");
        Files.createDirectories(killed.databaseFile().getParent());
        try (Store store = Store.open(location)) {
            store.write(tx -> tx.captures().insert(CAPTURE));
            for (String file : files(location)) {
                Files.copy(location.file().resolveSibling(file), killed.file().resolveSibling(file));
            }
        }
        assertTrue(Files.exists(killed.lockFile()), "H2's own lock file is left");
        holdsTheCapture(killed);
        assertTrue(Files.exists(killed.lockFile()));
    }

    @Test
    void isReadWhileAnotherProcessWritesToIt() {
        StoreLocation.Embedded location = location("shared");
        try (Store writer = Store.open(location)) {
            writer.write(tx -> tx.captures().insert(CAPTURE));
            try (Store reader = Store.open(H2Stored.open(location))) {
                writer.write(tx -> tx.captures().insert(Captures.page("2", Captures.B, 2, "y")));
                assertEquals(
                        Optional.of(CAPTURE), reader.read(tx -> tx.captures().find("urn:uuid:1")));
                assertEquals(
                        Optional.empty(),
                        reader.read(tx -> tx.captures().find("urn:uuid:2")),
                        "as it was when it was opened");
            }
        }
    }

    @Test
    void refusesWhatWouldWrite() {
        StoreLocation.Embedded location = location("refused");
        Store.open(location).close();
        try (Store store = Store.open(H2Stored.open(location))) {
            StoreException kept = assertThrows(
                    StoreException.class, () -> store.write(tx -> tx.captures().insert(CAPTURE)));
            assertTrue(kept.getMessage().contains("can only be read"), kept.getMessage());
            assertTrue(kept.ofStorage(), "people are told of it as of a trouble of storage");
            StoreException undone = assertThrows(
                    StoreException.class,
                    () -> store.read(tx -> {
                        tx.captures().insert(CAPTURE);
                        return true;
                    }));
            assertTrue(undone.getMessage().contains("copy it to where it can be written"), undone.getMessage());
        }
    }

    @Test
    void saysThatAnOlderIndexCannotBeBroughtUpToDate() {
        StoreLocation.Embedded location = location("older");
        Database older = H2Database.shared(location);
        List<String> scripts = Migrations.SCRIPTS.subList(0, Migrations.known() - 1);
        Store.open(older, new Migrations(older, scripts), scripts.size()).close();
        StoreException e = assertThrows(
                StoreException.class, () -> Store.open(H2Stored.open(location)).close());
        assertTrue(
                e.getMessage().contains("schema " + scripts.size() + "; this program reads " + Migrations.known()),
                e.getMessage());
        assertTrue(e.getMessage().contains("Copy the archive"), e.getMessage());
    }

    @Test
    void saysThatThereIsNone() {
        StoreException e = assertThrows(StoreException.class, () -> H2Stored.open(location("none")));
        assertTrue(e.getMessage().contains("there is no index"), e.getMessage());
        assertTrue(e.getMessage().contains("pressmark rebuild"), e.getMessage());
        assertFalse(Files.exists(folder.resolve("none")), "nothing is made");
    }

    private static List<String> files(StoreLocation.Embedded location) throws IOException {
        try (Stream<Path> all = Files.list(location.databaseFile().getParent())) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
