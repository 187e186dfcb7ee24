package org.pressmark.compare;

import java.util.List;
import org.pressmark.model.ChangeKind;
import org.pressmark.text.Token;

/** Rules for small edits that change a fact. A rewritten clause that happens to hold a number or a year is wording. */
final class FactRules {
    private static final int CLAUSE = 6;

    private FactRules() {}

    private static boolean small(Edit edit, int most) {
        return edit.wordCountA() <= most && edit.wordCountB() <= most;
    }

    /** The negating words differ. */
    static final class Negation implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.NEGATION_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            return small(edit, CLAUSE)
                    && !Facets.negators(edit, edit.wordsA()).equals(Facets.negators(edit, edit.wordsB()));
        }
    }

    /** Numbers differ as values, outside dates. */
    static final class Amount implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.NUMBER_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            int a = numbers(edit, true, false);
            int b = numbers(edit, false, false);
            if (a + b == 0 || !small(edit, CLAUSE)) {
                return false;
            }
            if (a == 0 || b == 0) { // a number that is no day stands for one that is
                a = numbers(edit, true, true);
                b = numbers(edit, false, true);
            }
            boolean onlyNumbers = edit.wordCountA() == a && edit.wordCountB() == b && digits(edit);
            boolean both = a > 0 && b > 0 && edit.wordCountA() - a <= 2 && edit.wordCountB() - b <= 2;
            boolean values = !Facets.numbers(edit, true).equals(Facets.numbers(edit, false));
            return (onlyNumbers || both) && (values || units(edit));
        }

        private static int numbers(Edit edit, boolean first, boolean inDates) {
            Doc doc = first ? edit.bodies().docA : edit.bodies().docB;
            Dates dates = edit.bodies().dates;
            int count = 0;
            for (int i = first ? edit.aFrom() : edit.bFrom(); i < (first ? edit.aTo() : edit.bTo()); i++) {
                Token token = doc.token(i);
                boolean number = token.kind() == Token.Kind.NUMBER
                        || edit.bodies().lexicon.number(token.folded()).isPresent();
                count += number && (inDates || !dates.isPart(doc, i)) ? 1 : 0;
            }
            return count;
        }

        private static boolean digits(Edit edit) {
            return edit.tokensA().stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER)
                    || edit.tokensB().stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER)
                    || !edit.onlyA() && !edit.onlyB();
        }

        /** Numbers with letters behind them, as {@code 18hrs}, have no value of their own. */
        private static boolean units(Edit edit) {
            return edit.wordCountA() == 1
                    && edit.wordCountB() == 1
                    && !edit.wordsA().equals(edit.wordsB());
        }
    }

    /** A weekday, month, day or year differs and nothing but words that go with a date. */
    static final class Date implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.DATE_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            Dates dates = edit.bodies().dates;
            List<String> a = dates.parts(edit.bodies().docA, edit.aFrom(), edit.aTo());
            List<String> b = dates.parts(edit.bodies().docB, edit.bFrom(), edit.bTo());
            return !a.equals(b)
                    && small(edit, CLAUSE)
                    && dateOnly(dates, edit.bodies().docA, edit.bodies().wordsA, edit.aFrom(), edit.aTo())
                    && dateOnly(dates, edit.bodies().docB, edit.bodies().wordsB, edit.bFrom(), edit.bTo());
        }

        private static boolean dateOnly(Dates dates, Doc doc, Words words, int from, int to) {
            for (int i = from; i < to; i++) {
                if (words.word[i]
                        && !dates.isPart(doc, i)
                        && !dates.isAround(doc.token(i).folded())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A capitalised run differs, comes or goes, or gives way to a pronoun or a role. */
    static final class Name implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.NAME_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            Bodies bodies = edit.bodies();
            boolean a = Names.whole(bodies.docA, edit.aFrom(), edit.aTo(), bodies);
            boolean b = Names.whole(bodies.docB, edit.bFrom(), edit.bTo(), bodies);
            if (!a && !b || !small(edit, CLAUSE)) {
                return false;
            }
            boolean standsInA = edit.wordCountA() == 0 || Names.standIn(edit, edit.wordsA());
            boolean standsInB = edit.wordCountB() == 0 || Names.standIn(edit, edit.wordsB());
            return a && (b || standsInB) || b && standsInA;
        }
    }

    /** The modal verb or the hedge differs. */
    static final class Modality implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.MODALITY_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            return small(edit, 4) && !Facets.modals(edit, edit.wordsA()).equals(Facets.modals(edit, edit.wordsB()));
        }
    }
}
