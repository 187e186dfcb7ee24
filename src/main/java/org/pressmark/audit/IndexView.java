package org.pressmark.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The index as the checker sees it: plain values, one file's at a time, so that a large index need not fit in memory. */
public interface IndexView {

    /** Names of all files in which the index has records. */
    Set<String> files();

    /** The index's records in one file, in any order. */
    List<IndexedRecord> recordsIn(String file);

    /** The file in which it has the record of this id: of several that bear one id it has the first that came. */
    Optional<String> fileOf(String recordId);

    /**
     * What the index says was read from captures.
     *
     * @param wanted tells by its record id whether a capture is asked about
     */
    default void texts(Predicate<String> wanted, Consumer<IndexedText> taker) {}

    /** A view of records that are all in memory. */
    static IndexView of(Stream<IndexedRecord> records) {
        Map<String, List<IndexedRecord>> byFile = new TreeMap<>();
        records.forEach(record ->
                byFile.computeIfAbsent(record.file(), file -> new ArrayList<>()).add(record));
        return new IndexView() {
            @Override
            public Set<String> files() {
                return Set.copyOf(byFile.keySet());
            }

            @Override
            public List<IndexedRecord> recordsIn(String file) {
                return List.copyOf(byFile.getOrDefault(file, List.of()));
            }

            @Override
            public Optional<String> fileOf(String recordId) {
                return byFile.values().stream()
                        .flatMap(List::stream)
                        .filter(record -> record.recordId().equals(recordId))
                        .map(IndexedRecord::file)
                        .findFirst();
            }
        };
    }
}
