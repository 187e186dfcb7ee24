package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.archive.LooseFiles;
import org.pressmark.model.Finding;
import org.pressmark.store.Store;

/** Finished files of the archive that the index does not know to their end: it was lost, or they were laid there. */
final class IndexGap {
    private IndexGap() {}

    /** What to tell people of it; empty where there is none. Compares lengths, reads no file. */
    static Optional<Finding> of(Path archive, Store store) throws IOException {
        Map<String, Long> known = new HashMap<>();
        store.read(tx -> tx.files().all()).forEach(file -> known.put(file.name(), file.indexedTo()));
        // Who is writing notes the length of a file a moment after it is closed.
        boolean busy = LooseFiles.writing(archive);
        List<String> missing = LooseFiles.finished(archive).entrySet().stream()
                .filter(file -> known.getOrDefault(file.getKey(), -1L) < (busy ? 0 : file.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(finding(missing));
    }

    private static Finding finding(List<String> missing) {
        String words = missing.size() == 1
                ? "this file is not, or not wholly, in the index"
                : String.format(
                        Locale.ROOT,
                        "this file and %,d others are not, or not wholly, in the index",
                        missing.size() - 1);
        return new Finding(
                Finding.Level.NOTE,
                "not-indexed",
                missing.get(0),
                -1,
                words + "; 'pressmark rebuild' makes it anew from the files");
    }
}
