package org.pressmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.archive.LineSorter;
import org.pressmark.model.Capture;
import org.pressmark.pipeline.QueryIndex.Order;
import org.pressmark.pipeline.QueryIndex.Wanted;

/** Captures in an order that the index does not have: all are read first, and sorted in bounded memory. */
final class SortedCaptures implements QueryIndex.Found {
    /** Nothing was captured before. */
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");

    private final Pipeline house;
    private final LineSorter sorter;
    private final LineSorter.Sorted sorted;
    private final boolean reverse;

    private SortedCaptures(Pipeline house, LineSorter sorter, boolean reverse) throws IOException {
        this.house = house;
        this.sorter = sorter;
        this.sorted = sorter.sorted();
        this.reverse = reverse;
    }

    static SortedCaptures of(Pipeline house, Wanted wanted) throws IOException {
        LineSorter sorter = new LineSorter(house.passing(), house.newUuid());
        boolean begun = false;
        try {
            boolean reverse = wanted.order() == Order.REVERSE;
            house.store().read(tx -> {
                tx.keys().each(wanted.keys(), capture -> {
                    if (wanted.holds(capture)) {
                        String line = place(capture, wanted);
                        add(sorter, reverse ? turned(line) : line);
                    }
                });
                return true;
            });
            SortedCaptures found = new SortedCaptures(house, sorter, reverse);
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

    @Override
    public Optional<Capture> next() throws IOException {
        for (Optional<String> line = sorted.next(); line.isPresent(); line = sorted.next()) {
            String text = reverse ? turned(line.get()) : line.get();
            String id = URLDecoder.decode(text.substring(text.lastIndexOf(' ') + 1), StandardCharsets.UTF_8);
            Optional<Capture> capture = house.store().read(tx -> tx.captures().find(id));
            if (capture.isPresent()) {
                return capture;
            }
        }
        return Optional.empty();
    }

    @Override
    public void skip(long count) throws IOException {
        for (long i = 0; i < count && sorted.next().isPresent(); i++) {
            // not looked at
        }
    }

    @Override
    public void close() throws IOException {
        sorter.close();
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
