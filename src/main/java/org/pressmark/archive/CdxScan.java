package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Finding;

/**
 * Reads index lines out of WARC and ARC files, several parts of a file and several files at a time. Bodies are unpacked, since
 * nothing else tells where a record ends, and otherwise let alone. Lines come in the order of the files.
 */
public final class CdxScan implements Closeable {
    private final ExecutorService workers;
    private final int threads;
    private final Consumer<Finding> findings;
    private final Deque<Future<Part>> underWay = new ArrayDeque<>();
    private @Nullable Path readToTheEnd;

    /**
     * @param threads how many parts are read at a time
     * @param findings takes what is wrong with a file
     */
    public CdxScan(int threads, Consumer<Finding> findings) {
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "pressmark-index");
            thread.setDaemon(true);
            return thread;
        };
        this.workers = Executors.newFixedThreadPool(threads, daemons);
        this.threads = threads;
        this.findings = findings;
    }

    /** What one part gave; {@code broken} where it does not lead to where the next one begins. */
    private record Part(Path file, Stretch stretch, List<CdxLine> lines, List<Finding> findings, boolean broken) {}

    /**
     * Reads the files.
     *
     * @throws NotAnArchiveException if one is no WARC or ARC file
     */
    public void scan(List<Path> files, Consumer<CdxLine> lines) throws IOException {
        for (Path file : files) {
            FileKind.require(file, String.valueOf(file.getFileName()));
            List<Stretch> stretches = Stretch.of(file);
            for (Stretch stretch : stretches) {
                if (file.equals(readToTheEnd)) {
                    break;
                }
                if (stretch.isLong()) {
                    takeAll(lines);
                    direct(file, stretch, lines, findings);
                } else {
                    underWay.add(workers.submit(() -> part(file, stretch)));
                }
                while (underWay.size() > 2 * threads) {
                    take(lines);
                }
            }
        }
        takeAll(lines);
    }

    private void takeAll(Consumer<CdxLine> lines) throws IOException {
        while (!underWay.isEmpty()) {
            take(lines);
        }
    }

    private void take(Consumer<CdxLine> lines) throws IOException {
        Part part = get(underWay.remove());
        if (part.file().equals(readToTheEnd)) {
            return;
        }
        if (part.broken()) {
            // What looked like the beginning of a record lay within one: from here on the file is read in one go.
            readToTheEnd = part.file();
            direct(part.file(), part.stretch().toTheEnd(Files.size(part.file())), lines, findings);
            return;
        }
        part.findings().forEach(findings);
        part.lines().forEach(lines);
    }

    private static Part part(Path file, Stretch stretch) throws IOException {
        List<CdxLine> lines = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        boolean leadsOn = direct(file, stretch, lines::add, found::add);
        return new Part(file, stretch, lines, found, !leadsOn);
    }

    private static boolean direct(Path file, Stretch stretch, Consumer<CdxLine> lines, Consumer<Finding> findings)
            throws IOException {
        CdxLines listener = new CdxLines(stretch, lines, findings);
        WarcScan.scan(file, stretch.from(), stretch.to(), Depth.HEADS, listener);
        listener.end();
        return listener.leadsOn();
    }

    private static Part get(Future<Part> part) throws IOException {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an index was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof UncheckedIOException io) {
                throw new IOException(io);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
