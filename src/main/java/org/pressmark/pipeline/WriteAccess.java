package org.pressmark.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.pressmark.ledger.Ledger;
import org.pressmark.store.StoreLocation;

/**
 * Whether this user can write to an archive: not on a medium or a share that is only for reading, and not in a folder of
 * somebody else's. Who only reads needs nothing of it; what passes through then lies in the temporary folder.
 */
final class WriteAccess {
    private final Path archive;
    private final Optional<Path> blocked;

    private WriteAccess(Path archive, Optional<Path> blocked) {
        this.archive = archive;
        this.blocked = blocked;
    }

    /** As it is now; of an archive that is missing: whether it can be made. */
    static WriteAccess to(Path archive, StoreLocation index) {
        Path own = archive.resolve(StoreLocation.FOLDER);
        Path log = archive.resolve(Ledger.FOLDER);
        Stream<Path> places = Files.exists(archive)
                ? Stream.of(
                        archive,
                        own,
                        own.resolve(Pipeline.WORK),
                        own.resolve(Ledger.FOLDER),
                        log,
                        log.resolve(Ledger.LEAVES))
                : Stream.of(nearest(archive));
        return new WriteAccess(
                archive,
                places.filter(place -> Files.exists(place) && !Files.isWritable(place))
                        .findFirst()
                        .or(index::blocked));
    }

    private static Path nearest(Path missing) {
        Path at = missing.toAbsolutePath();
        while (at.getParent() != null && Files.notExists(at)) {
            at = at.getParent();
        }
        return at;
    }

    /** True where something that writing needs cannot be written. */
    boolean missing() {
        return blocked.isPresent();
    }

    /** @throws PipelineException READ_ONLY where it is {@link #missing} */
    void need() {
        if (blocked.isEmpty()) {
            return;
        }
        Path place = blocked.get();
        if (Files.notExists(archive)) {
            throw new PipelineException(
                    PipelineException.Trouble.READ_ONLY,
                    archive + ": no archive can be made here (" + place
                            + " cannot be written by this user); --archive DIR names another place");
        }
        String where = place.equals(archive) ? "" : " (" + place + " cannot be written by this user)";
        throw new PipelineException(
                PipelineException.Trouble.READ_ONLY,
                archive + ": this archive can only be read" + where
                        + "; copy it to where it can be written, or have its folder made writable for you, and give the"
                        + " command again. Commands that read work here as it is");
    }
}
