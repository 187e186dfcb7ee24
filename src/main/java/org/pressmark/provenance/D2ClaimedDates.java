package org.pressmark.provenance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rule D2: the claimed dates, in order or not, and how far apart; a date that two texts share to the minute was copied. */
final class D2ClaimedDates {
    private D2ClaimedDates() {}

    static List<Signal> of(Copy child, Copy parent) {
        List<Signal> out = new ArrayList<>();
        if (child.date().isEmpty() || parent.date().isEmpty()) {
            return out;
        }
        ClaimedDate of = child.date().get();
        ClaimedDate from = parent.date().get();
        if (from.before(of)) {
            double days = Duration.between(from.from(), of.from()).toHours() / 24.0;
            out.add(Signal.of("D2.earlier", 1, claims(child, of, parent, from, "an earlier")));
            out.add(Signal.of(
                    "D2.gap",
                    Math.log1p(days),
                    "Most copies are made soon; between these two dates lie " + Math.round(days) + " days."));
        } else if (of.before(from)) {
            out.add(Signal.of("D2.later", 1, claims(child, of, parent, from, "a later")));
        } else if (of.sameMinute(from)) {
            out.add(Signal.of(
                    "D2.same",
                    1,
                    "Both claim the same minute (" + of.text()
                            + "): the date was copied with the text, and says nothing of the order."));
        }
        return out;
    }

    private static String claims(Copy child, ClaimedDate of, Copy parent, ClaimedDate from, String which) {
        return parent.label() + " claims " + which + " date (" + from.text() + ") than " + child.label() + " ("
                + of.text() + ").";
    }
}
