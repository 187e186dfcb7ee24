package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Candidate;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Keeps what was weighed, for those who ask why; off, it keeps nothing and costs nothing. */
final class Trace {
    /** A page of a million pieces must not give a million candidates. */
    private static final int MOST = 5_000;

    private static final int SHOWN = 200;

    private final boolean on;
    private final List<Candidate> candidates = new ArrayList<>();

    Trace(boolean on) {
        this.on = on;
    }

    /** True where someone asks: values that cost time to make are made only then. */
    boolean on() {
        return on && candidates.size() < MOST;
    }

    void taken(String field, Field value) {
        add(field, value.value(), value.rule(), value.place(), true, "");
    }

    void rejected(String field, Field value, String why) {
        add(field, value.value(), value.rule(), value.place(), false, why);
    }

    void add(String field, String value, String rule, Place place, boolean taken, String why) {
        if (on()) {
            String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
            candidates.add(new Candidate(field, shown, rule, place, taken, why));
        }
    }

    /** True where nothing was noted yet for a field. */
    boolean silent(String field) {
        return on()
                && candidates.stream().noneMatch(candidate -> candidate.field().equals(field));
    }

    List<Candidate> candidates() {
        return candidates;
    }
}
