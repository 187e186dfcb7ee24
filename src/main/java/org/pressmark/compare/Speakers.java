package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.compare.Quotes.Quote;

/**
 * Who is quoted, by rules: a verb of saying beside the quotation and the words for somebody beside the verb; a colon before
 * it; a pronoun stands for the last named speaker; a quotation without such words has the speaker of the one beside it; else
 * nobody is named.
 */
final class Speakers {
    private static final int REACH = 40;

    /** How far behind a quotation its verb may stand. */
    private static final int SOON = 30;

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

        boolean known() {
            return from >= 0;
        }
    }

    private final Doc doc;
    private final Quotes quotes;
    private final Lexicon lexicon;
    private final SpeakerPhrase phrase;
    private final Attribution[] found;
    private String lastNamed = "";

    Speakers(Doc doc, Quotes quotes, Lexicon lexicon) {
        this.doc = doc;
        this.quotes = quotes;
        this.lexicon = lexicon;
        this.phrase = new SpeakerPhrase(doc, lexicon);
        this.found = new Attribution[quotes.all().size()];
        Arrays.fill(found, Attribution.NONE);
        List<Quote> outer = new ArrayList<>();
        for (Quote quote : quotes.all()) {
            if (quote.depth() == 0 && quote.words() > 0) {
                found[quote.index()] = resolved(beside(quote));
                outer.add(quote);
            }
        }
        inherit(outer);
    }

    Attribution of(int quote) {
        return found[quote];
    }

    Optional<String> name(int quote) {
        return quote < 0 || found[quote].name().isEmpty() ? Optional.empty() : Optional.of(found[quote].name());
    }

    private Attribution beside(Quote quote) {
        Attribution after = closedSentence(quote) ? Attribution.NONE : after(quote.end(), limitAfter(quote.end()));
        if (after.known()) {
            return after;
        }
        int start = limitBefore(quote.first());
        Attribution before = before(start, quote.first());
        return before.known() || after.verb() < 0 ? before : after;
    }

    /** A full stop within the marks: what follows is another sentence. */
    private boolean closedSentence(Quote quote) {
        int next = quote.end();
        return quote.to() > quote.from()
                && doc.token(quote.to() - 1).folded().equals(".")
                && next < doc.size()
                && doc.token(next).isWord()
                && Character.isUpperCase(doc.token(next).folded().charAt(0))
                && doc.opensSentence(next)
                && !saidAndNoMore(next);
    }

    /** "Jane Roe said." behind a full stop that should have been a comma. */
    private boolean saidAndNoMore(int from) {
        int end = limitAfter(from);
        return end - from <= 5 && end < doc.size() && stop(end) && verb(end - 1);
    }

    private Attribution after(int from, int to) {
        int start = from;
        while (start < to && !doc.token(start).isWord()) {
            start++;
        }
        int limit = Math.min(to, start + SOON);
        for (int i = start; i < limit; i++) {
            int said = lexicon.accordingTo(doc, i);
            if (said > 0) {
                return attribution(i, phrase.behind(i + said, to));
            }
            if (verb(i)) {
                int[] words = i > start ? phrase.before(i, start) : null;
                int[] behind = words == null || inverted(i, start) ? phrase.behind(i + 1, to) : null;
                boolean name = behind != null
                        && (named(behind[0], behind[1])
                                || lexicon.role(doc.token(behind[1] - 1).folded()));
                return attribution(i, words == null || name ? behind : words);
            }
        }
        return Attribution.NONE;
    }

    /** "…, said Jane Roe" behind words that open with no name of their own. */
    private boolean inverted(int verb, int start) {
        return doc.token(verb - 1).folded().equals(",") && !phrase.capital(start);
    }

    private Attribution before(int from, int to) {
        int verb = -1;
        for (int i = to - 1; i >= from; i--) {
            int said = lexicon.accordingTo(doc, i);
            if (said > 0) {
                return attribution(i, phrase.behind(i + said, to));
            }
            if (verb(i)) {
                int[] words = phrase.before(i, from);
                if (words != null) {
                    return attribution(i, words);
                }
                verb = verb < 0 ? i : verb;
            }
        }
        int[] words = verb >= 0 ? phrase.behind(verb + 1, to) : null;
        if (words == null && (verb >= 0 || colon(to))) {
            words = phrase.nameFrom(from, verb < 0 ? to : verb);
        }
        return attribution(verb, words);
    }

    private boolean verb(int token) {
        return doc.token(token).isWord()
                && lexicon.speechVerb(doc.token(token).folded()).isPresent();
    }

    private boolean colon(int to) {
        return to > 0 && doc.token(to - 1).folded().equals(":");
    }

    private static Attribution attribution(int verb, int @Nullable [] words) {
        return words == null ? new Attribution(verb, -1, -1, "") : new Attribution(verb, words[0], words[1], "");
    }

    private Attribution resolved(Attribution raw) {
        if (!raw.known()) {
            return raw;
        }
        String words = doc.original(raw.from(), raw.to());
        boolean pronoun = raw.to() == raw.from() + 1 && phrase.pronoun(raw.from());
        if (pronoun && !lexicon.firstPerson(words)) {
            return new Attribution(raw.verb(), raw.from(), raw.to(), lastNamed);
        }
        if (!pronoun && named(raw.from(), raw.to())) {
            lastNamed = words;
        }
        return new Attribution(raw.verb(), raw.from(), raw.to(), words);
    }

    private boolean named(int from, int to) {
        for (int i = from; i < to; i++) {
            if (phrase.capital(i)) {
                return true;
            }
        }
        return false;
    }

    /** To the end of the sentence or the next quotation. */
    private int limitAfter(int from) {
        int end = Math.min(doc.size(), from + REACH);
        for (int i = from; i < end; i++) {
            if (quotes.around(i) >= 0 || quotes.marked(i) >= 0 || doc.lineBreakBefore(i) || stop(i)) {
                return i;
            }
        }
        return end;
    }

    /** From the start of the sentence, or from the quotation before; a colon at a paragraph's end introduces the next one. */
    private int limitBefore(int to) {
        int start = Math.max(0, to - REACH);
        for (int i = to - 1; i >= start; i--) {
            if (quotes.around(i) >= 0 || quotes.marked(i) >= 0 || stop(i)) {
                return i + 1;
            }
            if (doc.lineBreakBefore(i + 1) && !colon(i + 1)) {
                return i + 1;
            }
        }
        return start;
    }

    private boolean stop(int token) {
        String mark = doc.token(token).folded();
        return (mark.equals(".") || mark.equals("!") || mark.equals("?"))
                && (token + 1 >= doc.size()
                        || doc.opensSentence(token + 1)
                        || !doc.token(token + 1).isWord());
    }

    /** Quotations without words of their own beside them: of one paragraph, then of paragraphs that follow each other. */
    private void inherit(List<Quote> outer) {
        for (int i = 0; i < outer.size(); i++) {
            Quote quote = outer.get(i);
            if (found[quote.index()].known() || quote.words() < 4) {
                continue;
            }
            Attribution there = neighbour(outer, i, i - 1);
            if (!there.known()) {
                there = neighbour(outer, i, i + 1);
            }
            if (!there.known() && i > 0 && opensParagraph(quote) && beside(outer.get(i - 1), quote)) {
                there = found[outer.get(i - 1).index()];
            }
            if (there.known()) {
                found[quote.index()] =
                        new Attribution(found[quote.index()].verb(), there.from(), there.to(), there.name());
            }
        }
    }

    private Attribution neighbour(List<Quote> outer, int of, int at) {
        boolean same = at >= 0
                && at < outer.size()
                && doc.block(outer.get(at).from()) == doc.block(outer.get(of).from());
        return same ? found[outer.get(at).index()] : Attribution.NONE;
    }

    private boolean opensParagraph(Quote quote) {
        return doc.lineBreakBefore(quote.first());
    }

    /** Whether a quotation stands in the paragraph before that of another. */
    private boolean beside(Quote before, Quote quote) {
        int token = quote.first() - 1;
        return token >= 0 && doc.block(before.from()) == doc.block(token);
    }
}
