package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Change;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.Witness;

/**
 * Sets three or more witnesses against one of them. What differs between the base and each other is named as it is for a
 * pair; what touches the same words is one place. Safe for use by several threads.
 */
public final class Collator {
    /** More copies of one text than anybody reads; what is kept for each word of each is bounded by it. */
    public static final int MOST = 100;

    /**
     * Collates.
     *
     * @param witnesses two or more, each with a siglum of its own
     * @param base index of the witness that the others are shown against
     */
    public Apparatus collate(List<Witness> witnesses, int base) {
        if (witnesses.size() < 2 || witnesses.size() > MOST) {
            throw new IllegalArgumentException("expected 2 to " + MOST + " witnesses, found: " + witnesses.size());
        }
        Comparer comparer = new Comparer();
        Collation collation =
                new Collation(witnesses.stream().map(Witness::article).toList(), base);
        List<Found> found = new ArrayList<>();
        FieldPlaces fields = new FieldPlaces(witnesses, base);
        for (int w = 0; w < witnesses.size(); w++) {
            if (w != base) {
                for (Change change :
                        comparer.compare(witnesses.get(base), witnesses.get(w)).changes()) {
                    Found there = Found.of(collation, w, change);
                    if (change.field() == ArticleField.BODY && there.from() < there.to()) {
                        found.add(there);
                    } else {
                        fields.add(w, change);
                    }
                }
            }
        }
        List<String> sigla = witnesses.stream().map(Witness::siglum).toList();
        List<VariantPlace> places = new ArrayList<>(fields.places());
        places.sort(Comparator.comparing(VariantPlace::field));
        BodyPlaces body = new BodyPlaces(collation, sigla, found);
        places.addAll(body.places());
        return new Apparatus(witnesses, base, numbered(places), new Stretches(collation, sigla).all());
    }

    private static List<VariantPlace> numbered(List<VariantPlace> places) {
        List<VariantPlace> out = new ArrayList<>();
        for (VariantPlace place : places) {
            out.add(new VariantPlace(
                    out.size() + 1,
                    place.field(),
                    place.kind(),
                    place.severity(),
                    place.rule(),
                    place.inQuotation(),
                    place.speaker(),
                    place.spans(),
                    place.readings()));
        }
        return out;
    }
}
