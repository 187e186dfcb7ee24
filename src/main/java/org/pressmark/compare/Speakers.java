package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.compare.Quotes.Quote;
import org.pressmark.text.Token;

/**
 * Who is quoted, by rules: a verb of saying beside the quotation, the name beside the verb; a pronoun stands for the last
 * named speaker; a second quotation of a paragraph has the speaker of the first; else nobody is named.
 */
final class Speakers {
    private static final int REACH = 24;

    /**
     * What stands beside a quotation.
     *
     * @param verb the token of the verb of saying, −1 for none
     * @param from first token of the words for the speaker, as they stand there; −1 for none
     * @param to one past the last
     * @param name the speaker's name, resolved; empty where unknown
     */
    record Attribution(int verb, int from, int to, String name) {
        static final Attribution NONE = new Attribution(-1, -1, -1, "");

        boolean covers(int tokenFrom, int tokenTo) {
            return from >= 0 && tokenFrom < to && tokenTo > from;
        }
    }

    private final Doc doc;
    private final Quotes quotes;
    private final Lexicon lexicon;
    private final Attribution[] found;
    private String lastNamed = "";

    Speakers(Doc doc, Quotes quotes, Lexicon lexicon) {
        this.doc = doc;
        this.quotes = quotes;
        this.lexicon = lexicon;
        this.found = new Attribution[quotes.all().size()];
        Arrays.fill(found, Attribution.NONE);
        for (Quote quote : quotes.all()) {
            if (quote.depth() == 0 && quote.words() > 0) {
                found[quote.index()] = beside(quote);
            }
        }
        inherit();
    }

    Attribution of(int quote) {
        return found[quote];
    }

    Optional<String> name(int quote) {
        return quote < 0 || found[quote].name().isEmpty() ? Optional.empty() : Optional.of(found[quote].name());
    }

    private Attribution beside(Quote quote) {
        Attribution after = read(quote.end(), limitAfter(quote.end()), true);
        if (after.verb() >= 0 && (after.from() >= 0 || after.verb() - quote.end() <= 4)) {
            return resolved(after);
        }
        int start = limitBefore(quote.first());
        Attribution before = read(start, quote.first(), false);
        return before.verb() >= 0 ? resolved(before) : Attribution.NONE;
    }

    private Attribution resolved(Attribution raw) {
        if (raw.from() < 0) {
            return raw;
        }
        String words = doc.original(raw.from(), raw.to());
        boolean pronoun = raw.to() == raw.from() + 1 && lexicon.pronoun(words);
        if (pronoun) {
            return new Attribution(raw.verb(), raw.from(), raw.to(), lastNamed);
        }
        if (named(raw.from(), raw.to())) {
            lastNamed = words;
        }
        return new Attribution(raw.verb(), raw.from(), raw.to(), words);
    }

    private boolean named(int from, int to) {
        for (int i = from; i < to; i++) {
            if (capital(i)) {
                return true;
            }
        }
        return false;
    }

    /** To the end of the sentence or the next quotation. */
    private int limitAfter(int from) {
        int end = Math.min(doc.size(), from + REACH);
        for (int i = from; i < end; i++) {
            if (quotes.around(i) >= 0
                    || quotes.marked(i) >= 0
                    || (i > from && doc.lineBreakBefore(i))
                    || (i == from && i < doc.size() && doc.lineBreakBefore(i))) {
                return i;
            }
            if (stop(i)) {
                return i;
            }
        }
        return end;
    }

    private int limitBefore(int to) {
        int start = Math.max(0, to - REACH);
        for (int i = to - 1; i >= start; i--) {
            if (quotes.around(i) >= 0 || quotes.marked(i) >= 0 || stop(i)) {
                return i + 1;
            }
            if (doc.lineBreakBefore(i)) {
                return i;
            }
        }
        return start;
    }

    private boolean stop(int token) {
        String mark = doc.token(token).folded();
        return mark.equals(".") || mark.equals("!") || mark.equals("?");
    }

    private Attribution read(int from, int to, boolean nearFirst) {
        for (int k = 0; k < to - from; k++) {
            int i = nearFirst ? from + k : to - 1 - k;
            if (accordingTo(i, to)) {
                int[] name = phraseFrom(i + 2, to);
                return name == null ? Attribution.NONE : new Attribution(i, name[0], name[1], "");
            }
            if (doc.token(i).isWord()
                    && lexicon.speechVerb(doc.token(i).folded()).isPresent()) {
                int[] name = phraseBefore(i, from);
                if (name == null || !nearFirst && nounOnly(name)) {
                    int[] behind = phraseFrom(i + 1, to);
                    name = behind == null ? name : name == null ? behind : name;
                }
                return name == null ? new Attribution(i, -1, -1, "") : new Attribution(i, name[0], name[1], "");
            }
        }
        return Attribution.NONE;
    }

    private boolean nounOnly(int[] range) {
        return !named(range[0], range[1]) && range[1] - range[0] > 3;
    }

    private boolean accordingTo(int i, int to) {
        return i + 2 < to
                && doc.token(i).lower().equals("according")
                && doc.token(i + 1).lower().equals("to");
    }

    /** The name or pronoun that ends right before a verb, adverbs and titles passed over. */
    private int @Nullable [] phraseBefore(int verb, int from) {
        int end = verb;
        while (end > from && passable(end - 1)) {
            end--;
        }
        if (end > from && doc.token(end - 1).folded().equals(",")) {
            int apposition = end - 1; // "Jane Roe, the minister, said"
            for (int i = apposition - 1; i > from && apposition - i < 14; i--) {
                if (doc.token(i).folded().equals(",") && capital(i - 1)) {
                    return new int[] {nameStart(i, from), i};
                }
            }
            return null;
        }
        if (end <= from) {
            return null;
        }
        if (lexicon.pronoun(doc.token(end - 1).folded())) {
            return new int[] {end - 1, end};
        }
        if (capital(end - 1)) {
            return new int[] {nameStart(end, from), end};
        }
        return lexicon.role(doc.token(end - 1).folded()) ? new int[] {nounStart(end, from), end} : null;
    }

    private int @Nullable [] phraseFrom(int start, int to) {
        int i = start;
        while (i < to && passable(i)) {
            i++;
        }
        if (i >= to || !doc.token(i).isWord()) {
            return null;
        }
        if (lexicon.pronoun(doc.token(i).folded())) {
            return new int[] {i, i + 1};
        }
        int end = i;
        int lastCapital = -1;
        while (end < to && end - i < 8 && doc.token(end).isWord()) {
            if (capital(end)) {
                lastCapital = end;
            } else if (lastCapital >= 0 && !particle(end)) {
                break;
            } else if (lastCapital < 0
                    && lexicon.speechVerb(doc.token(end).folded()).isPresent()
                    && end > i) {
                break;
            }
            end++;
        }
        if (lastCapital >= 0) {
            int first = i;
            while (first < lastCapital && !capital(first)) {
                first++;
            }
            while (first < lastCapital && lexicon.title(doc.token(first).folded())) {
                first++;
            }
            return new int[] {first, lastCapital + 1};
        }
        for (int k = i; k < end; k++) {
            if (lexicon.role(doc.token(k).folded())) {
                return new int[] {i, k + 1};
            }
        }
        return null;
    }

    private int nameStart(int end, int from) {
        int start = end - 1;
        while (start > from
                && (capital(start - 1) || (particle(start - 1) && start - 1 > from && capital(start - 2)))) {
            start--;
        }
        while (start < end - 1
                && (lexicon.title(doc.token(start).folded())
                        || lexicon.common(doc.token(start).folded()))) {
            start++;
        }
        return start;
    }

    private int nounStart(int end, int from) {
        int start = end - 1;
        while (start > from
                && end - start < 5
                && doc.token(start - 1).isWord()
                && Character.isLowerCase(doc.token(start - 1).folded().charAt(0))) {
            start--;
            if (lexicon.common(doc.token(start).folded())) {
                break;
            }
        }
        if (start > from
                && doc.token(start - 1).isWord()
                && lexicon.common(doc.token(start - 1).folded())) {
            start--;
        }
        return start;
    }

    private boolean passable(int token) {
        String word = doc.token(token).lower();
        return word.endsWith("ly")
                || word.equals("has")
                || word.equals("had")
                || word.equals("also")
                || word.equals("then")
                || word.equals("later");
    }

    private static final List<String> PARTICLES = List.of(
            "de", "la", "von", "van", "der", "den", "bin", "al", "el", "di", "da", "dos", "du", "le", "ibn", "ben", "y",
            "-", "'");

    private boolean particle(int token) {
        return PARTICLES.contains(doc.token(token).lower());
    }

    private boolean capital(int token) {
        Token there = doc.token(token);
        return there.isWord() && Character.isUpperCase(there.folded().charAt(0)) && !lexicon.pronoun(there.folded());
    }

    /** Quotations of one paragraph without words of their own beside them have the speaker of its others. */
    private void inherit() {
        List<Quote> outer = new ArrayList<>();
        for (Quote quote : quotes.all()) {
            if (quote.depth() == 0 && quote.from() < quote.to()) {
                outer.add(quote);
            }
        }
        for (int i = 0; i < outer.size(); i++) {
            Quote quote = outer.get(i);
            if (!found[quote.index()].name().isEmpty() || quote.words() < 4) {
                continue;
            }
            for (int k : new int[] {i - 1, i + 1}) {
                if (k >= 0
                        && k < outer.size()
                        && doc.block(outer.get(k).from()) == doc.block(quote.from())
                        && !found[outer.get(k).index()].name().isEmpty()) {
                    Attribution there = found[quote.index()];
                    found[quote.index()] = new Attribution(
                            there.verb(),
                            there.from(),
                            there.to(),
                            found[outer.get(k).index()].name());
                    break;
                }
            }
        }
    }
}
