package org.pressmark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.ledger.Checkpoint;
import org.pressmark.ledger.Ledger;
import org.pressmark.ledger.LedgerException;
import org.pressmark.ledger.LogKeys;
import org.pressmark.ledger.VerifierKey;
import org.pressmark.model.Finding;
import org.pressmark.report.Health;
import org.pressmark.store.StoreLocation;
import org.pressmark.store.WarcFile;

/** What the last check of the archive found, kept beside the index, and how the log stands. */
public final class ArchiveHealth {
    private static final String FILE = "verified.json";

    private final Pipeline house;
    private final Unverified unverified;

    public ArchiveHealth(Pipeline house) {
        this.house = house;
        this.unverified = new Unverified(house);
    }

    /** A check that was kept, and how far it read each file; absent where that was not kept. */
    private record Kept(Health.Check check, Optional<Map<String, Long>> read) {}

    public Health now() throws IOException {
        Optional<Kept> last = last();
        Optional<Health.Check> check = last.map(Kept::check);
        Optional<Health.Unread> unread = (last.isEmpty()
                        ? Optional.of(Map.<String, Long>of())
                        : last.flatMap(Kept::read))
                .filter(read -> indexed())
                .map(unverified::now);
        try {
            return new Health(check, unread, log(), "");
        } catch (LedgerException disordered) { // 'verify' says what is wrong with it
            return new Health(check, unread, Optional.empty(), String.valueOf(disordered.getMessage()));
        }
    }

    /**
     * Keeps what a check found; an archive that cannot be written is no less checked for it.
     *
     * @param read the files as they stood when it began
     */
    void keep(VerifyArchive.Verified verified, List<WarcFile> read) {
        if (house.onlyRead()) {
            return;
        }
        Instant now = house.clock().instant();
        ObjectNode kept = Json.object()
                .put("at", now.toString())
                .put("damage", count(verified, Finding.Level.DAMAGE))
                .put("warnings", count(verified, Finding.Level.WARNING))
                .put("files", verified.files())
                .put("records", verified.records())
                .put("bytes", verified.bytes());
        ObjectNode lengths = kept.putObject("read");
        read.forEach(file -> lengths.put(file.name(), file.indexedTo()));
        try {
            Path fresh = house.passing().resolve(house.newUuid() + ".verified");
            Files.writeString(fresh, Json.compact(kept) + "\n");
            Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            house.notices()
                    .accept(new Finding(
                            Finding.Level.NOTE, "not-kept", FILE, -1, "the result was not kept: " + e.getMessage()));
        }
    }

    /** Without an index nobody knows what there is; a check of files alone is one all the same. */
    private boolean indexed() {
        return !house.onlyRead() || house.storeIfAny().isPresent();
    }

    private static long count(VerifyArchive.Verified verified, Finding.Level level) {
        return verified.findings().stream()
                .filter(finding -> finding.level() == level)
                .count();
    }

    private Path file() {
        return house.folder().resolve(StoreLocation.FOLDER).resolve(FILE);
    }

    private Optional<Kept> last() throws IOException {
        if (!Files.isRegularFile(file())) {
            return Optional.empty();
        }
        try {
            JsonNode kept = Json.parse(Files.readString(file()));
            Map<String, Long> read = new HashMap<>();
            kept.path("read")
                    .properties()
                    .forEach(file -> read.put(file.getKey(), file.getValue().asLong()));
            return Optional.of(new Kept(
                    new Health.Check(
                            Instant.parse(kept.path("at").asText()),
                            kept.path("damage").asLong(),
                            kept.path("warnings").asLong(),
                            kept.path("files").asLong(),
                            kept.path("records").asLong(),
                            kept.path("bytes").asLong()),
                    kept.has("read") ? Optional.of(read) : Optional.empty()));
        } catch (JsonException | DateTimeParseException spoiled) {
            return Optional.empty();
        }
    }

    private Optional<Health.Log> log() throws IOException {
        if (!Ledger.exists(house.folder())) {
            return Optional.empty();
        }
        Ledger ledger = house.journal().ledger();
        List<Checkpoint> checkpoints = ledger.allCheckpoints();
        List<VerifierKey> keys = LogKeys.of(ledger);
        return Optional.of(new Health.Log(
                ledger.origin(),
                ledger.size(),
                checkpoints.size(),
                checkpoints.isEmpty()
                        ? 0
                        : checkpoints.get(checkpoints.size() - 1).size(),
                keys.isEmpty() ? "" : keys.get(keys.size() - 1).fingerprint(),
                keys.size()));
    }
}
