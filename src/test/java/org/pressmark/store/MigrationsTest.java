package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Capture;

class MigrationsTest {
    /** The scripts of a later program: all that there are, and one more. */
    private static final List<String> LATER = Stream.concat(
                    Migrations.SCRIPTS.stream(), Stream.of("later__test_only.sql"))
            .toList();

    @TempDir
    Path folder;

    private static Database database(StoreLocation location) {
        return location instanceof StoreLocation.Embedded embedded
                ? H2Database.shared(embedded)
                : PostgresDatabase.shared((StoreLocation.Server) location);
    }

    private static Store open(StoreLocation location, List<String> scripts) {
        Database database = database(location);
        return Store.open(database, new Migrations(database, scripts), scripts.size());
    }

    private static void migrates(StoreLocation location) {
        Capture capture = Captures.page("1", Captures.A, 1, "x");
        try (Store store = open(location, Migrations.SCRIPTS)) {
            store.write(tx -> tx.captures().insert(capture));
        }
        try (Store store = open(location, LATER)) {
            assertEquals(Optional.of(capture), store.read(tx -> tx.captures().find("urn:uuid:1")));
            assertEquals(
                    List.of("one; with a semicolon", "two"),
                    store.read(tx -> tx.sql().list("SELECT words FROM added ORDER BY id", row -> row.text("words"))));
            assertEquals(
                    LATER,
                    store.read(tx -> tx.sql()
                            .list("SELECT script FROM schema_version ORDER BY version", row -> row.text("script"))));
        }
    }

    private static void migratesOnce(StoreLocation location) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(pool.submit(() -> {
                    try (Store store = open(location, LATER)) {
                        return store.read(tx -> tx.sql().number("SELECT count(*) FROM added"));
                    }
                }));
            }
            for (Future<Long> one : all) {
                assertEquals(2, one.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anOlderH2DatabaseMigrates() {
        migrates(StoreLocation.ofArchive(folder));
    }

    @Test
    void anOlderPostgresDatabaseMigrates() {
        migrates(Postgres.location());
    }

    @Test
    void manyThreadsThatOpenAtOnceMigrateOnceInH2() throws Exception {
        migratesOnce(StoreLocation.ofArchive(folder));
    }

    @Test
    void manyThreadsThatOpenAtOnceMigrateOnceInPostgres() throws Exception {
        migratesOnce(Postgres.location());
    }

    @Test
    void manyProcessesThatOpenAtOnceMigrateOnce() throws Exception {
        try (Child one = new Child(Writer.class, List.of(), folder, "one", 1);
                Child two = new Child(Writer.class, List.of(), folder, "two", 1);
                Child three = new Child(Writer.class, List.of(), folder, "three", 1)) {
            assertEquals(List.of(0, 0, 0), List.of(one.exitCode(), two.exitCode(), three.exitCode()));
        }
        try (Store store = Store.open(StoreLocation.ofArchive(folder))) {
            assertEquals(3, store.read(Tx::totals).captures());
            assertEquals(
                    Migrations.SCRIPTS,
                    store.read(tx -> tx.sql()
                            .list("SELECT script FROM schema_version ORDER BY version", row -> row.text("script"))));
        }
    }

    @Test
    void aMigrationThatWasInterruptedIsRepeated() {
        for (int version = 1; version <= Migrations.known(); version++) {
            int last = version;
            StoreLocation.Embedded location =
                    (StoreLocation.Embedded) StoreLocation.ofArchive(folder.resolve("" + version));
            for (int time = 1; time <= 2; time++) {
                Database database = H2Database.shared(location);
                Migrations some = new Migrations(database, Migrations.SCRIPTS.subList(0, version));
                try (Store store = Store.open(database, some, version)) {
                    store.write(tx -> tx.sql().update("DELETE FROM schema_version WHERE version = ?", last));
                }
            }
            try (Store store = Store.open(H2Database.shared(location))) {
                assertEquals(0, store.read(Tx::totals).captures());
            }
        }
    }

    @Test
    void everyTableIsKnownToBackupAndEveryDerivedOneToTheComparison() {
        try (Store store = Store.open(StoreLocation.ofArchive(folder))) {
            List<String> tables = store.read(tx -> tx.sql()
                    .list(
                            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY"
                                    + " table_name",
                            row -> row.text("table_name")));
            List<String> known = new ArrayList<>(Schema.TABLES);
            known.add("schema_version");
            known.addAll(Schema.PASSING);
            assertEquals(known.stream().sorted().toList(), tables);
            known.removeAll(Schema.PASSING);
            known.removeAll(Operational.TABLES);
            known.removeAll(Derived.ROWS.keySet());
            assertEquals(List.of("warc_file", "wording", "schema_version"), known);
            assertTrue(Schema.TABLES.containsAll(Operational.TABLES));
        }
    }
}
