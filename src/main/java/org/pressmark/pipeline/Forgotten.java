package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.ledger.Ledger;
import org.pressmark.model.UrlKey;

/**
 * Addresses that were taken down and are not captured again until somebody allows it: {@code ledger/forgotten}, a line each,
 * {@code SHA-256-of-the-SURT-key time} or {@code SHA-256 allowed}; the last word counts. No address stands in it.
 */
final class Forgotten {
    private static final String ALLOWED = "allowed";

    private final Path file;
    private final Map<String, String> since = new HashMap<>();
    private long read = -1;

    Forgotten(Path archive) {
        this.file = archive.resolve(Ledger.FOLDER).resolve("forgotten");
    }

    /** When an address was taken down, where it was and nobody allowed it since. */
    synchronized Optional<String> since(UrlKey key) {
        try {
            long size = file.toFile().length();
            if (size != read) {
                since.clear();
                List<String> lines = size == 0 ? List.of() : Files.readAllLines(file);
                lines.stream()
                        .map(line -> line.split(" ", 2))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> since.put(parts[0], parts[1]));
                read = size;
            }
        } catch (IOException e) {
            throw new PipelineException(PipelineException.Trouble.STORAGE, file + ": " + e.getMessage(), e);
        }
        return Optional.ofNullable(since.get(name(key))).filter(word -> !word.equals(ALLOWED));
    }

    void add(UrlKey key, String time) throws IOException {
        append(name(key) + " " + time);
    }

    void allow(UrlKey key) throws IOException {
        append(name(key) + " " + ALLOWED);
    }

    private void append(String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
    }

    private static String name(UrlKey key) {
        return FileDigest.of(key.surt()).hex();
    }
}
