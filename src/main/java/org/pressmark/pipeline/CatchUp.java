package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pressmark.archive.Contents;
import org.pressmark.archive.LooseFiles;
import org.pressmark.config.Setting;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.model.LinkWord;
import org.pressmark.store.Store;
import org.pressmark.store.WarcFile;

/**
 * Brings the index up to the WARC files: what a crash left between the two, and files that somebody laid into the archive.
 * Quick where there is nothing to do: it compares lengths.
 */
final class CatchUp {
    /** So many bytes lie between two words of the progress. */
    private static final long STEP = 1L << 20;

    private final Pipeline house;

    CatchUp(Pipeline house) {
        this.house = house;
    }

    /** Hears how far it is in a file, of which {@code done} of {@code total} bytes are read. */
    interface Progress {
        void at(String file, long done, long total, long captures);
    }

    /** Indexes every closed file that is longer than the index knows. */
    void run() throws IOException {
        run((file, done, total, captures) -> {});
    }

    /** The same with word of the progress. */
    void run(Progress progress) throws IOException {
        if (house.onlyRead()) {
            house.store(); // which says what the index lacks
            return;
        }
        // First the folder is made, and what a dead process left open is closed.
        house.warcs();
        new Takedowns(house).finish(true);
        Store store = house.storeToFill();
        for (Path file : behind(store)) {
            String name = String.valueOf(file.getFileName());
            IndexBatch batch = new IndexBatch(house, store, house.settings().flag(Setting.CAPTURE_EXTRACT), done -> {});
            List<LinkWord> words = new ArrayList<>();
            long[] late = {0};
            long[] told = {0};
            long length = length(file);
            Contents.captures(
                    file,
                    captured -> {
                        Capture capture = captured.capture();
                        if (capture.location().offset() >= told[0] + STEP) {
                            told[0] = capture.location().offset();
                            progress.at(name, told[0], length, late[0]);
                        }
                        if (batch.addNew(captured)) {
                            late[0]++;
                        }
                    },
                    words::add,
                    house.notices());
            batch.finish();
            if (late[0] > 0) {
                house.notices()
                        .accept(new Finding(
                                Finding.Level.NOTE,
                                "indexed-late",
                                name,
                                -1,
                                late[0] + " captures stood in the file but not in the index; they are indexed now"));
            }
            LinkCopies.enter(store, words);
            batch.takeOut(); // first: a file that is known to its end is not looked at again
            store.write(tx -> tx.files().advance(name, length(file)));
        }
    }

    /** Where nothing can be repaired, names the files that are being written, or were when a process died. */
    void tellOpen() throws IOException {
        if (!house.onlyRead()) {
            return;
        }
        for (Path file : LooseFiles.open(house.folder())) {
            house.notices()
                    .accept(new Finding(
                            Finding.Level.NOTE,
                            "left-open",
                            String.valueOf(file.getFileName()),
                            -1,
                            "this file is being written, or its writer ended without closing it; it is left out here. In a"
                                    + " copy of the archive that can be written the next command closes it"));
        }
    }

    /** Notes how long the files are that this process wrote and has closed: all that is in them is indexed. */
    void noteLengths(Set<String> written) {
        Store store = house.store();
        store.batch(tx -> {
            written.forEach(
                    name -> tx.files().advance(name, length(house.folder().resolve(name))));
            return true;
        });
        store.sync();
    }

    private List<Path> behind(Store store) throws IOException {
        List<WarcFile> known = store.read(tx -> tx.files().all());
        List<Path> longer = house.warcs().files().stream()
                .filter(file -> known.stream()
                        .filter(row -> row.name().equals(String.valueOf(file.getFileName())))
                        .allMatch(row -> row.indexedTo() < length(file)))
                .toList();
        return ArrivalOrder.of(house, longer);
    }

    static boolean known(Store store, Capture capture) {
        return store.read(tx -> tx.captures().find(capture.recordId())).isPresent();
    }

    private static long length(Path file) {
        return file.toFile().length();
    }
}
