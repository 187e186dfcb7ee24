package org.pressmark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
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

/** What the last check of the archive found, kept beside the index, and how the log stands. */
public final class ArchiveHealth {
    private static final String FILE = "verified.json";

    private final Pipeline house;

    public ArchiveHealth(Pipeline house) {
        this.house = house;
    }

    public Health now() throws IOException {
        try {
            return new Health(last(), log(), "");
        } catch (LedgerException disordered) { // 'verify' says what is wrong with it
            return new Health(last(), Optional.empty(), String.valueOf(disordered.getMessage()));
        }
    }

    /** Keeps what a check found; an archive that cannot be written is no less checked for it. */
    void keep(VerifyArchive.Verified verified) {
        Instant now = house.clock().instant();
        String text = Json.compact(Json.object()
                .put("at", now.toString())
                .put("damage", count(verified, Finding.Level.DAMAGE))
                .put("warnings", count(verified, Finding.Level.WARNING))
                .put("files", verified.files())
                .put("records", verified.records())
                .put("bytes", verified.bytes()));
        try {
            Path fresh = house.passing().resolve(house.newUuid() + ".verified");
            Files.writeString(fresh, text + "\n");
            Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            house.notices()
                    .accept(new Finding(
                            Finding.Level.NOTE, "not-kept", FILE, -1, "the result was not kept: " + e.getMessage()));
        }
    }

    private static long count(VerifyArchive.Verified verified, Finding.Level level) {
        return verified.findings().stream()
                .filter(finding -> finding.level() == level)
                .count();
    }

    private Path file() {
        return house.folder().resolve(StoreLocation.FOLDER).resolve(FILE);
    }

    private Optional<Health.Check> last() throws IOException {
        if (!Files.isRegularFile(file())) {
            return Optional.empty();
        }
        try {
            JsonNode kept = Json.parse(Files.readString(file()));
            return Optional.of(new Health.Check(
                    Instant.parse(kept.path("at").asText()),
                    kept.path("damage").asLong(),
                    kept.path("warnings").asLong(),
                    kept.path("files").asLong(),
                    kept.path("records").asLong(),
                    kept.path("bytes").asLong()));
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
