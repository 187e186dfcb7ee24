package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Capture;
import org.pressmark.store.Store;

/** Enters many captures: first those with a payload of their own, then the revisits that repeat one. */
final class IndexBatch {
    /** So many captures are made safe together. */
    private static final int TOGETHER = 200;

    private final Pipeline house;
    private final Store store;

    IndexBatch(Pipeline house, Store store) {
        this.house = house;
        this.store = store;
    }

    /** Enters captures of any order; when it returns they are safe. */
    void index(List<Capture> captures) {
        index(captures, done -> {});
    }

    /**
     * The same with word of the progress.
     *
     * @param progress hears how many captures are entered
     */
    void index(List<Capture> captures, java.util.function.IntConsumer progress) {
        IndexCapture index = new IndexCapture(house, store);
        List<Capture> ordered = new ArrayList<>(captures.size());
        captures.stream().filter(capture -> !capture.revisit()).forEach(ordered::add);
        captures.stream().filter(Capture::revisit).forEach(ordered::add);
        int done = 0;
        for (Capture capture : ordered) {
            index.indexInBatch(capture);
            if (++done % TOGETHER == 0) {
                store.sync();
                progress.accept(done);
            }
        }
        store.sync();
        progress.accept(done);
    }
}
