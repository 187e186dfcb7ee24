package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of an archive: WARC and ARC files at its top, and {@code .pressmark/work} for locks and unfinished business.
 *
 * @param path the folder
 * @param work the folder for unfinished business; elsewhere where the archive is only to be read
 */
record ArchiveFolder(Path path, Path work) {
    private static final String WORK = ".pressmark/work";
    private static final Duration STALE = Duration.ofDays(1);

    ArchiveFolder(Path path) {
        this(path, path.resolve(WORK));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path work(String name) {
        return work.resolve(name);
    }

    Path lockOf(String name) {
        return work(name + ".lock");
    }

    void create() throws IOException {
        Files.createDirectories(work);
    }

    /** Opens a file by the name that locations carry, finished or still being written. */
    FileChannel open(String name) throws IOException {
        for (int tries = 0; tries < 3; tries++) {
            for (String form : List.of(name, name + WarcName.OPEN)) {
                if (Files.exists(file(form))) {
                    try {
                        return FileChannel.open(file(form), StandardOpenOption.READ);
                    } catch (NoSuchFileException renamedJustNow) {
                        break; // the next try finds it under its other name
                    }
                }
            }
        }
        throw new NoSuchFileException(
                file(name).toString(), null, "expected this WARC file in the archive; restore it from a backup");
    }

    /** The finished WARC and ARC files in order of their names. */
    List<Path> files() throws IOException {
        return list().filter(file -> WarcName.isArchiveFile(file.getFileName().toString()))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** The files that are being written, or were when somebody died. */
    List<Path> openFiles() throws IOException {
        return list().filter(file -> file.getFileName().toString().endsWith(".warc.gz" + WarcName.OPEN))
                .toList();
    }

    /** Throws away what the dead left in the work folder. */
    void clean(Instant now) throws IOException {
        try (Stream<Path> left = Files.list(work)) {
            for (Path file : left.toList()) {
                boolean stale = Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(STALE));
                boolean lock = file.getFileName().toString().endsWith(".lock");
                if (stale && !lock) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Stream<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.sorted().toList().stream();
        }
    }
}
