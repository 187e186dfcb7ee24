package org.pressmark.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.pressmark.report.SourcesPage.Row;

/** What the list of sources can be ordered by; among equals the order of the file holds. */
public enum SourceOrder {
    NAME("Source", false),
    LAST("Last read", true),
    NEXT("Next", false),
    ADDRESSES("Addresses", true),
    EDITS("Edits seen", true),
    /** What needs a hand first. */
    STATE("State", false);

    private final String label;
    private final boolean descending;

    SourceOrder(String label, boolean descending) {
        this.label = label;
        this.descending = descending;
    }

    /** The order of this name, e.g. {@code last}. */
    public static Optional<SourceOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Row> sort(List<Row> of) {
        return of.stream().sorted(rows()).toList();
    }

    static List<Heading> headings(Optional<SourceOrder> chosen, boolean troubled) {
        return Arrays.stream(values())
                .map(order -> Heading.of(
                        order.label,
                        "/sources?" + (troubled ? "state=trouble&" : "") + "sort=" + order.word(),
                        chosen.equals(Optional.of(order)),
                        order.descending,
                        order == ADDRESSES || order == EDITS))
                .toList();
    }

    private Comparator<Row> rows() {
        return switch (this) {
            case NAME -> Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER);
            case LAST -> newest(row -> row.measures().last());
            case NEXT -> soonest(row -> row.measures().next());
            case ADDRESSES ->
                Comparator.comparingLong((Row row) -> row.measures().known()).reversed();
            case EDITS ->
                Comparator.comparingLong((Row row) -> row.measures().edits()).reversed();
            case STATE -> Comparator.comparing(row -> row.failing().isPresent() ? 0 : row.paused() ? 1 : 2);
        };
    }

    private static Comparator<Row> newest(Function<Row, Optional<Instant>> time) {
        return Comparator.comparing(row -> time.apply(row).orElse(Instant.MIN), Comparator.reverseOrder());
    }

    private static Comparator<Row> soonest(Function<Row, Optional<Instant>> time) {
        return Comparator.comparing(row -> time.apply(row).orElse(Instant.MAX));
    }
}
