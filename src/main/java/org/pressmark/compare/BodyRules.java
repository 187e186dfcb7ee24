package org.pressmark.compare;

import java.util.List;
import java.util.regex.Pattern;
import org.pressmark.model.ChangeKind;
import org.pressmark.text.Agencies;
import org.pressmark.text.Token;

/** The rules for edits within aligned sentences, in the order of the vocabulary: quotation, attribution, fact, wording. */
final class BodyRules {
    static final List<Rule> IN_ORDER = List.of(
            new AgencyCode(),
            new BracketInsertion(),
            new QuoteMarks(),
            new WordsInQuote(),
            new WholeQuote(),
            new AttributionRules.Speaker(),
            new AttributionRules.Verb(),
            new WholePassage(),
            new FactRules.Negation(),
            new FactRules.Amount(),
            new FactRules.Date(),
            new FactRules.Name(),
            new FactRules.Modality(),
            new Wording());

    /** Codes as agencies put them behind their stories: {@code nL5N2T61XK}, {@code ID:nN1E79}. */
    private static final Pattern ITEM = Pattern.compile("(?:ID:)?n[A-Z0-9]{6,12}");

    private BodyRules() {}

    static ChangeKind name(Edit edit) {
        for (Rule rule : IN_ORDER) {
            if (rule.fits(edit)) {
                return rule.kind(edit);
            }
        }
        throw new IllegalStateException("expected the last rule to fit every edit, found none for " + edit);
    }

    /** An agency's name or item code in brackets is a credit, wherever it stands. */
    static final class AgencyCode implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.CREDIT_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            if (edit.onlyB()) {
                return code(edit.bodies().docB, edit.bodies().quotesB, edit.bFrom(), edit.bTo());
            }
            return edit.onlyA() && code(edit.bodies().docA, edit.bodies().quotesA, edit.aFrom(), edit.aTo());
        }

        static boolean code(Doc doc, Quotes quotes, int from, int to) {
            if (to - from < 3 || to - from > 12 || quotes.bracket(from) != from || quotes.bracket(to - 1) != from) {
                return false;
            }
            String text = doc.original(from + 1, to - 1);
            return Agencies.all().canonical(text).isPresent()
                    || ITEM.matcher(text).matches();
        }
    }

    /** Words wholly inside square brackets, or inside round ones within a quotation, that one side alone has. */
    static final class BracketInsertion implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.BRACKET_INSERTION;
        }

        @Override
        public boolean fits(Edit edit) {
            if (edit.onlyB()) {
                return bracketed(
                        edit.bodies().docB, edit.bodies().quotesB, edit.bFrom(), edit.bTo(), edit.quoteB() >= 0);
            }
            return edit.onlyA()
                    && bracketed(
                            edit.bodies().docA, edit.bodies().quotesA, edit.aFrom(), edit.aTo(), edit.quoteA() >= 0);
        }

        static boolean bracketed(Doc doc, Quotes quotes, int from, int to, boolean inQuote) {
            int open = quotes.bracket(from);
            if (open < 0 || quotes.bracket(to - 1) < 0 || to - from < 2) {
                return false;
            }
            boolean square = doc.token(open).folded().equals("[");
            for (int i = from; i < to; i++) {
                boolean mark = doc.token(i).kind() == Token.Kind.PUNCTUATION;
                if (quotes.bracket(i) < 0 && !mark) {
                    return false;
                }
            }
            return square || inQuote;
        }
    }

    /** Only marks of quotations differ: a border moved, or a pair of marks came or went. */
    static final class QuoteMarks implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.QUOTE_MARKS_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            if (edit.wordCountA() > 0 || edit.wordCountB() > 0) {
                return false;
            }
            return marked(edit.bodies().quotesA, edit.aFrom(), edit.aTo())
                    || marked(edit.bodies().quotesB, edit.bFrom(), edit.bTo());
        }

        private static boolean marked(Quotes quotes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (quotes.marked(i) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Words added to, lost from or replaced in a quotation that both sides have. */
    static final class WordsInQuote implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            if (edit.wordCountA() == 0 && edit.wordCountB() > 0) {
                return ChangeKind.QUOTE_INTERPOLATION;
            }
            return edit.wordCountB() == 0 && edit.wordCountA() > 0
                    ? ChangeKind.QUOTE_OMISSION
                    : ChangeKind.QUOTE_SUBSTITUTION;
        }

        @Override
        public boolean fits(Edit edit) {
            return edit.inAlignedQuote() && edit.wordCountA() + edit.wordCountB() > 0;
        }
    }

    /** A complete quotation of four words or more within the edit that the other side has nowhere. */
    static final class WholeQuote implements Rule {
        static final int LEAST_WORDS = 4;

        @Override
        public ChangeKind kind(Edit edit) {
            return inB(edit) ? ChangeKind.QUOTE_ADDED : ChangeKind.QUOTE_REMOVED;
        }

        @Override
        public boolean fits(Edit edit) {
            return inA(edit) != inB(edit);
        }

        private static boolean inA(Edit edit) {
            return holds(edit.bodies(), edit.aFrom(), edit.aTo(), true);
        }

        private static boolean inB(Edit edit) {
            return holds(edit.bodies(), edit.bFrom(), edit.bTo(), false);
        }

        /** Whether a stretch of one side holds such a quotation. */
        static boolean holds(Bodies bodies, int from, int to, boolean first) {
            Quotes quotes = first ? bodies.quotesA : bodies.quotesB;
            for (int i = from; i < to; i++) {
                int index = quotes.marked(i);
                if (index < 0 || (first ? bodies.partnerInB(index) : bodies.partnerInA(index)) >= 0) {
                    continue;
                }
                Quotes.Quote quote = quotes.get(index);
                if (quote.words() >= LEAST_WORDS && quote.complete() && quote.first() >= from && quote.end() <= to) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A heading or unended sentence that was run into the one behind it, which keeps the capital of its first word. */
    static final class WholePassage implements Rule {
        private static final int LEAST_WORDS = 4;

        @Override
        public ChangeKind kind(Edit edit) {
            return edit.onlyB() ? ChangeKind.PASSAGE_ADDED : ChangeKind.PASSAGE_REMOVED;
        }

        @Override
        public boolean fits(Edit edit) {
            if (edit.onlyB() && edit.wordCountB() >= LEAST_WORDS) {
                return stands(edit.bodies().docB, edit.bFrom(), edit.bTo(), edit.bodies().docA, edit.aFrom());
            }
            return edit.onlyA()
                    && edit.wordCountA() >= LEAST_WORDS
                    && stands(edit.bodies().docA, edit.aFrom(), edit.aTo(), edit.bodies().docB, edit.bFrom());
        }

        private static boolean stands(Doc doc, int from, int to, Doc other, int at) {
            return doc.opensSentence(from)
                    && to < doc.size()
                    && at < other.size()
                    && other.opensSentence(at)
                    && doc.token(to - 1).isWord()
                    && Character.isUpperCase(doc.token(to).folded().charAt(0));
        }
    }

    /** Anything else. */
    static final class Wording implements Rule {
        @Override
        public ChangeKind kind(Edit edit) {
            return ChangeKind.WORDING_CHANGED;
        }

        @Override
        public boolean fits(Edit edit) {
            return true;
        }
    }
}
