package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;
import org.pressmark.model.KeyRange;
import org.pressmark.pipeline.QueryIndex.Wanted;
import org.pressmark.store.CaptureKeys;
import org.pressmark.store.CaptureKeys.Page;
import org.pressmark.store.CaptureKeys.Place;

/** Captures as the index has them, by key and then time, some at a time; what is not asked for is not read. */
final class StreamedCaptures implements QueryIndex.Found {
    private static final int AT_ONCE = 1_000;

    private final Pipeline house;
    private final Wanted wanted;
    private final Deque<Capture> read = new ArrayDeque<>();
    private Place place;
    private boolean last;
    private @Nullable SortedCaptures alike;

    StreamedCaptures(Pipeline house, Wanted wanted) {
        this.house = house;
        this.wanted = wanted;
        this.place = Place.before(wanted.keys());
    }

    @Override
    public Optional<Capture> next() throws IOException {
        while (true) {
            Optional<Capture> sorted = alike == null ? Optional.empty() : alike.next();
            if (sorted.isPresent()) {
                if (wanted.keys().holds(sorted.get().key().surt())) {
                    return sorted;
                }
                continue;
            }
            close();
            while (read.isEmpty() && !last) {
                Page page = house.store().read(tx -> tx.keys().page(wanted.keys(), place, AT_ONCE));
                read.addAll(page.captures());
                place = page.end();
                last = page.last();
            }
            Optional<Capture> first = Optional.ofNullable(read.poll());
            if (first.isEmpty() || !CaptureKeys.cut(first.get().key().surt())) {
                if (first.filter(capture -> !wanted.holds(capture)).isPresent()) {
                    continue;
                }
                return first;
            }
            sortAlike(first.get());
        }
    }

    /** Of keys too long for the index, those that begin alike are sorted among themselves. */
    private void sortAlike(Capture one) throws IOException {
        KeyRange group = CaptureKeys.group(one.key().surt());
        alike = SortedCaptures.of(
                house, new Wanted(group, wanted.from(), wanted.to(), wanted.order(), wanted.moment()));
        read.clear();
        place = Place.behind(group);
        last = false;
    }

    @Override
    public void skip(long count) throws IOException {
        for (long i = 0; i < count && next().isPresent(); i++) {
            // not looked at
        }
    }

    @Override
    public void close() throws IOException {
        if (alike != null) {
            alike.close();
            alike = null;
        }
    }
}
