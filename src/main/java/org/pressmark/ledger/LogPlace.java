package org.pressmark.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a log lies, and its caches.
 *
 * @param folder its leaves and checkpoints
 * @param cache what can be made again, and locks; elsewhere where the log can only be read
 * @param first with what a log begins; of one that can only be read there is none
 */
record LogPlace(Path folder, Path cache, Optional<Statement> first) {
    private static final String NODES = "nodes";
    private static final String ENTRIES = "entries";

    /** Of an archive's log, which begins under this name where there is none. */
    static LogPlace writable(Path archive, String origin) throws IOException {
        Path folder = archive.resolve(Ledger.FOLDER);
        Path cache = cacheOf(archive);
        boolean gone =
                Files.notExists(folder.resolve(Ledger.LEAVES)) && Files.notExists(folder.resolve(Ledger.CHECKPOINTS));
        Path nodes = cache.resolve(NODES);
        if (gone && Files.exists(nodes) && Files.size(nodes) > 0) {
            throw new LedgerException(
                    "the log of this archive is gone (" + folder + "); put it back from a copy, or delete " + cache
                            + " for a new one to be begun, which says nothing of what was before it");
        }
        Files.createDirectories(folder);
        Files.createDirectories(cache);
        return new LogPlace(folder, cache, Optional.of(new Statement("log", Ledger.SELF, Map.of("origin", origin))));
    }

    /** Of a log that can only be read; the caches are copied, so that what they lack can be added. */
    static LogPlace toRead(Path archive, Path cache) throws IOException {
        Path folder = archive.resolve(Ledger.FOLDER);
        if (!Ledger.exists(archive)) {
            throw new LedgerException(
                    "this archive has no log (" + folder + "), and none can be begun where it can only be read");
        }
        Files.createDirectories(cache);
        for (String file : List.of(NODES, ENTRIES)) {
            Path known = cacheOf(archive).resolve(file);
            if (Files.isReadable(known)) {
                Files.copy(known, cache.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new LogPlace(folder, cache, Optional.empty());
    }

    private static Path cacheOf(Path archive) {
        return archive.resolve(".pressmark").resolve(Ledger.FOLDER);
    }

    Path lock() {
        return cache.resolve("writer.lock");
    }

    Path settleLock() {
        return cache.resolve("settle.lock");
    }

    LeafFile leaves() throws IOException {
        Path leaves = folder.resolve(Ledger.LEAVES);
        return first.isPresent() ? LeafFile.open(leaves) : LeafFile.toRead(leaves);
    }

    NodeFile nodes() throws IOException {
        return new NodeFile(cache.resolve(NODES));
    }

    EntryFile entries() throws IOException {
        return new EntryFile(cache.resolve(ENTRIES));
    }

    CheckpointFile checkpoints() {
        return new CheckpointFile(folder.resolve(Ledger.CHECKPOINTS));
    }

    /** With what a log begins, for who is about to add to it. */
    Statement beginning() throws LedgerException {
        return first.orElseThrow(
                () -> new LedgerException("the log can only be read (" + folder + "); nothing is added to it"));
    }
}
