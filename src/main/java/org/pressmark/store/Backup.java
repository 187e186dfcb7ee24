package org.pressmark.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;

/**
 * A backup of an index: a zip with {@code tables/NAME.jsonl}, a row a line ({@link Dump}), and last {@code manifest.json}:
 * {@code {"format":"pressmark-backup/1","schema":N,"tables":[{"name","rows","sha256"}]}}. One form for every database, so it
 * is restored into any.
 */
final class Backup {
    private static final String FORMAT = "pressmark-backup/1";
    private static final String MANIFEST = "manifest.json";

    private Backup() {}

    /** Writes a backup of what one transaction sees. */
    static void write(Sql sql, Path file) {
        try {
            ObjectNode manifest =
                    Json.object().put("format", FORMAT).put("schema", Migrations.version(sql.connection()));
            ArrayNode tables = manifest.putArray("tables");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (String table : Schema.TABLES) {
                    zip.putNextEntry(entry(name(table)));
                    Lines lines = new Lines(zip);
                    Dump.read(sql, table, lines::write);
                    zip.closeEntry();
                    tables.addObject()
                            .put("name", table)
                            .put("rows", lines.rows)
                            .put("sha256", lines.digest());
                }
                zip.putNextEntry(entry(MANIFEST));
                zip.write(Json.pretty(manifest).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("the backup cannot be written: " + file + ": " + e.getMessage(), e);
        }
    }

    /** The schema of the database that a backup was made of. */
    static int schema(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return manifest(zip, file).path("schema").asInt();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Fills an empty database of the backup's schema; the digests are checked before the first row is written. */
    static void read(Sql sql, Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            JsonNode manifest = manifest(zip, file);
            for (JsonNode table : manifest.path("tables")) {
                check(zip, table, file);
            }
            for (JsonNode table : manifest.path("tables")) {
                String name = table.path("name").asText();
                if (!Schema.TABLES.contains(name)) {
                    throw new StoreException(
                            "the backup " + file + " holds a table that this program does not know: " + name);
                }
                try (BufferedReader lines = new BufferedReader(
                                new InputStreamReader(open(zip, name(name), file), StandardCharsets.UTF_8));
                        Stream<JsonNode> rows = Json.lines(lines)) {
                    Dump.Filler filler = new Dump.Filler(sql, name);
                    rows.forEach(filler::add);
                    filler.finish();
                } catch (JsonException e) {
                    throw new StoreException(
                            "the backup " + file + " is damaged in " + name(name) + ", " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static JsonNode manifest(ZipFile zip, Path file) throws IOException {
        try (InputStream in = open(zip, MANIFEST, file)) {
            JsonNode manifest = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!manifest.path("format").asText().equals(FORMAT)) {
                throw new StoreException("expected a backup of the form " + FORMAT + ", found in " + file + ": "
                        + manifest.path("format").asText());
            }
            return manifest;
        } catch (JsonException e) {
            throw new StoreException("the backup " + file + " is damaged in " + MANIFEST + ", " + e.getMessage(), e);
        }
    }

    private static void check(ZipFile zip, JsonNode table, Path file) throws IOException {
        String name = name(table.path("name").asText());
        MessageDigest digest = Keys.sha256();
        try (InputStream in = open(zip, name, file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(table.path("sha256").asText())) {
            throw new StoreException("the backup " + file + " is damaged: expected for " + name + " the SHA-256 "
                    + table.path("sha256").asText() + ", found " + found);
        }
    }

    private static InputStream open(ZipFile zip, String name, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new StoreException("expected " + name + " in a backup of an index, found none in " + file);
        }
        return zip.getInputStream(entry);
    }

    private static StoreException unreadable(Path file, IOException e) {
        return new StoreException("the backup cannot be read: " + file + ": " + e.getMessage(), e);
    }

    private static String name(String table) {
        return "tables/" + table + ".jsonl";
    }

    /** The same rows give the same file. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 2, 1, 0, 0));
        return entry;
    }

    /** Writes rows and sums them up. */
    private static final class Lines {
        private final OutputStream out;
        private final MessageDigest digest = Keys.sha256();
        private long rows;

        Lines(OutputStream out) {
            this.out = out;
        }

        void write(ObjectNode row) {
            byte[] line = (Json.compact(row) + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(line);
            rows++;
            try {
                out.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String digest() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
