package org.pressmark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.model.LinkWord;

/** What lies in a WARC or ARC file, in its order; nothing is held. */
public final class Contents {
    private Contents() {}

    /** Every record, for checks and rebuilding; see {@link WarcScan}. */
    public static void records(Path file, Consumer<ScannedRecord> records, Consumer<Finding> findings)
            throws IOException {
        WarcScan.scan(file, records, findings);
    }

    /** The same, but that nothing which a record states of its bytes is compared with them, and only SHA-256 is made of payloads. */
    public static void unchecked(Path file, Consumer<ScannedRecord> records) throws IOException {
        WarcScan.scan(file, String.valueOf(file.getFileName()), Depth.INDEX, new WarcScan.Listener() {
            @Override
            public void record(ScannedRecord record) {
                records.accept(record);
            }

            @Override
            public void finding(Finding finding) {
                // told when the file came
            }
        });
    }

    /** Every capture, the same that appending or importing gave. */
    public static void captures(Path file, Consumer<Capture> captures, Consumer<Finding> findings) throws IOException {
        captures(file, captured -> captures.accept(captured.capture()), word -> {}, findings);
    }

    /** Every capture, and what people said of links. */
    public static void captures(
            Path file, Consumer<Captured> captures, Consumer<LinkWord> words, Consumer<Finding> findings)
            throws IOException {
        scan(file, Depth.CHECK, new CaptureCollector(captures, words), findings);
    }

    /**
     * The same, but that nothing which a record states of its bytes is compared with them: that is for {@code verify}. Takes
     * about half the time.
     */
    public static void unchecked(
            Path file, Consumer<Captured> captures, Consumer<LinkWord> words, Consumer<Finding> findings)
            throws IOException {
        scan(file, Depth.INDEX, new CaptureCollector(captures, words), findings);
    }

    /**
     * The same of a file that another process is writing, or has just finished. What stands at its end may be half a record,
     * so nothing is told of it.
     *
     * @param open as it is called while it is written, see {@link LooseFiles#open}
     */
    public static void unfinished(Path open, Consumer<Captured> captures, Consumer<LinkWord> words) throws IOException {
        Path file = WarcName.finished(open);
        String name = String.valueOf(file.getFileName());
        CaptureCollector collector = new CaptureCollector(captures, words);
        try {
            scan(open, name, Depth.INDEX, collector, finding -> {});
        } catch (IOException e) {
            if (Files.exists(open)) {
                throw e;
            }
            scan(file, name, Depth.INDEX, collector, finding -> {}); // it was finished meanwhile
        }
    }

    /** False for a file compressed with zstd: its records cannot be read one by one where they lie, so it must be imported. */
    public static boolean inPlace(Path file) throws IOException {
        return !FileKind.isZstd(file);
    }

    private static void scan(Path file, Depth depth, CaptureCollector collector, Consumer<Finding> findings)
            throws IOException {
        scan(file, String.valueOf(file.getFileName()), depth, collector, findings);
    }

    private static void scan(
            Path file, String name, Depth depth, CaptureCollector collector, Consumer<Finding> findings)
            throws IOException {
        WarcScan.scan(file, name, depth, new WarcScan.Listener() {
            @Override
            public void record(ScannedRecord record) {
                collector.add(record);
            }

            @Override
            public OutputStream payloadCopy(String type) {
                return collector.payloadCopy(type);
            }

            @Override
            public void finding(Finding finding) {
                findings.accept(finding);
            }
        });
        collector.end();
    }
}
