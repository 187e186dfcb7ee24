package org.pressmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.archive.LooseFiles;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.store.ShelfWriter;
import org.pressmark.store.Store;
import org.pressmark.store.StoreException;
import org.pressmark.store.WarcFile;

/** Brings the shelf list up to date when a house closes that had its index open: for what was written, and what was missed. */
final class KeepShelfList {
    private final Pipeline house;
    private final Store store;

    KeepShelfList(Pipeline house, Store store) {
        this.house = house;
        this.store = store;
    }

    /** Where the archive cannot be written nothing happens: the list only saves time. */
    void run(WrittenCaptures fresh) {
        if (house.onlyRead()) {
            return;
        }
        try {
            Map<String, Long> warcs = LooseFiles.finished(house.folder());
            Set<String> missing = new HashSet<>(ShelfWriter.missing(house.folder(), warcs));
            if (!missing.isEmpty()) {
                missing.retainAll(wholly(warcs));
            }
            if (!missing.isEmpty()) {
                write(warcs, missing, fresh);
            }
        } catch (IOException | UncheckedIOException | StoreException e) {
            // The next command looks into the index, as this one did; the archive is as sound as before.
            house.notices()
                    .accept(new Finding(
                            Finding.Level.NOTE,
                            "shelf-list-not-written",
                            house.folder().toString(),
                            -1,
                            "The list that makes short commands quick could not be brought up to date: "
                                    + e.getMessage()));
        }
    }

    private void write(Map<String, Long> warcs, Set<String> files, WrittenCaptures fresh) throws IOException {
        Optional<ShelfWriter> begun = ShelfWriter.begin(house.folder(), warcs);
        if (begun.isEmpty()) {
            return;
        }
        try (ShelfWriter writer = begun.get()) {
            Optional<List<Capture>> known = fresh.of(files);
            if (known.isPresent()) {
                known.get().forEach(writer::add);
            } else {
                store.read(tx -> {
                    tx.captures().each(files, writer::add);
                    return true;
                });
            }
            writer.finish(files);
        }
    }

    /** Files that the index knows to their end. */
    private Set<String> wholly(Map<String, Long> warcs) {
        Set<String> out = new HashSet<>();
        for (WarcFile file : store.read(tx -> tx.files().all())) {
            Long length = warcs.get(file.name());
            if (length != null && file.indexedTo() >= length) {
                out.add(file.name());
            }
        }
        return out;
    }
}
