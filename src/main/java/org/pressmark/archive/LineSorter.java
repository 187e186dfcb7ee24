package org.pressmark.archive;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of ASCII lines by their bytes, in bounded memory: what does not fit lies in files meanwhile. A line that
 * comes twice is given once.
 */
public final class LineSorter implements Closeable {
    /** Characters that are held; the objects around them take about as much again. */
    private static final int MEMORY = 8 << 20;

    /** Files that are read at once. */
    private static final int TOGETHER = 64;

    private final Path folder;
    private final String name;
    private final List<Path> runs = new ArrayList<>();
    private List<String> held = new ArrayList<>();
    private long length;
    private int made;
    private @Nullable Sorted given;

    /**
     * @param folder where what does not fit into memory may lie
     * @param name with which the names of those files begin, used by nobody else
     */
    public LineSorter(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    public void add(String line) throws IOException {
        held.add(line);
        length += line.length();
        if (length > MEMORY) {
            Collections.sort(held);
            runs.add(write(List.of(new Held(held))));
            held = new ArrayList<>();
            length = 0;
        }
    }

    /** All lines in order; to be asked once. Closing this sorter ends them. */
    public Sorted sorted() throws IOException {
        Collections.sort(held);
        while (runs.size() >= TOGETHER) {
            List<Path> some = List.copyOf(runs.subList(0, TOGETHER));
            Path together = write(open(some));
            runs.subList(0, TOGETHER).clear();
            runs.add(together);
            for (Path run : some) {
                Files.deleteIfExists(run);
            }
        }
        List<Run> all = new ArrayList<>(open(runs));
        all.add(new Held(held));
        Sorted made = new Sorted(all);
        given = made;
        return made;
    }

    /** Lines in order, one at a time. */
    public static final class Sorted implements Closeable {
        private final List<? extends Run> all;
        private final PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(Run::head));
        private String before = "";

        private Sorted(List<? extends Run> all) {
            this.all = all;
            all.stream().filter(run -> !run.head().isEmpty()).forEach(queue::add);
        }

        /** The next line; empty at the end. */
        public Optional<String> next() throws IOException {
            while (!queue.isEmpty()) {
                Run least = queue.remove();
                String line = least.head();
                least.next();
                if (!least.head().isEmpty()) {
                    queue.add(least);
                }
                if (!line.equals(before)) {
                    before = line;
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            for (Run run : all) {
                run.close();
            }
        }
    }

    /** Lines in order, the first not yet taken. */
    private interface Run extends Closeable {
        /** Empty text at the end; no line is empty. */
        String head();

        void next() throws IOException;
    }

    private static final class Held implements Run {
        private final List<String> lines;
        private int at;

        Held(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public String head() {
            return at < lines.size() ? lines.get(at) : "";
        }

        @Override
        public void next() {
            at++;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static final class Stored implements Run {
        private final BufferedReader in;
        private String head = "";

        Stored(Path file) throws IOException {
            in = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
            next();
        }

        @Override
        public String head() {
            return head;
        }

        @Override
        public void next() throws IOException {
            String line = in.readLine();
            head = line == null ? "" : line;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static List<Run> open(List<Path> files) throws IOException {
        List<Run> out = new ArrayList<>();
        for (Path file : files) {
            out.add(new Stored(file));
        }
        return out;
    }

    private Path write(List<? extends Run> runs) throws IOException {
        Path file = folder.resolve(name + "." + made++ + ".sort");
        try (BufferedWriter out =
                        Files.newBufferedWriter(file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
                Sorted sorted = new Sorted(runs)) {
            for (Optional<String> line = sorted.next(); line.isPresent(); line = sorted.next()) {
                out.write(line.get());
                out.write('\n');
            }
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (given != null) {
            given.close();
        }
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
