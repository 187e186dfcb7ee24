package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pressmark.archive.Contents;
import org.pressmark.archive.LooseFiles;
import org.pressmark.archive.NotAnArchiveException;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.archive.WaczReader;
import org.pressmark.archive.WarcArchive;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;

/**
 * A WARC, ARC or WACZ file that belongs to no archive: read through once, its captures then known by address. The file is
 * left as it is; what must be unpacked lies in a folder of its own until the shelf is closed.
 */
final class FileShelf implements Shelf, Closeable {
    private static final int MOST_LIKE = 500;

    private final Path given;
    private final Path unpacked;
    private final NavigableMap<UrlKey, List<Capture>> captures = new TreeMap<>();
    private final Map<String, Capture> byRecord = new HashMap<>();
    private final Map<String, LooseFiles> folders = new HashMap<>();

    private boolean damaged;

    private FileShelf(Path given, Path unpacked) {
        this.given = given;
        this.unpacked = unpacked;
    }

    /**
     * Reads a file through.
     *
     * @throws PipelineException INPUT where it is no archive file
     */
    static FileShelf open(Pipeline house, Path file) throws IOException {
        return open(file, shelf -> {
            if (WaczReader.is(file)) {
                shelf.takePackage(house, file);
            } else {
                shelf.take(house, file);
            }
        });
    }

    /** Reads all WARC and ARC files of the house's folder through: for an archive that has no index and can get none. */
    static FileShelf ofFolder(Pipeline house) throws IOException {
        return open(house.folder(), shelf -> {
            for (String name : new TreeSet<>(LooseFiles.finished(house.folder()).keySet())) {
                shelf.take(house, house.folder().resolve(name));
            }
        });
    }

    /** What fills a shelf. */
    private interface Filling {
        void fill(FileShelf shelf) throws IOException;
    }

    private static FileShelf open(Path given, Filling filling) throws IOException {
        FileShelf shelf = new FileShelf(given, Files.createTempDirectory("pressmark-"));
        boolean done = false;
        try {
            filling.fill(shelf);
            shelf.captures
                    .values()
                    .forEach(list ->
                            list.sort(Comparator.comparing(Capture::date).thenComparing(Capture::recordId)));
            done = true;
            return shelf;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NotAnArchiveException other) {
                throw new PipelineException(Trouble.INPUT, String.valueOf(other.getMessage()), other);
            }
            throw e.getCause();
        } finally {
            if (!done) {
                shelf.close();
            }
        }
    }

    /** Reads the files of a WACZ file, unpacked under names of their own: what the package calls them leads nowhere. */
    private void takePackage(Pipeline house, Path file) throws IOException {
        try (WaczReader wacz = WaczReader.open(file)) {
            int number = 0;
            for (String path : wacz.files()) {
                String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
                Path part = unpacked.resolve(number++ + "-" + last.substring(Math.max(0, last.length() - 120)));
                wacz.copy(path, part, house.notices());
                take(house, part);
            }
        } catch (NotAnArchiveException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one file; where its records cannot be read one by one, a copy of which they can. */
    private void take(Pipeline house, Path file) {
        List<Capture> found = new ArrayList<>();
        boolean[] together = new boolean[1];
        try {
            boolean unread = !Contents.inPlace(file);
            together[0] = unread;
            if (!unread) {
                Contents.captures(file, found::add, finding -> {
                    together[0] |= finding.code().equals("not-record-at-a-time");
                    tell(house, finding);
                });
            }
            Path own = file.toAbsolutePath().getParent();
            Path folder = own == null || together[0] ? unpacked : own;
            if (together[0]) {
                found.clear();
                try (WarcArchive copy = WarcArchive.open(
                        unpacked, house.archiveSettings(), house.clock(), house::newUuid, repaired -> {})) {
                    copy.importFile(file, found::add, finding -> {
                        if (unread) {
                            tell(house, finding);
                        }
                    });
                }
            }
            LooseFiles files = new LooseFiles(folder, () -> unpacked.resolve(house.newUuid()));
            found.forEach(capture -> keep(capture, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Pipeline house, Finding finding) {
        damaged |= finding.level() == Finding.Level.DAMAGE;
        house.notices().accept(finding);
    }

    private void keep(Capture capture, LooseFiles files) {
        captures.computeIfAbsent(capture.key(), key -> new ArrayList<>()).add(capture);
        byRecord.putIfAbsent(capture.recordId(), capture);
        folders.putIfAbsent(capture.location().file(), files);
    }

    private LooseFiles files(RecordLocation place) {
        return Optional.ofNullable(folders.get(place.file()))
                .orElseThrow(() -> new PipelineException(Trouble.NOT_FOUND, place.file() + ": not in " + given));
    }

    @Override
    public boolean given() {
        return true;
    }

    @Override
    public boolean damaged() {
        return damaged && !captures.isEmpty(); // what holds none at all is another kind of file
    }

    @Override
    public List<Capture> everything() {
        return captures.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Capture> of(UrlKey key) {
        return captures.getOrDefault(key, List.of());
    }

    @Override
    public Optional<Capture> original(Capture.Original named) {
        return named.recordId()
                .flatMap(id -> Optional.ofNullable(byRecord.get(id)))
                .or(() -> of(UrlKey.of(named.url())).stream()
                        .filter(capture -> !capture.revisit() && capture.date().equals(named.date()))
                        .findFirst());
    }

    @Override
    public List<String> beginning(String key) {
        return captures.tailMap(new UrlKey(key), true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().surt().startsWith(key))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(capture -> capture.role() == Capture.Role.PAGE)
                        .limit(1))
                .map(Capture::url)
                .limit(MOST_LIKE)
                .toList();
    }

    @Override
    public ArchivedResponse read(Capture capture) throws IOException {
        return files(capture.location()).read(capture, this::original);
    }

    @Override
    public InputStream record(RecordLocation place) throws IOException {
        return files(place).openRecord(place);
    }

    @Override
    public ScannedRecord scanned(RecordLocation place) throws IOException {
        return files(place).readRecord(place);
    }

    @Override
    public String words() {
        return "the file " + given;
    }

    @Override
    public List<String> faults(RecordLocation place) throws IOException {
        return files(place).faults(place);
    }

    @Override
    public void close() throws IOException {
        remove(unpacked);
    }

    /** Removes a folder and what is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
