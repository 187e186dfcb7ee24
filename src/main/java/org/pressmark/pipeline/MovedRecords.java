package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pressmark.archive.Contents;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;
import org.pressmark.store.TwinTable.Twin;

/** Where the main records of a file lie in its new form, from which some were taken out: all of an id, or none. */
final class MovedRecords {
    private final String file;
    private final Map<String, TreeMap<Long, RecordLocation>> left = new HashMap<>();

    /** @param form the file's new form, which does not have its name yet */
    MovedRecords(String file, Path form) throws IOException {
        this.file = file;
        Contents.captures(form, capture -> add(capture.recordId(), capture.location()), finding -> {});
    }

    private void add(String recordId, RecordLocation place) {
        left.computeIfAbsent(recordId, id -> new TreeMap<>())
                .put(place.offset(), new RecordLocation(file, place.offset(), place.length()));
    }

    /** The new place of each record that is left, by its old offset; for one call. */
    Map<Long, RecordLocation> places(List<Capture> captures, List<Twin> twins) {
        Map<Long, RecordLocation> out = new HashMap<>();
        Stream.concat(
                        captures.stream().map(capture -> new Twin(capture.recordId(), capture.location())),
                        twins.stream())
                .sorted(Comparator.comparing(record -> record.location().offset()))
                .forEach(record -> Optional.ofNullable(left.get(record.recordId()))
                        .map(TreeMap::pollFirstEntry)
                        .ifPresent(place -> out.put(record.location().offset(), place.getValue())));
        return out;
    }
}
