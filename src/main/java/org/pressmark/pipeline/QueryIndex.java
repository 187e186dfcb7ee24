package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.KeyRange;

/** Goes through the index in an order, for whoever answers other software; holds little, however much is found. */
public final class QueryIndex {
    private final Pipeline house;

    public QueryIndex(Pipeline house) {
        this.house = house;
    }

    /** In which order captures come. */
    public enum Order {
        /** By key, then time. */
        FORWARD,
        /** The other way round. */
        REVERSE,
        /** By their distance from a moment, whatever their key; of two equally far, the earlier first. Answers of 304 are left out. */
        CLOSEST
    }

    /**
     * What is asked for.
     *
     * @param from first moment that counts
     * @param to first moment that no longer counts
     * @param moment from which distance is measured
     */
    public record Wanted(KeyRange keys, Instant from, Instant to, Order order, Instant moment) {
        public Wanted {
            Objects.requireNonNull(keys);
        }

        boolean holds(Capture capture) {
            // Who asks for the closest is about to show it; of an answer of 304 pywb shows an empty page.
            boolean shown = order != Order.CLOSEST
                    || capture.kind() != Capture.Kind.REVISIT_NOT_MODIFIED
                    || capture.status() != 304;
            return shown && !capture.date().isBefore(from) && capture.date().isBefore(to);
        }
    }

    /** Captures in order, one at a time; to be closed. */
    public interface Found extends Closeable {
        /** The next capture; empty at the end. */
        Optional<Capture> next() throws IOException;

        /** Goes past so many captures. */
        void skip(long count) throws IOException;
    }

    /** What is found, in order. */
    public Found find(Wanted wanted) throws IOException {
        return wanted.order() == Order.FORWARD ? new StreamedCaptures(house, wanted) : SortedCaptures.of(house, wanted);
    }

    /** How many captures there are. */
    public long count(Wanted wanted) {
        long[] count = {0};
        house.store().read(tx -> {
            tx.keys().each(wanted.keys(), capture -> count[0] += wanted.holds(capture) ? 1 : 0);
            return true;
        });
        return count[0];
    }

    /** What the index of other software says of a capture; empty where its record cannot be read. */
    public Optional<CdxLine> line(Capture capture) {
        return Guarded.call(capture.url(), () -> house.warcs().cdxLine(capture), house.notices())
                .flatMap(found -> found);
    }

    /** The capture whose payload a revisit repeats. */
    public Optional<Capture> original(Capture revisit) {
        return revisit.refersTo()
                .flatMap(named -> house.store().read(tx -> tx.captures().original(named)));
    }
}
