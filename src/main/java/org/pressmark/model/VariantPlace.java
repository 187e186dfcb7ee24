package org.pressmark.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Span;

/**
 * A place where the readings of three or more witnesses differ.
 *
 * @param number from 1, in the order of the apparatus
 * @param kind the gravest kind of its readings
 * @param severity of the gravest reading, raised one step in the body where a reading is singular
 * @param rule the rule that named the kind, e.g. {@code Q1}
 * @param inQuotation whether a reading touches a quotation
 * @param speaker to whom that quotation is attributed, where that is known
 * @param spans where the base has its reading; an empty span where it has nothing but a place for it
 * @param readings the base's first; every witness stands in exactly one of them
 */
public record VariantPlace(
        int number,
        ArticleField field,
        ChangeKind kind,
        Severity severity,
        String rule,
        boolean inQuotation,
        Optional<String> speaker,
        List<Span> spans,
        List<Reading> readings) {

    /** How a reading stands to that of the base. */
    public enum Standing {
        /** The base's own reading, or one that differs from it in presentation only. */
        BASE,
        /** Other words, or none. */
        VARIANT,
        /** The words stand at another place of this witness. */
        MOVED,
        /** The whole passage is missing in this witness, so that it has no reading here. */
        LACKING
    }

    /**
     * What some witnesses have at the place.
     *
     * @param sigla of the witnesses, in their order
     * @param text their words, original characters; empty where they have none
     * @param kind by which rule it differs from the base's reading; absent for that reading itself
     * @param singular whether one witness alone has it among three or more that have a reading here
     */
    public record Reading(
            List<String> sigla, String text, Standing standing, Optional<ChangeKind> kind, boolean singular) {
        public Reading {
            sigla = List.copyOf(sigla);
            Objects.requireNonNull(standing);
            if (sigla.isEmpty()) {
                throw new IllegalArgumentException("expected a witness for the reading, found none: " + text);
            }
        }
    }

    public VariantPlace {
        Objects.requireNonNull(field);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(severity);
        spans = List.copyOf(spans);
        readings = List.copyOf(readings);
    }

    /** How many witnesses read otherwise than the base. */
    public int differing() {
        return readings.stream()
                .filter(reading -> reading.standing() == Standing.VARIANT || reading.standing() == Standing.MOVED)
                .mapToInt(reading -> reading.sigla().size())
                .sum();
    }
}
