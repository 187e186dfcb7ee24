package org.pressmark.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether each timestamp is one of its checkpoint: the answer of the authority holds the checkpoint's SHA-256. Whether the
 * authority is to be believed, its certificate must tell: openssl checks that.
 */
final class LogStamps {
    private static final long LARGEST = 1 << 20;

    private LogStamps() {}

    static void check(Path folder, List<LogCheckpoint> checkpoints, Findings findings) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".tsr"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String size = String.valueOf(file.getFileName()).replace(".tsr", "");
            byte[] token = Files.size(file) <= LARGEST ? Files.readAllBytes(file) : new byte[0];
            boolean fits = checkpoints.stream()
                    .filter(checkpoint -> Long.toString(checkpoint.size()).equals(size))
                    .anyMatch(checkpoint -> holds(
                            token,
                            DeclaredDigest.digest("SHA-256")
                                    .digest(checkpoint.note().getBytes(StandardCharsets.UTF_8))));
            if (!fits) {
                findings.damage(
                        "timestamp-differs",
                        -1,
                        "The timestamp ledger/timestamps/" + size + ".tsr is not of the checkpoint of " + size
                                + " leaves: it, or the checkpoint, was changed or taken away.");
            }
        }
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
