package org.pressmark.compare;

import java.util.List;
import java.util.Optional;
import org.pressmark.compare.Quotes.Quote;
import org.pressmark.compare.Speakers.Attribution;
import org.pressmark.model.ChangeKind;
import org.pressmark.text.Folded;

/** Rules for the words beside a quotation that both sides have: who said it, and how it is said to have been said. */
final class AttributionRules {
    private AttributionRules() {}

    /** Another speaker, also a name for an unnamed one; a fuller name or a pronoun for the same one is no other. */
    static final class Speaker implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.ATTRIBUTION_SPEAKER;
        }

        @Override
        public boolean fits(Edit edit) {
            if (edit.quoteA() >= 0 || edit.quoteB() >= 0 || edit.onlyA() || edit.onlyB()) {
                return false;
            }
            Bodies bodies = edit.bodies();
            for (Quote qa : bodies.quotesA.near(edit.aFrom(), edit.aTo())) {
                int partner = bodies.partnerInB(qa.index());
                if (partner >= 0) {
                    Attribution a = bodies.speakersA.of(qa.index());
                    Attribution b = bodies.speakersB.of(partner);
                    if (a.covers(edit.aFrom(), edit.aTo())
                            && b.covers(edit.bFrom(), edit.bTo())
                            && other(bodies.lexicon, a.name(), b.name())) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** {@code the president} may be the one who is named on the other side; {@code an official} is nobody. */
        private static boolean roleOnly(Lexicon lexicon, String name) {
            boolean role = false;
            for (String word : name.split(" ", -1)) {
                if (word.isEmpty() || Character.isUpperCase(word.charAt(0)) || lexicon.anonymous(word)) {
                    return false;
                }
                role |= lexicon.role(word);
            }
            return role;
        }

        private static boolean other(Lexicon lexicon, String a, String b) {
            if (roleOnly(lexicon, a) || roleOnly(lexicon, b)) {
                return false;
            }
            List<String> wordsA = List.of(Folded.caseFold(a).split("[ -]", -1));
            List<String> wordsB = List.of(Folded.caseFold(b).split("[ -]", -1));
            String lastA = wordsA.get(wordsA.size() - 1);
            String lastB = wordsB.get(wordsB.size() - 1);
            return !a.isEmpty()
                    && !b.isEmpty()
                    && !wordsA.contains(lastB)
                    && !wordsB.contains(lastA)
                    && !Names.typo(a, b);
        }
    }

    /** Another verb of saying, by lemma. */
    static final class Verb implements Rule {
        private static final int MOST_WORDS = 3;

        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.ATTRIBUTION_VERB;
        }

        @Override
        public boolean fits(Edit edit) {
            if (edit.quoteA() >= 0
                    || edit.quoteB() >= 0
                    || edit.wordCountA() > MOST_WORDS
                    || edit.wordCountB() > MOST_WORDS) {
                return false;
            }
            Optional<String> a = verb(edit, edit.wordsA());
            Optional<String> b = verb(edit, edit.wordsB());
            return a.isPresent() && b.isPresent() && !a.equals(b) && besideQuote(edit);
        }

        private static Optional<String> verb(Edit edit, List<String> words) {
            Optional<String> found = Optional.empty();
            for (String word : words) {
                Optional<String> lemma = edit.bodies().lexicon.speechVerb(word);
                if (lemma.isPresent()) {
                    found = lemma;
                }
            }
            return found;
        }

        /** The verb introduces a quotation that both sides have, or one stands in its paragraph. */
        private static boolean besideQuote(Edit edit) {
            Bodies bodies = edit.bodies();
            for (Quote qa : bodies.quotesA.near(edit.aFrom(), edit.aTo())) {
                int partner = bodies.partnerInB(qa.index());
                if (partner < 0 || qa.from() >= qa.to() || qa.words() == 0) {
                    continue;
                }
                int verb = bodies.speakersA.of(qa.index()).verb();
                boolean names = verb >= edit.aFrom() && verb < edit.aTo();
                Quote qb = bodies.quotesB.get(partner);
                boolean near = near(qa, edit.aFrom(), edit.aTo()) && near(qb, edit.bFrom(), edit.bTo());
                if (names || (near && bodies.docA.block(qa.from()) == bodies.docA.block(edit.aFrom()))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean near(Quote quote, int from, int to) {
            return from >= quote.end() ? from - quote.end() <= 12 : quote.first() - to <= 12;
        }
    }
}
