package org.pressmark.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.pressmark.model.Capture;

/**
 * Adds what new WARC files hold to an archive's shelf list. A list of its own is written for them and then merged with those
 * that are not much longer, so that there are few and each line is rewritten seldom. Memory is bounded: long lists are
 * sorted in parts. One process at a time writes; another one leaves it to the next.
 */
public final class ShelfWriter implements Closeable {
    private static final int IN_MEMORY = 20_000;

    private final Path archive;
    private final Path folder;
    private final Map<String, Long> warcs;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final List<String> lines = new ArrayList<>();
    private final List<Path> parts = new ArrayList<>();

    private ShelfWriter(Path archive, Map<String, Long> warcs, FileChannel lockFile, FileLock lock) {
        this.archive = archive;
        this.folder = ShelfList.folder(archive);
        this.warcs = Map.copyOf(warcs);
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Names of WARC files that the lists of an archive do not know at the lengths that they have. */
    public static Set<String> missing(Path archive, Map<String, Long> warcs) throws IOException {
        Map<String, Long> known = ShelfList.known(ShelfList.segments(archive));
        Set<String> out = new HashSet<>();
        warcs.forEach((name, length) -> {
            if (!length.equals(known.get(name))) {
                out.add(name);
            }
        });
        // A list that knows more than there is, or other lengths, is made anew as a whole.
        boolean stale =
                known.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(warcs.get(entry.getKey())));
        return stale ? warcs.keySet() : out;
    }

    /**
     * Begins to add files.
     *
     * @param warcs all finished WARC files of the archive, with their lengths
     * @return nothing where another process is at it
     */
    public static java.util.Optional<ShelfWriter> begin(Path archive, Map<String, Long> warcs) throws IOException {
        Path folder = Files.createDirectories(ShelfList.folder(archive));
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return java.util.Optional.of(new ShelfWriter(archive, warcs, channel, lock));
            }
        } catch (OverlappingFileLockException thisProcess) {
            // another house of this process is at it
        }
        channel.close();
        return java.util.Optional.empty();
    }

    /** Takes a capture. */
    public void add(Capture capture) {
        lines.add(ShelfLine.write(capture));
        if (lines.size() >= IN_MEMORY) {
            try {
                spill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes the list and puts it in its place.
     *
     * @param files the WARC files whose captures were added, every one of them
     */
    public void finish(Set<String> files) throws IOException {
        spill();
        Map<String, Long> covered = new HashMap<>();
        files.forEach(name -> {
            Long length = warcs.get(name);
            if (length != null) {
                covered.put(name, length);
            }
        });
        List<ShelfSegment> kept = ShelfList.segments(archive);
        List<Path> old = new ArrayList<>();
        // Lists that know a file which is written anew, or one that is gone, are of no use any more.
        kept.removeIf(segment -> {
            boolean useless = segment.files().keySet().stream()
                    .anyMatch(name -> covered.containsKey(name) || !warcs.containsKey(name));
            if (useless) {
                old.add(segment.path());
            }
            return useless;
        });
        long size = 0;
        for (Path part : parts) {
            size += Files.size(part);
        }
        kept.sort(Comparator.comparing(ShelfSegment::size));
        List<Path> sources = new ArrayList<>(parts);
        for (ShelfSegment segment : kept) {
            if (segment.size() > 4 * size + 4096) {
                break;
            }
            covered.putAll(segment.files());
            sources.add(segment.path());
            old.add(segment.path());
            size += segment.size();
        }
        Path made = folder.resolve("new.tmp");
        merge(sources, covered, made);
        // Names that were never used before: a reader may have an old list open.
        int number = 0;
        Path place = folder.resolve(number + ShelfSegment.ENDING);
        while (Files.exists(place)) {
            number++;
            place = folder.resolve(number + ShelfSegment.ENDING);
        }
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        for (Path each : old) {
            Files.deleteIfExists(each);
        }
    }

    private void spill() throws IOException {
        if (lines.isEmpty() && !parts.isEmpty()) {
            return;
        }
        Collections.sort(lines);
        Path part = folder.resolve("part-" + parts.size() + ".tmp");
        try (Writer out = Files.newBufferedWriter(part, StandardCharsets.ISO_8859_1)) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        parts.add(part);
        lines.clear();
    }

    /** Joins sorted files to one, equal lines once. */
    private static void merge(List<Path> sources, Map<String, Long> covered, Path to) throws IOException {
        PriorityQueue<Source> queue = new PriorityQueue<>(Comparator.comparing(Source::line));
        List<BufferedReader> open = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.ISO_8859_1)) {
            for (Path path : sources) {
                BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1);
                open.add(reader);
                next(reader, queue);
            }
            long written = 0;
            String last = "";
            for (Source source = queue.poll(); source != null; source = queue.poll()) {
                if (!source.line().equals(last)) {
                    last = source.line();
                    out.write(last);
                    out.write('\n');
                    written += last.length() + 1L;
                }
                next(source.reader(), queue);
            }
            List<String> names = new ArrayList<>(covered.keySet());
            Collections.sort(names);
            for (String name : names) {
                out.write(new String(
                        ShelfSegment.nameLine(name, covered.getOrDefault(name, 0L))
                                .getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1));
            }
            out.write(ShelfSegment.lastLine(written));
        } finally {
            for (BufferedReader reader : open) {
                reader.close();
            }
        }
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A line that waits to be written, and where the next one comes from. */
    private record Source(String line, BufferedReader reader) {}

    /** Lines of captures begin with a key and a tab; a line that begins with a length names a file, and ends the lines. */
    private static void next(BufferedReader reader, PriorityQueue<Source> queue) throws IOException {
        String line = reader.readLine();
        if (line != null && line.chars().filter(c -> c == '\t').count() > 1) {
            queue.add(new Source(line, reader));
        }
    }

    @Override
    public void close() throws IOException {
        for (Path part : parts) {
            Files.deleteIfExists(part);
        }
        Files.deleteIfExists(folder.resolve("new.tmp"));
        lock.release();
        lockFile.close();
    }
}
