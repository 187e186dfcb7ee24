package org.pressmark.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What lies beside the index of the log that the archive had when it was last written to: the hash of its first leaf. */
final class LogTrace {
    private static final int HASH = 32;

    private LogTrace() {}

    /** Empty where the archive had no log, or where nothing is left of its caches. */
    static Optional<byte[]> of(Path archive) throws IOException {
        Path nodes = archive.resolve(".pressmark").resolve(LogAudit.FOLDER).resolve("nodes");
        if (!Files.isRegularFile(nodes)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(nodes)) {
            byte[] first = in.readNBytes(HASH);
            return first.length == HASH ? Optional.of(first) : Optional.empty();
        }
    }

    /** Finds a log that is gone, or another one in its place. */
    static void tell(Optional<byte[]> trace, Optional<byte[]> firstLeaf, boolean there, Findings findings) {
        if (trace.isPresent() && !there) {
            findings.damage(
                    "log-missing",
                    -1,
                    "The archive had a log, and it is gone: nothing shows any more that no record was changed, taken out or"
                            + " put in. Put the folder " + LogAudit.FOLDER + " back from a copy.");
        } else if (trace.isPresent() && firstLeaf.isPresent() && !Arrays.equals(trace.get(), firstLeaf.get())) {
            findings.damage(
                    "log-replaced",
                    -1,
                    "The log begins otherwise than the one that the archive had when it was last written to: another log"
                            + " lies in its place. If it is the right one, delete .pressmark/" + LogAudit.FOLDER + ".");
        }
    }
}
