package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.List;

/** Puts one pair of stored copies before all rules that tell whether the one comes from the other. */
final class PairSignals {
    private final Copies copies;
    private final Once<Readings> readings;
    private final Once<T3SharedErrors> errors;
    private final T5Headline headlines;

    PairSignals(Copies copies) {
        this.copies = copies;
        this.readings = new Once<>(() -> new Readings(copies.all()));
        this.errors = new Once<>(() -> new T3SharedErrors(copies));
        this.headlines = new T5Headline(copies);
    }

    List<Signal> of(Copy child, Copy parent) {
        List<Signal> out = new ArrayList<>(D2ClaimedDates.of(child, parent));
        out.addAll(T2Leftovers.of(child, parent));
        errors.get().of(child, parent).ifPresent(out::add);
        out.addAll(T4Nearest.of(child, parent, readings.get(), copies.overlap(child, parent)));
        out.addAll(headlines.of(child, parent));
        out.addAll(A5SharedCredits.of(child, parent));
        return out;
    }
}
