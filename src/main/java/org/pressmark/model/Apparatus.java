package org.pressmark.model;

import java.util.List;

/**
 * Several witnesses of one text set against each other.
 *
 * @param witnesses in the order in which they were given, each with its siglum
 * @param base index of the witness that the others are shown against
 * @param places where readings differ: the fields around the body first, then the body in the order of the text
 * @param text the bodies in full, stretch by stretch: what all have, and what each has where they part
 */
public record Apparatus(List<Witness> witnesses, int base, List<VariantPlace> places, List<Stretch> text) {

    /**
     * Some characters of the bodies.
     *
     * @param paragraph whether a paragraph begins here for every witness that goes on
     * @param parts one a reading, each witness in exactly one of them; a single part: all have the same characters
     */
    public record Stretch(boolean paragraph, List<Part> parts) {
        public Stretch {
            parts = List.copyOf(parts);
        }

        /** True where the witnesses part. */
        public boolean varies() {
            return parts.size() > 1;
        }
    }

    /**
     * What some witnesses have in a stretch.
     *
     * @param sigla of the witnesses
     * @param text their characters with the white space before them; {@code "\n\n"} where a paragraph begins for them
     *     alone; empty where they have nothing
     */
    public record Part(List<String> sigla, String text) {
        public Part {
            sigla = List.copyOf(sigla);
        }
    }

    public Apparatus {
        witnesses = List.copyOf(witnesses);
        places = List.copyOf(places);
        text = List.copyOf(text);
        if (base < 0 || base >= witnesses.size()) {
            throw new IllegalArgumentException(
                    "expected the base among " + witnesses.size() + " witnesses, found: " + base);
        }
    }

    /** The witness that the others are shown against. */
    public Witness baseWitness() {
        return witnesses.get(base);
    }
}
