package org.pressmark.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was appended and is not known to be on the disk yet: one effort brings all of it there, and only then is it told. */
final class Unforced {
    private final WarcWriter writer;
    private final Consumer<Appended> onAppend;
    private final Object forcing = new Object();
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(WarcWriter.Placed placed, Appended appended) {}

    Unforced(WarcWriter writer, Consumer<Appended> onAppend) {
        this.writer = writer;
        this.onAppend = onAppend;
    }

    void add(WarcWriter.Placed placed, Appended appended) {
        synchronized (waiting) {
            waiting.add(new Waiting(placed, appended));
        }
    }

    /**
     * Returns when everything that was added before is on the disk.
     *
     * @throws ArchiveWriteException if it cannot be brought there; then it waits on, and every later call fails too
     */
    void force() throws IOException {
        synchronized (forcing) {
            List<Waiting> all;
            synchronized (waiting) {
                all = List.copyOf(waiting);
            }
            Map<WarcFile, WarcWriter.Placed> last = new LinkedHashMap<>();
            all.forEach(one -> last.merge(
                    one.placed.file(), one.placed, (before, next) -> before.end() > next.end() ? before : next));
            for (WarcWriter.Placed placed : last.values()) {
                writer.bringToDisk(placed);
            }
            all.forEach(one -> onAppend.accept(one.appended));
            synchronized (waiting) {
                waiting.subList(0, all.size()).clear();
            }
        }
    }
}
