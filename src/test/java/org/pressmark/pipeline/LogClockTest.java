package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Finding;
import org.pressmark.testing.TestClock;

/** The log tells when the machine's clock went backwards. */
final class LogClockTest {
    @TempDir
    private Path folder;

    private Pipeline open(String time) {
        Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
        values.put(
                Setting.ARCHIVE_DIR, new Settings.Value(folder.resolve("warcs").toString(), "test"));
        values.put(
                Setting.LEDGER_KEY,
                new Settings.Value(folder.resolve("keys/key.pem").toString(), "test"));
        return Pipeline.open(Settings.defaults().with(values), "test", finding -> {}, TestClock.at(time));
    }

    private void take(String time, String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "<title>" + name + "</title><p>Some words.</p>");
        try (Pipeline house = open(time)) {
            new ImportFiles(house)
                    .document(file, "http://news.example/" + name, Optional.empty(), Optional.of("text/html"));
        }
    }

    @Test
    void aClockThatWentBackIsTold() throws IOException {
        take("2026-03-01T12:00:00Z", "one.html");
        take("2026-03-01T11:00:00Z", "two.html");
        try (Pipeline house = open("2026-03-02T12:00:00Z")) {
            VerifyArchive.Verified verified = new VerifyArchive(house).verify((file, done, total) -> {});
            assertEquals(
                    List.of("clock-backwards"),
                    verified.findings().stream().map(Finding::code).toList());
            assertEquals(false, verified.conformant());
        }
    }
}
