package org.pressmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.archive.CdxScan;
import org.pressmark.archive.LineSorter;
import org.pressmark.archive.NotAnArchiveException;
import org.pressmark.archive.WaczReader;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Finding;
import org.pressmark.model.KeyRange;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Writes an index for other software: sorted lines that say which record answers which address. */
public final class ExportIndex {
    /** Readers of one machine's files; more would only wait for the disk. */
    private static final int MOST_THREADS = 8;

    private final Pipeline house;

    public ExportIndex(Pipeline house) {
        this.house = house;
    }

    /** The written forms. */
    public enum Form {
        CDXJ,
        CDX11,
        /** CDXJ for programs that only show pages: without the answers of 304, of which ReplayWeb.page would show an empty one. */
        SHOWN
    }

    /** Takes the lines, sorted by their bytes. */
    public interface Taker {
        void line(String line) throws IOException;
    }

    /**
     * What was written.
     *
     * @param damaged places that could not be read; what lies behind them is not in the index
     */
    public record Written(long lines, long damaged) {}

    /** Everything that stands in the archive's files, read from the files themselves. */
    public Written all(Form form, Taker taker) throws IOException {
        if (house.onlyRead()) {
            new CatchUp(house).tellOpen();
        } else {
            new CatchUp(house).run();
        }
        return files(form, house.warcs().files(), house.passing(), taker);
    }

    /** What stands in these WARC, ARC and WACZ files, whether the archive has them or not. */
    public Written files(Form form, List<Path> files, Taker taker) throws IOException {
        files.forEach(GivenFile::require);
        Path folder = Files.createTempDirectory("pressmark-index");
        try {
            return files(form, files, folder, taker);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /**
     * What is stored of these addresses.
     *
     * @param urls addresses, or beginnings of addresses with {@code *} behind them
     */
    public Written of(Form form, List<String> urls, Taker taker) throws IOException {
        new CatchUp(house).run();
        try (LineSorter sorter = sorter(house.passing())) {
            for (String url : urls) {
                house.store().read(tx -> {
                    tx.keys().each(KeyRange.of(url), capture -> add(sorter, form, line(capture)));
                    return true;
                });
            }
            return new Written(write(form, sorter, taker), 0);
        }
    }

    private Written files(Form form, List<Path> files, Path folder, Taker taker) throws IOException {
        int threads = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        long[] damaged = {0};
        Consumer<Finding> told = finding -> {
            damaged[0] += finding.level() == Finding.Level.DAMAGE ? 1 : 0;
            house.notices().accept(finding);
        };
        try (LineSorter sorter = sorter(folder);
                CdxScan scan = new CdxScan(threads, told)) {
            Consumer<CdxLine> lines = line -> add(sorter, form, Optional.of(line));
            List<Path> plain = new ArrayList<>();
            for (Path file : files) {
                if (WaczReader.is(file)) {
                    packed(file, folder, scan, lines, told);
                } else {
                    plain.add(file);
                }
            }
            scan.scan(plain, lines);
            return new Written(write(form, sorter, taker), damaged[0]);
        } catch (NotAnArchiveException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads the files of a WACZ file one by one; in the index they bear the names that they have in it. */
    private void packed(Path file, Path folder, CdxScan scan, Consumer<CdxLine> lines, Consumer<Finding> findings)
            throws IOException {
        Path apart = Files.createDirectory(folder.resolve(house.newUuid()));
        try (WaczReader wacz = WaczReader.open(file)) {
            for (String path : wacz.files()) {
                Path copy = apart.resolve(WaczReader.fileName(path));
                try {
                    wacz.copy(path, copy, findings);
                    scan.scan(List.of(copy), lines);
                } finally {
                    Files.deleteIfExists(copy);
                }
            }
        } finally {
            Files.deleteIfExists(apart);
        }
    }

    private LineSorter sorter(Path folder) {
        return new LineSorter(folder, house.newUuid());
    }

    private Optional<CdxLine> line(Capture capture) {
        return Guarded.call(capture.url(), () -> house.warcs().cdxLine(capture), house.notices())
                .flatMap(found -> found);
    }

    private static void add(LineSorter sorter, Form form, Optional<CdxLine> line) {
        try {
            if (line.isPresent() && !(form == Form.SHOWN && line.get().notModified())) {
                sorter.add(form == Form.CDX11 ? line.get().cdx11() : line.get().cdxj());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long write(Form form, LineSorter sorter, Taker taker) throws IOException {
        long count = 0;
        if (form == Form.CDX11) {
            taker.line(CdxLine.CDX11_HEADER);
        }
        LineSorter.Sorted sorted = sorter.sorted();
        for (Optional<String> line = sorted.next(); line.isPresent(); line = sorted.next()) {
            count++;
            taker.line(line.get());
        }
        return count;
    }
}
