package org.pressmark.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.VariantPlace.Standing;
import org.pressmark.model.Witness;

/**
 * The places of variation around the body: headline, byline, credits, times, pictures. A piece that the base has is one
 * place, whatever the others have instead of it; a piece that it lacks is one place for all that have the same.
 */
final class FieldPlaces {
    private final List<Witness> witnesses;
    private final int base;
    private final Map<String, List<Found>> places = new LinkedHashMap<>();

    FieldPlaces(List<Witness> witnesses, int base) {
        this.witnesses = witnesses;
        this.base = base;
    }

    void add(int witness, Change change) {
        String piece = change.before().isEmpty() ? "+" + change.after() : "-" + change.before();
        places.computeIfAbsent(change.field() + " " + change.kind() + " " + piece, key -> new ArrayList<>())
                .add(new Found(witness, change, 0, 0));
    }

    List<VariantPlace> places() {
        return places.values().stream().map(this::place).toList();
    }

    private VariantPlace place(List<Found> changes) {
        Change first = changes.get(0).change();
        List<Integer> order = new ArrayList<>(List.of(base));
        for (int w = 0; w < witnesses.size(); w++) {
            if (w != base) {
                order.add(w);
            }
        }
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (int w : order) {
            Optional<Change> change = changes.stream()
                    .filter(there -> there.witness() == w)
                    .map(Found::change)
                    .findFirst();
            String text = change.map(Change::after).orElse(first.before());
            String key = change.isEmpty() ? "=" : "~" + text;
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(w);
            readings.putIfAbsent(
                    key,
                    new Reading(
                            List.of(witnesses.get(w).siglum()),
                            text,
                            change.isEmpty() ? Standing.BASE : Standing.VARIANT,
                            change.map(Change::kind),
                            false));
        }
        return new VariantPlace(
                1,
                first.field(),
                first.kind(),
                first.severity(),
                first.rule(),
                first.inQuotation(),
                first.speaker(),
                first.spansBefore(),
                Readings.of(
                        groups,
                        readings,
                        witnesses.stream().map(Witness::siglum).toList()));
    }
}
