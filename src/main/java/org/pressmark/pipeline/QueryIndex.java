package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.archive.LineSorter;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.KeyRange;

/** Goes through the index in an order, for whoever answers other software; holds little, however much is found. */
public final class QueryIndex {
    /** Nothing was captured before. */
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");

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
        /** By their distance from a moment, whatever their key; of two equally far, the earlier first. */
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
            return !capture.date().isBefore(from) && capture.date().isBefore(to);
        }
    }

    /** Captures in order, one at a time; to be closed. */
    public final class Found implements Closeable {
        private final LineSorter sorter;
        private final LineSorter.Sorted sorted;
        private final boolean reverse;

        private Found(LineSorter sorter, boolean reverse) throws IOException {
            this.sorter = sorter;
            this.sorted = sorter.sorted();
            this.reverse = reverse;
        }

        /** The next capture; empty at the end. */
        public Optional<Capture> next() throws IOException {
            for (Optional<String> line = sorted.next(); line.isPresent(); line = sorted.next()) {
                String text = reverse ? turned(line.get()) : line.get();
                String id = URLDecoder.decode(text.substring(text.lastIndexOf(' ') + 1), StandardCharsets.UTF_8);
                Optional<Capture> capture =
                        house.store().read(tx -> tx.captures().find(id));
                if (capture.isPresent()) {
                    return capture;
                }
            }
            return Optional.empty();
        }

        /** Goes past so many captures. */
        public void skip(long count) throws IOException {
            for (long i = 0; i < count && sorted.next().isPresent(); i++) {
                // not looked at
            }
        }

        @Override
        public void close() throws IOException {
            sorter.close();
        }
    }

    /** What is found, in order. */
    public Found find(Wanted wanted) throws IOException {
        LineSorter sorter = new LineSorter(house.passing(), house.newUuid());
        boolean begun = false;
        try {
            boolean reverse = wanted.order() == Order.REVERSE;
            house.store().read(tx -> {
                tx.captures().each(wanted.keys(), capture -> {
                    if (wanted.holds(capture)) {
                        String line = place(capture, wanted);
                        add(sorter, reverse ? turned(line) : line);
                    }
                });
                return true;
            });
            Found found = new Found(sorter, reverse);
            begun = true;
            return found;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!begun) {
                sorter.close();
            }
        }
    }

    /** How many captures there are. */
    public long count(Wanted wanted) {
        long[] count = {0};
        house.store().read(tx -> {
            tx.captures().each(wanted.keys(), capture -> count[0] += wanted.holds(capture) ? 1 : 0);
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

    /** A line that sorts as the captures are to come, the record's id at its end. */
    private static String place(Capture capture, Wanted wanted) {
        String id = URLEncoder.encode(capture.recordId(), StandardCharsets.UTF_8);
        if (wanted.order() == Order.CLOSEST) {
            Duration far = Duration.between(wanted.moment(), capture.date());
            return padded(far.abs()) + (far.isNegative() ? " 0 " : " 1 ") + id;
        }
        String key = URLEncoder.encode(capture.key().surt(), StandardCharsets.UTF_8);
        String plain = capture.key().surt().chars().allMatch(c -> c > ' ' && c < 0x7f)
                ? capture.key().surt()
                : key;
        return plain + " " + padded(Duration.between(YEAR_0, capture.date())) + " " + id;
    }

    private static String padded(Duration time) {
        return String.format(Locale.ROOT, "%015d%09d", time.toSeconds(), time.toNanosPart());
    }

    /** ASCII that sorts the other way round; turned twice it is as it was. */
    private static String turned(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            out.append((char) (0x9f - line.charAt(i)));
        }
        return out.toString();
    }

    private static void add(LineSorter sorter, String line) {
        try {
            sorter.add(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
