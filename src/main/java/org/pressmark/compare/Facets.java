package org.pressmark.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Change.Facet;
import org.pressmark.text.Folded;
import org.pressmark.text.Token;

/** What is true of an edit besides its kind: which sorts of words differ between its sides. */
final class Facets {
    private Facets() {}

    static Set<Facet> of(Edit edit) {
        Set<Facet> out = EnumSet.noneOf(Facet.class);
        Bodies bodies = edit.bodies();
        if (!negators(edit, edit.wordsA()).equals(negators(edit, edit.wordsB()))) {
            out.add(Facet.NEGATION);
        }
        if (!modals(edit, edit.wordsA()).equals(modals(edit, edit.wordsB()))) {
            out.add(Facet.MODALITY);
        }
        Dates dates = bodies.dates;
        if (!dates.parts(bodies.docA, edit.aFrom(), edit.aTo())
                .equals(dates.parts(bodies.docB, edit.bFrom(), edit.bTo()))) {
            out.add(Facet.DATE);
        }
        if (!numbers(edit, true).equals(numbers(edit, false))) {
            out.add(Facet.NUMBER);
        }
        if (!Names.in(bodies.docA, edit.aFrom(), edit.aTo(), bodies)
                .equals(Names.in(bodies.docB, edit.bFrom(), edit.bTo(), bodies))) {
            out.add(Facet.NAME);
        }
        marks(edit.tokensA(), edit.tokensB(), out);
        String a = String.join(" ", edit.wordsA());
        String b = String.join(" ", edit.wordsB());
        if (!a.equals(b) && Folded.caseFold(a).equals(Folded.caseFold(b))) {
            out.add(Facet.CASE);
        } else if (Names.typo(a, b)) {
            out.add(Facet.TYPO);
        }
        return out;
    }

    private static void marks(List<Token> a, List<Token> b, Set<Facet> out) {
        for (Facet facet : new Facet[] {Facet.URL, Facet.BRACKET, Facet.ELLIPSIS}) {
            if (count(a, facet) != count(b, facet)) {
                out.add(facet);
            }
        }
    }

    private static int count(List<Token> tokens, Facet facet) {
        int count = 0;
        for (Token token : tokens) {
            boolean is = switch (facet) {
                case URL -> token.kind() == Token.Kind.URL;
                case BRACKET -> token.folded().equals("[");
                default -> token.folded().equals("...");
            };
            count += is ? 1 : 0;
        }
        return count;
    }

    /** The negating words of a list, a contraction counting as {@code not}. */
    static List<String> negators(Edit edit, List<String> words) {
        List<String> out = new ArrayList<>();
        for (String word : words) {
            String lower = Folded.caseFold(word);
            if (edit.bodies().lexicon.negator(word)) {
                out.add(lower.endsWith("n't") || lower.equals("cannot") ? "not" : lower);
            }
        }
        Collections.sort(out);
        return out;
    }

    static List<String> modals(Edit edit, List<String> words) {
        List<String> out = new ArrayList<>();
        for (String word : words) {
            Optional<String> modal = edit.bodies().lexicon.modal(word);
            modal.filter(form -> !form.equals("may") || !word.equals("May")).ifPresent(out::add);
        }
        Collections.sort(out);
        return out;
    }

    /** The values of the numbers of one side that are no part of a date. */
    static List<BigDecimal> numbers(Edit edit, boolean first) {
        Doc doc = first ? edit.bodies().docA : edit.bodies().docB;
        int from = first ? edit.aFrom() : edit.bFrom();
        int to = first ? edit.aTo() : edit.bTo();
        Dates dates = edit.bodies().dates;
        List<BigDecimal> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (!dates.isPart(doc, i)) {
                edit.bodies().lexicon.number(doc.token(i).folded()).ifPresent(out::add);
            }
        }
        Collections.sort(out);
        return out;
    }
}
