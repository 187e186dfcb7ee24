package org.pressmark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;

/**
 * The captures of an archive's WARC files in the order of their keys, as files of sorted lines: what a short command looks into
 * when to open the database would take longer than all the rest. It says the same as the index, or it is not used: it counts
 * only while it knows exactly the WARC files that lie in the folder, at the lengths that they have. Losing it costs nothing
 * but time.
 */
public final class ShelfList {
    private static final String FOLDER = "shelf";

    private final List<ShelfSegment> segments;

    private ShelfList(List<ShelfSegment> segments) {
        this.segments = List.copyOf(segments);
    }

    /** Where the lists of an archive lie. */
    static Path folder(Path archive) {
        return archive.resolve(StoreLocation.FOLDER).resolve(FOLDER);
    }

    /**
     * Opens the lists of an archive.
     *
     * @param warcs the finished WARC files that lie in it, and their lengths
     * @return nothing where the lists know other files than these
     */
    public static Optional<ShelfList> open(Path archive, Map<String, Long> warcs) throws IOException {
        List<ShelfSegment> segments = segments(archive);
        return known(segments).equals(warcs) && !warcs.isEmpty()
                ? Optional.of(new ShelfList(segments))
                : Optional.empty();
    }

    /** All lists of an archive that can be read, the longest first. */
    static List<ShelfSegment> segments(Path archive) throws IOException {
        Path folder = folder(archive);
        List<ShelfSegment> out = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return out;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ShelfSegment.ENDING))
                    .toList();
        }
        for (Path file : files) {
            segment(file).ifPresent(out::add);
        }
        out.sort(Comparator.comparing(ShelfSegment::size).reversed());
        return out;
    }

    private static Optional<ShelfSegment> segment(Path file) throws IOException {
        try {
            return ShelfSegment.open(file);
        } catch (NoSuchFileException mergedJustNow) {
            return Optional.empty(); // then the lists do not know all files, and are not used this time
        }
    }

    static Map<String, Long> known(List<ShelfSegment> segments) {
        Map<String, Long> out = new HashMap<>();
        segments.forEach(segment -> out.putAll(segment.files()));
        return out;
    }

    /** The captures of an address, oldest first, as the index gives them. */
    public List<Capture> of(UrlKey key) {
        List<Capture> out = new ArrayList<>();
        each(ShelfLine.beginning(key), line -> out.add(ShelfLine.read(line)));
        Map<String, Capture> once = new LinkedHashMap<>();
        out.stream()
                .sorted(Comparator.comparing(Capture::date)
                        .thenComparing(capture -> Keys.of(capture.recordId()), Keys.ORDER))
                .forEach(capture -> once.putIfAbsent(capture.recordId(), capture));
        return List.copyOf(once.values());
    }

    /** The capture that a revisit names, as far as its address is told truly. */
    public Optional<Capture> original(Capture.Original named) {
        List<Capture> all = of(UrlKey.of(named.url()));
        return named.recordId()
                .flatMap(id -> all.stream()
                        .filter(capture -> capture.recordId().equals(id))
                        .findFirst())
                .or(() -> all.stream()
                        .filter(capture -> !capture.revisit() && capture.date().equals(named.date()))
                        .findFirst());
    }

    /** Addresses of pages whose keys begin so, each as last captured, in the order of their keys. */
    public List<String> beginning(String key, int limit) {
        Map<UrlKey, Capture> last = new java.util.TreeMap<>();
        for (ShelfSegment segment : segments) {
            int[] own = new int[1];
            segment.each(ShelfLine.beginning(key), line -> {
                Capture capture = ShelfLine.read(line);
                if (capture.role() == Capture.Role.PAGE) {
                    last.merge(capture.key(), capture, (a, b) -> a.date().isAfter(b.date()) ? a : b);
                }
                return ++own[0] < limit * 4;
            });
        }
        return last.values().stream().map(Capture::url).limit(limit).toList();
    }

    private void each(String beginning, Predicate<String> sink) {
        segments.forEach(segment -> segment.each(beginning, sink));
    }
}
