package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path folder;

    private StoreLocation h2(String name) {
        return StoreLocation.ofArchive(folder.resolve(name));
    }

    private Path filled(StoreLocation location) {
        Path zip = folder.resolve("backup.zip");
        try (Store store = Store.open(location)) {
            RebuildContract.fill(store, Captures.page("1", Captures.A, 1, "x"), Captures.page("2", Captures.B, 2, "y"));
            store.write(tx -> tx.attempts().insert(RebuildContract.ATTEMPT));
            store.backup(zip);
        }
        return zip;
    }

    private void restoresEverything(StoreLocation from, StoreLocation to) throws IOException {
        Path zip = filled(from);
        Store.restore(to, zip);
        try (Store store = Store.open(from);
                Store restored = Store.open(to)) {
            assertTrue(
                    store.differences(restored, 3).none(),
                    () -> store.differences(restored, 3).toString());
            List<WarcFile> files = store.read(tx -> tx.files().all());
            assertEquals(files, restored.read(tx -> tx.files().all()));
            assertEquals(
                    List.of(RebuildContract.ATTEMPT),
                    restored.read(tx -> tx.attempts()
                            .of(Captures.page("1", Captures.A, 1, "x").key(), 5)));
            RebuildContract.fill(restored, Captures.page("3", Captures.B, 3, "z"));
            restored.write(tx -> tx.attempts().insert(RebuildContract.ATTEMPT));
            assertEquals(3, restored.read(Tx::totals).captures());
        }
        assertFalse(Files.exists(folder.resolve("backup.zip.part")));
    }

    @Test
    void restoresFromH2ToH2() throws IOException {
        restoresEverything(h2("a"), h2("b"));
    }

    @Test
    void restoresFromH2ToPostgres() throws IOException {
        restoresEverything(h2("a"), Postgres.location());
    }

    @Test
    void restoresFromPostgresToH2() throws IOException {
        restoresEverything(Postgres.location(), h2("b"));
    }

    @Test
    void restoresFromPostgresToPostgres() throws IOException {
        restoresEverything(Postgres.location(), Postgres.location());
    }

    @Test
    void theSameRowsGiveTheSameBackup() throws IOException {
        Path zip = filled(h2("a"));
        byte[] first = Files.readAllBytes(zip);
        try (Store store = Store.open(h2("a"))) {
            store.backup(zip);
        }
        assertArrayEquals(first, Files.readAllBytes(zip));
    }

    @Test
    void refusesToRestoreOverRows() {
        Path zip = filled(h2("a"));
        String message = assertThrows(StoreException.class, () -> Store.restore(h2("a"), zip))
                .getMessage();
        assertTrue(message.contains("expected an empty index"), message);
    }

    @Test
    void refusesADamagedBackupBeforeTheFirstRow() throws IOException {
        Path zip = filled(h2("a"));
        Path changed = copy(zip, "tables/claim.jsonl", text -> text.replace("Moscow", "Mosquow"));
        String message = assertThrows(StoreException.class, () -> Store.restore(h2("b"), changed))
                .getMessage();
        assertTrue(message.contains("damaged: expected for tables/claim.jsonl the SHA-256"), message);
        try (Store store = Store.open(h2("b"))) {
            assertEquals(0, store.read(Tx::totals).captures());
        }
        Path text = Files.writeString(folder.resolve("no.zip"), "no zip");
        assertTrue(assertThrows(StoreException.class, () -> Store.restore(h2("c"), text))
                .getMessage()
                .startsWith("the backup cannot be read"));
    }

    @Test
    void refusesABackupOfANewerProgram() throws IOException {
        Path newer = copy(
                filled(h2("a")),
                "manifest.json",
                text -> text.replace("\"schema\": " + Migrations.known(), "\"schema\": " + (Migrations.known() + 1)));
        String message = assertThrows(StoreException.class, () -> Store.restore(h2("b"), newer))
                .getMessage();
        assertTrue(message.contains("newer Pressmark (schema " + (Migrations.known() + 1)), message);
    }

    private Path copy(Path zip, String name, java.util.function.UnaryOperator<String> change) throws IOException {
        Path out = folder.resolve("changed.zip");
        try (ZipFile from = new ZipFile(zip.toFile());
                OutputStream file = Files.newOutputStream(out);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.write((entry.getName().equals(name) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out;
    }
}
