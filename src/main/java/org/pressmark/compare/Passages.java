package org.pressmark.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.compare.Quotes.Quote;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Facet;
import org.pressmark.model.ChangeKind;
import org.pressmark.text.Token;

/** Sentences that one side alone has: words inside a quotation that both have, whole quotations, or passages. */
final class Passages {
    private final Bodies bodies;
    private final List<Draft> drafts = new ArrayList<>();

    Passages(Bodies bodies) {
        this.bodies = bodies;
    }

    List<Draft> drafts() {
        for (int[] run : runs(bodies.alignment.aloneA())) {
            paragraphs(run, true);
        }
        for (int[] run : runs(bodies.alignment.aloneB())) {
            paragraphs(run, false);
        }
        return drafts;
    }

    private static List<int[]> runs(List<int[]> sentences) {
        List<int[]> out = new ArrayList<>();
        for (int[] sentence : sentences) {
            int[] last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && last[1] == sentence[0]) {
                last[1] = sentence[1];
            } else {
                out.add(sentence.clone());
            }
        }
        return out;
    }

    /** A run is parted at paragraph borders, but not where a paragraph was broken in mid-sentence. */
    private void paragraphs(int[] run, boolean first) {
        Doc doc = first ? bodies.docA : bodies.docB;
        int from = run[0];
        for (int i = run[0] + 1; i < run[1]; i++) {
            if (doc.block(i) != doc.block(i - 1) && !midSentence(doc, i)) {
                quotation(from, i, first);
                from = i;
            }
        }
        quotation(from, run[1], first);
    }

    private static boolean midSentence(Doc doc, int token) {
        Token before = doc.token(token - 1);
        Token after = doc.token(token);
        boolean open = before.kind() != Token.Kind.PUNCTUATION
                || before.folded().equals(",")
                || before.folded().equals("-");
        return open && after.isWord() && Character.isLowerCase(after.folded().charAt(0));
    }

    /** Parts a stretch where a quotation that both sides have begins or ends. */
    private void quotation(int from, int to, boolean first) {
        Quotes quotes = first ? bodies.quotesA : bodies.quotesB;
        Doc doc = first ? bodies.docA : bodies.docB;
        int start = from;
        while (start < to) {
            int in = aligned(quotes, start, first);
            int end = start + 1;
            while (end < to && aligned(quotes, end, first) == in) {
                end++;
            }
            if (in < 0 || words(start, end, first) == 0) {
                break;
            }
            if (end < to && words(end, to, first) == 0) {
                end = to;
            }
            if (wholeSentences(doc, start, end)
                    && !BodyRules.BracketInsertion.bracketed(doc, quotes, start, end, true)) {
                add(
                        first ? ChangeKind.PASSAGE_REMOVED : ChangeKind.PASSAGE_ADDED,
                        start,
                        end,
                        first,
                        false,
                        Optional.empty(),
                        EnumSet.noneOf(Facet.class));
            } else {
                inQuote(start, end, first, quotes.get(in), doc);
            }
            start = end;
        }
        if (start < to && words(start, to, first) > 0) {
            passage(start, to, first);
        }
    }

    /** The vocabulary has sentences that come or go as passages, also within a longer quotation; parts of one are its words. */
    private static boolean wholeSentences(Doc doc, int from, int to) {
        int opener = from;
        while (opener < to && doc.token(opener).kind() == Token.Kind.PUNCTUATION) {
            opener++;
        }
        int last = to - 1;
        while (last > from
                && (doc.token(last).folded().equals("\"")
                        || doc.token(last).folded().equals("'"))) {
            last--;
        }
        String end = doc.token(last).folded();
        return opener < to
                && doc.opensSentence(opener)
                && (end.equals(".") || end.equals("!") || end.equals("?") || end.equals("..."));
    }

    private int words(int from, int to, boolean first) {
        return (first ? bodies.wordsA : bodies.wordsB).words(from, to);
    }

    /** The quotation around a token, where the other side has it too; −1 else. */
    private int aligned(Quotes quotes, int token, boolean first) {
        int around = quotes.around(token);
        if (around < 0) {
            around = quotes.marked(token);
        }
        if (around < 0) {
            return -1;
        }
        return (first ? bodies.partnerInB(around) : bodies.partnerInA(around)) < 0 ? -1 : around;
    }

    private void inQuote(int from, int to, boolean first, Quote quote, Doc doc) {
        Quotes quotes = first ? bodies.quotesA : bodies.quotesB;
        boolean bracketed = BodyRules.BracketInsertion.bracketed(doc, quotes, from, to, true);
        ChangeKind kind = bracketed
                ? ChangeKind.BRACKET_INSERTION
                : first ? ChangeKind.QUOTE_OMISSION : ChangeKind.QUOTE_INTERPOLATION;
        Optional<String> speaker = (first ? bodies.speakersA : bodies.speakersB).name(quote.index());
        add(kind, from, to, first, true, speaker, bracketed ? EnumSet.of(Facet.BRACKET) : EnumSet.noneOf(Facet.class));
    }

    private void passage(int from, int to, boolean first) {
        Doc doc = first ? bodies.docA : bodies.docB;
        Quotes quotes = first ? bodies.quotesA : bodies.quotesB;
        if (BodyRules.AgencyCode.code(doc, quotes, from, to)) {
            String text = doc.original(from, to);
            drafts.add(Draft.furniture(
                    ChangeKind.CREDIT_CHANGED,
                    ArticleField.CREDIT,
                    first ? text : "",
                    first ? "" : text,
                    first ? doc.spans(from, to) : List.of(),
                    first ? List.of() : doc.spans(from, to)));
            return;
        }
        if (BodyRules.BracketInsertion.bracketed(doc, quotes, from, to, false)) {
            add(
                    ChangeKind.BRACKET_INSERTION,
                    from,
                    to,
                    first,
                    quotes.around(from) >= 0,
                    Optional.empty(),
                    EnumSet.of(Facet.BRACKET));
            return;
        }
        Optional<Quote> whole = wholeQuote(quotes, from, to, first);
        if (whole.isPresent()) {
            Optional<String> speaker = (first ? bodies.speakersA : bodies.speakersB)
                    .name(whole.get().index());
            add(
                    first ? ChangeKind.QUOTE_REMOVED : ChangeKind.QUOTE_ADDED,
                    from,
                    to,
                    first,
                    true,
                    speaker,
                    EnumSet.of(Facet.WHOLE_QUOTATION));
            return;
        }
        add(
                first ? ChangeKind.PASSAGE_REMOVED : ChangeKind.PASSAGE_ADDED,
                from,
                to,
                first,
                false,
                Optional.empty(),
                EnumSet.noneOf(Facet.class));
    }

    /** A complete quotation of four words or more in the stretch that the other side has nowhere. */
    private Optional<Quote> wholeQuote(Quotes quotes, int from, int to, boolean first) {
        for (int i = from; i < to; i++) {
            int index = quotes.around(i) >= 0 ? quotes.around(i) : quotes.marked(i);
            if (index >= 0 && (first ? bodies.partnerInB(index) : bodies.partnerInA(index)) < 0) {
                Quote quote = quotes.get(index);
                if (quote.words() >= BodyRules.WholeQuote.LEAST_WORDS && quote.first() >= from && quote.end() <= to) {
                    return Optional.of(quote);
                }
            }
        }
        return Optional.empty();
    }

    private void add(
            ChangeKind kind,
            int from,
            int to,
            boolean first,
            boolean quoted,
            Optional<String> speaker,
            Set<Facet> facets) {
        Doc doc = first ? bodies.docA : bodies.docB;
        String text = doc.original(from, to);
        drafts.add(new Draft(
                kind,
                Draft.op(first ? text : "", first ? "" : text),
                facets,
                ArticleField.BODY,
                first ? text : "",
                first ? "" : text,
                quoted,
                speaker,
                doc.block(from) == doc.block(0),
                first ? doc.spans(from, to) : List.of(),
                first ? List.of() : doc.spans(from, to)));
    }
}
