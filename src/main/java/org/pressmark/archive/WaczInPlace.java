package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

/**
 * A WACZ file of which only the records are read that are asked for, where they lie in it: its index says where that is. It is
 * not believed: a record that is not of the address, second and digest that its line states makes the index unusable, and so
 * does one that is damaged. What the index leaves out is not seen here.
 */
public final class WaczInPlace implements Closeable {
    private static final Set<String> MAIN = Set.of("response", "revisit", "resource");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Behind a main record stand its request and its metadata. */
    private static final int COMPANIONS = 2;

    private static final int REMEMBERED = 500;

    private final WaczIndex index;
    private final StoredRecord stored;
    private final LooseFiles files;
    private final Map<UrlKey, List<Capture>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UrlKey, List<Capture>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private WaczInPlace(WaczIndex index, Path folder, Supplier<Path> spools) {
        this.index = index;
        this.stored = new StoredRecord(new ArchiveFolder(folder));
        this.files = new LooseFiles(folder, spools);
    }

    /**
     * Reads the index of a file.
     *
     * @param spools names of files that may be made, for the unpacked index and for bodies too long for memory
     * @throws IndexUnusableException where there is none that leads to records in place
     * @throws NotAnArchiveException where it is no ZIP file, or none that may be opened
     */
    public static WaczInPlace open(Path wacz, Supplier<Path> spools) throws IOException {
        Path whole = wacz.toAbsolutePath();
        Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
        return new WaczInPlace(WaczIndex.open(whole, spools.get()), folder, spools);
    }

    /**
     * The captures of an address, oldest first; their places are in the WACZ file itself.
     *
     * @throws IndexUnusableException where a record is not what the index says of it
     */
    public List<Capture> of(UrlKey key) throws IOException {
        List<Capture> before = known.get(key);
        if (before != null) {
            return before;
        }
        List<Capture> captures = new ArrayList<>();
        for (WaczIndex.Found found : index.of(key)) {
            if (found.line().get()) {
                captures.addAll(captures(found));
            }
        }
        captures.removeIf(capture -> !capture.key().equals(key));
        captures.sort(Comparator.comparing(Capture::date).thenComparing(Capture::recordId));
        known.put(key, List.copyOf(captures));
        return List.copyOf(captures);
    }

    private List<Capture> captures(WaczIndex.Found found) throws IOException {
        ScannedRecord main = main(found);
        List<Capture> captures = new ArrayList<>();
        if (!MAIN.contains(main.type())) {
            return captures;
        }
        CaptureCollector collector = new CaptureCollector(captured -> captures.add(captured.capture()), word -> {});
        collector.add(main);
        RecordLocation last = main.location();
        for (int i = 0; i < COMPANIONS; i++) {
            Optional<ScannedRecord> companion =
                    stored.companion(last.file(), last.offset() + last.length(), collector::payloadCopy);
            if (companion.isEmpty()) {
                break;
            }
            collector.add(companion.get());
            last = companion.get().location();
        }
        collector.end();
        return captures;
    }

    private ScannedRecord main(WaczIndex.Found found) throws IOException {
        IndexLine line = found.line();
        List<String> faults = new ArrayList<>();
        try {
            ScannedRecord record =
                    stored.read(found.place(), OutputStream.nullOutputStream(), StoredRecord.faultsTo(faults::add));
            boolean same = record.targetUri().filter(line.url()::equals).isPresent()
                    && record.date()
                            .map(STAMP::format)
                            .filter(line.stamp()::equals)
                            .isPresent()
                    && line.states(record);
            if (same && faults.isEmpty()) {
                return record;
            }
            String what = faults.isEmpty() ? "another record stands there" : faults.get(0);
            throw new IndexUnusableException(line.url() + " of " + line.stamp() + ": " + what);
        } catch (DamagedRecordException e) {
            throw new IndexUnusableException(
                    line.url() + " of " + line.stamp() + ": no whole record stands there (" + e.getMessage() + ")");
        }
    }

    /** Reads a capture back, as {@link WarcArchive#read} does. */
    public ArchivedResponse read(Capture capture, Function<Capture.Original, Optional<Capture>> originals)
            throws IOException {
        return files.read(capture, originals);
    }

    /** See {@link LooseFiles#openRecord}. */
    public InputStream openRecord(RecordLocation place) throws IOException {
        return files.openRecord(place);
    }

    /** See {@link LooseFiles#readRecord}. */
    public ScannedRecord readRecord(RecordLocation place) throws IOException {
        return files.readRecord(place);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
