package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.VariantPlace.Standing;
import org.pressmark.model.Witness;

/** What an apparatus is called in front of people. */
final class ApparatusWords {
    private ApparatusWords() {}

    /** The finding in one sentence. */
    static String finding(Apparatus apparatus, List<VariantPlace> places) {
        String copies = Words.number(apparatus.witnesses().size()) + " copies";
        if (places.isEmpty()) {
            return Words.sentence(copies) + " read the same, presentation apart.";
        }
        long singular = places.stream()
                .filter(place -> place.readings().stream().anyMatch(Reading::singular))
                .count();
        String found = copies + " differ at " + Words.count(places.size(), "place");
        return found
                + (singular == 0
                        ? "."
                        : singular == places.size()
                                ? places.size() == 1
                                        ? "; there one copy stands alone."
                                        : "; at each of them one copy stands alone."
                                : "; at " + Words.number(singular) + " of them one copy stands alone.");
    }

    /** The kind in words, whose quotation it touches, and how many copies differ. */
    static String title(VariantPlace place) {
        return ChangeWords.title(place.kind(), place.inQuotation(), place.speaker());
    }

    /** E.g. {@code 2 of 5 differ}. */
    static String share(VariantPlace place, Apparatus apparatus) {
        return Words.number(place.differing()) + " of "
                + Words.number(apparatus.witnesses().size() - 1) + " differ from "
                + apparatus.baseWitness().siglum();
    }

    /** Where the place is in the base, e.g. {@code paragraph 6}; the field where it is in none. */
    static String where(VariantPlace place, ParagraphNumbers base) {
        int paragraph = base.of(place.spans());
        return paragraph > 0 ? "paragraph " + paragraph : place.field().word();
    }

    /** What stands for a reading without words, or beside one that has some; empty for a plain reading. */
    static String remark(Reading reading) {
        List<String> out = new ArrayList<>();
        if (reading.standing() == Standing.LACKING) {
            out.add("lacks the passage");
        } else if (reading.standing() == Standing.MOVED) {
            out.add("at another place");
        } else if (reading.text().isEmpty()) {
            out.add("nothing here");
        }
        if (reading.singular()) {
            out.add("alone");
        }
        return String.join(", ", out);
    }

    /** At how many places a witness reads otherwise than the base. */
    static long differing(Witness witness, List<VariantPlace> places) {
        return readings(witness, places).stream()
                .filter(reading -> reading.standing() == Standing.VARIANT || reading.standing() == Standing.MOVED)
                .count();
    }

    /** At how many places it stands alone. */
    static long alone(Witness witness, List<VariantPlace> places) {
        return readings(witness, places).stream().filter(Reading::singular).count();
    }

    /** At how many places it has no reading because it lacks the passage. */
    static long lacking(Witness witness, List<VariantPlace> places) {
        return readings(witness, places).stream()
                .filter(reading -> reading.standing() == Standing.LACKING)
                .count();
    }

    private static List<Reading> readings(Witness witness, List<VariantPlace> places) {
        return places.stream()
                .flatMap(place -> place.readings().stream())
                .filter(reading -> reading.sigla().contains(witness.siglum()))
                .toList();
    }

    /** The blocks of a text that are its body. */
    static List<Integer> body(Article article) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < article.blocks().size(); i++) {
            Block block = article.blocks().get(i);
            if (block.kind().body() && !block.text().isBlank()) {
                out.add(i);
            }
        }
        return out;
    }
}
