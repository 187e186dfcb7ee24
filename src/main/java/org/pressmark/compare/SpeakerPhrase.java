package org.pressmark.compare;

import org.jspecify.annotations.Nullable;
import org.pressmark.text.Token;

/** Reads the words for a speaker: a name with its titles, a pronoun, or a noun with its article, before or behind a verb. */
final class SpeakerPhrase {
    private static final int LONGEST_NOUN = 6;
    private static final int LONGEST_NAME = 7;

    private final Doc doc;
    private final Lexicon lexicon;

    SpeakerPhrase(Doc doc, Lexicon lexicon) {
        this.doc = doc;
        this.lexicon = lexicon;
    }

    /** The phrase that ends right before a verb of saying, as {@code {from, to}} in tokens; null where none does. */
    int @Nullable [] before(int verb, int from) {
        int end = verb;
        while (end > from && (helping(end - 1) || end < verb && mark(end - 1, "-"))) {
            end--;
        }
        if (end > from && mark(end - 1, ",")) {
            return apposition(end - 1, from);
        }
        if (end <= from || !doc.token(end - 1).isWord()) {
            return null;
        }
        if (pronoun(end - 1)) {
            return new int[] {end - 1, end};
        }
        return capital(end - 1) ? new int[] {nameStart(end, from), end} : nounBefore(end, from);
    }

    /** "Jane Roe, the minister, said": the name at the start; "a spokeswoman, Jane Roe, said": the name before the comma. */
    private int @Nullable [] apposition(int comma, int from) {
        if (comma > from && capital(comma - 1)) {
            int start = nameStart(comma, from);
            if (start == from || mark(start - 1, ",")) {
                int[] first = start > from + 1 ? nameFrom(from, start - 1) : null;
                return first == null ? new int[] {start, comma} : first;
            }
        }
        int[] first = nameFrom(from, comma);
        return first != null ? first : comma > from ? nounBefore(comma, from) : null;
    }

    /** The first name within a stretch that opens with one, helping words and a pronoun passed over. */
    int @Nullable [] nameFrom(int from, int to) {
        for (int i = from; i < to; i++) {
            if (pronoun(i)) {
                return new int[] {i, i + 1};
            }
            if (capital(i) && !(doc.opensSentence(i) && plain(i))) {
                int end = nameEnd(i, to);
                int start = i;
                while (start < end - 1 && lexicon.title(doc.token(start).folded())) {
                    start++;
                }
                return new int[] {start, end};
            }
        }
        return null;
    }

    /** A word that is small elsewhere and owes its capital to the sentence's start. */
    private boolean plain(int token) {
        String word = doc.token(token).folded();
        return lexicon.common(word) || lexicon.determiner(word) || lexicon.preposition(word) || lexicon.auxiliary(word);
    }

    private int nameEnd(int first, int to) {
        int end = first + 1;
        while (end < to && end - first < LONGEST_NAME) {
            boolean joins = lexicon.particle(doc.token(end).folded()) && end + 1 < to && capital(end + 1)
                    || mark(end, "-") && end + 1 < to && !doc.spaceBefore(end)
                    || mark(end, ".")
                            && end + 1 < to
                            && capital(end + 1)
                            && doc.token(end - 1).folded().length() <= 4;
            if (!capital(end) && !joins) {
                break;
            }
            end++;
        }
        return end;
    }

    /** The phrase right behind a verb: a name, a pronoun, a noun with its article; a receiver between is passed over. */
    int @Nullable [] behind(int start, int to) {
        int i = start;
        while (i < to && helping(i)) {
            i++;
        }
        for (int phrases = 0;
                phrases < 2 && i + 1 < to && lexicon.preposition(doc.token(i).folded());
                phrases++) {
            i += 2;
            while (i < to && capital(i) && capital(i - 1) && !pronoun(i)) {
                i++;
            }
        }
        if (i >= to || !doc.token(i).isWord()) {
            return null;
        }
        if (pronoun(i)) {
            return new int[] {i, i + 1};
        }
        if (capital(i)) {
            return nameFrom(i, to);
        }
        boolean opens = lexicon.determiner(doc.token(i).folded())
                || lexicon.role(doc.token(i).folded());
        return opens ? nounFrom(i, to) : null;
    }

    /** "the minister Jane Roe" is Jane Roe, "a spokesman for the ministry" is itself. */
    private int[] nounFrom(int start, int to) {
        int end = start + 1;
        while (end < to
                && end - start < LONGEST_NOUN
                && doc.token(end).isWord()
                && !capital(end)
                && !lexicon.preposition(doc.token(end).folded())
                && lexicon.speechVerb(doc.token(end).folded()).isEmpty()) {
            end++;
        }
        if (end < to && capital(end) && !pronoun(end)) {
            return new int[] {end, nameEnd(end, to)};
        }
        if (end + 1 < to && mark(end, ",") && capital(end + 1) && !pronoun(end + 1)) {
            return new int[] {end + 1, nameEnd(end + 1, to)};
        }
        return new int[] {start, end};
    }

    private int @Nullable [] nounBefore(int end, int from) {
        if (plain(end - 1)) {
            return null; // "to say", "in saying"
        }
        for (int start = end - 1; start >= from && end - start <= LONGEST_NOUN; start--) {
            Token there = doc.token(start);
            if (!there.isWord()) {
                return null;
            }
            if (lexicon.determiner(there.folded())) {
                return new int[] {start, end};
            }
            if (start == from || !doc.token(start - 1).isWord()) {
                return end - start <= 3 && !plain(start) ? new int[] {start, end} : null;
            }
        }
        return null;
    }

    private int nameStart(int end, int from) {
        int start = end - 1;
        while (start > from
                && (capital(start - 1)
                        || mark(start - 1, "-") && !doc.spaceBefore(start)
                        || lexicon.particle(doc.token(start - 1).folded()) && start - 1 > from && capital(start - 2)
                        || mark(start - 1, ".")
                                && start - 1 > from
                                && doc.token(start - 2).folded().length() <= 4
                                && capital(start - 2))) {
            start--;
        }
        while (start < end - 1
                && (lexicon.title(doc.token(start).folded())
                        || lexicon.role(doc.token(start).folded())
                        || plain(start)
                        || !doc.token(start).isWord())) {
            start++;
        }
        return start;
    }

    boolean helping(int token) {
        String word = doc.token(token).lower();
        return word.endsWith("ly") && !capital(token) || lexicon.auxiliary(word) && !lexicon.pronoun(word);
    }

    boolean pronoun(int token) {
        return lexicon.pronoun(doc.token(token).folded());
    }

    boolean capital(int token) {
        Token there = doc.token(token);
        return there.isWord()
                && Character.isUpperCase(there.folded().charAt(0))
                && !lexicon.pronoun(there.folded())
                && !lexicon.dateWord(there.folded());
    }

    private boolean mark(int token, String mark) {
        return doc.token(token).folded().equals(mark);
    }
}
