package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.pressmark.archive.Captured;
import org.pressmark.model.Capture;
import org.pressmark.store.Store;

/**
 * Enters many captures, in whatever order and however many, holding few of them: a revisit waits until its original is there.
 * A capture's rows and what it says go in together, so that whoever was stopped finds out what is still to be entered.
 */
final class IndexBatch {
    /** So many captures are made safe together. */
    private static final int TOGETHER = 500;

    /** So many revisits wait at most; beyond it they are entered, and looked at again at the end. */
    private static final int MOST_WAITING = 5_000;

    private final IndexCapture index;
    private final UnlabelledWalls walls;
    private final BroughtAgain brought;
    private final Store store;
    private final LongConsumer progress;
    private final boolean extract;
    private final List<Capture> plain = new ArrayList<>();
    private final ReadAhead<Captured, IndexCapture.Said> pages;
    private List<Captured> waiting = new ArrayList<>();
    private long done;
    private long repeated;
    private boolean lookAgain;

    /**
     * @param extract whether articles are read at once, and not by a later run of {@link ReextractArticles}
     * @param progress hears now and then how many captures are entered
     */
    IndexBatch(Pipeline house, Store store, boolean extract, LongConsumer progress) {
        this.index = new IndexCapture(house, store);
        this.walls = new UnlabelledWalls(house, store);
        this.brought = new BroughtAgain(house);
        this.store = store;
        this.progress = progress;
        this.extract = extract;
        this.pages = new ReadAhead<>(
                captured -> index.said(walls.labelled(captured)),
                captured -> captured.capture().payloadLength(),
                IndexCapture.Said::length,
                some -> enter(some.stream().map(ReadAhead.Done::result).toList()));
    }

    void add(Captured captured) {
        if (captured.capture().revisit()) {
            waiting.add(captured);
            if (waiting.size() >= MOST_WAITING) {
                enterThoseWithOriginals();
            }
        } else if (extract && (Documents.readable(captured.capture()) || Documents.perhapsFeed(captured.capture()))) {
            pages.add(captured);
        } else {
            plain.add(walls.labelled(captured));
            if (plain.size() >= TOGETHER) {
                enterPlain();
            }
        }
        count();
    }

    /**
     * Adds a capture that the index may have. One that it has from another place is only noted, and one of an address that
     * was taken down is left out.
     *
     * @return whether it was added
     */
    boolean addNew(Captured captured) {
        Capture capture = captured.capture();
        Optional<Capture> known = store.read(tx -> tx.captures().find(capture.recordId()));
        if (known.isEmpty()) {
            boolean wanted = !brought.holds(capture);
            if (wanted) {
                add(captured);
            }
            return wanted;
        }
        if (!known.get().location().equals(capture.location())) {
            plain.add(capture);
            count();
        }
        return false;
    }

    /** Enters what still waits; when it returns everything is safe. */
    void finish() {
        enterPlain();
        pages.finish();
        waiting.forEach(this::enter);
        waiting.clear();
        if (lookAgain) {
            index.placeRevisits();
        }
        index.number();
        store.sync();
        progress.accept(done);
    }

    /** Takes out of their files what was left out since its address was taken down; the log must know the files. */
    void takeOut() throws IOException {
        brought.takeOut();
    }

    /** How many were left out since their address was taken down, until they are taken out. */
    int takenDown() {
        return brought.count();
    }

    /** How many were left out since another record of the same id came before them. */
    long repeated() {
        return repeated;
    }

    private void enter(Captured revisit) {
        enter(List.of(index.said(walls.labelled(revisit))));
    }

    private void enter(List<IndexCapture.Said> some) {
        repeated += some.size() - index.indexInBatch(some);
    }

    private void count() {
        if (++done % TOGETHER == 0) {
            store.sync();
            progress.accept(done);
        }
    }

    private void enterPlain() {
        if (!plain.isEmpty()) {
            repeated += plain.size() - index.enterRows(plain);
            plain.clear();
        }
    }

    private void enterThoseWithOriginals() {
        enterPlain();
        pages.finish();
        List<Captured> still = new ArrayList<>();
        for (Captured revisit : waiting) {
            Capture.Original named = revisit.capture().refersTo().orElseThrow();
            Optional<Capture> original = store.read(tx -> tx.captures().original(named));
            if (original.isPresent()) {
                enter(revisit);
            } else {
                still.add(revisit);
            }
        }
        if (still.size() > MOST_WAITING / 2) {
            still.forEach(this::enter);
            still.clear();
            lookAgain = true;
        }
        waiting = still;
    }
}
