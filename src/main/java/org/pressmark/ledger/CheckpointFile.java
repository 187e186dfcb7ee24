package org.pressmark.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All checkpoints, one note after the other with an empty line between, in a file that only grows. */
final class CheckpointFile {
    private static final String BETWEEN = "\n\n\n";

    /** A note has five hundred bytes at most; so many from the end hold the last one. */
    private static final int TAIL = 4096;

    private final Path path;

    CheckpointFile(Path path) {
        this.path = path;
    }

    /** The last whole note; a note that a crash cut off is passed over. */
    Optional<Checkpoint> last() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            List<Checkpoint> found = parse(tail(file));
            return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
        }
    }

    /** The end of the file; where it begins within a note, that note is not whole. */
    private static String tail(FileChannel file) throws IOException {
        int wanted = (int) Math.min(TAIL, file.size());
        ByteBuffer tail = ByteBuffer.allocate(wanted);
        file.read(tail, file.size() - wanted);
        return new String(tail.array(), StandardCharsets.UTF_8);
    }

    /** All of them, oldest first. */
    List<Checkpoint> all() throws IOException {
        return Files.exists(path) ? parse(Files.readString(path)) : List.of();
    }

    private static List<Checkpoint> parse(String text) {
        List<Checkpoint> out = new ArrayList<>();
        String[] notes = text.substring(0, wholeEnd(text)).split(BETWEEN, -1);
        for (String note : notes) {
            Checkpoint.parse(note + "\n").ifPresent(out::add);
        }
        return out;
    }

    /** Behind the last note that is whole. */
    private static int wholeEnd(String text) {
        int last = text.lastIndexOf(BETWEEN);
        return last < 0 ? 0 : last + BETWEEN.length();
    }

    /** Appends a note and brings it to the disk. */
    void append(Checkpoint checkpoint) throws IOException {
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            cutTorn(file);
            ByteBuffer out = ByteBuffer.wrap((checkpoint.note() + "\n\n").getBytes(StandardCharsets.UTF_8));
            long at = file.size();
            while (out.hasRemaining()) {
                at += file.write(out, at);
            }
            file.force(true);
        }
    }

    /** What a crash left of a note that was never acknowledged. */
    private static void cutTorn(FileChannel file) throws IOException {
        String tail = tail(file);
        int torn = tail.substring(wholeEnd(tail)).getBytes(StandardCharsets.UTF_8).length;
        if (torn > 0) {
            file.truncate(file.size() - torn);
        }
    }
}
