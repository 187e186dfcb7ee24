package org.pressmark.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pressmark.text.Folded;
import org.pressmark.text.Languages;
import org.pressmark.text.Lemmas;
import org.pressmark.text.Numbers;
import org.pressmark.text.Token;
import org.pressmark.text.WordList;

/** What the rules know of the language of a pair. An unknown language has empty lists: fold, alignment and quotations stay. */
final class Lexicon {
    private static final Map<String, Lexicon> KNOWN = new ConcurrentHashMap<>();

    private final String language;
    private final Lemmas speech;
    private final Lemmas modals;
    private final Lemmas months;
    private final Lemmas weekdays;
    private final Lemmas spellings;
    private final WordList negators;
    private final WordList hedges;
    private final WordList pronouns;
    private final WordList roles;
    private final WordList titles;
    private final WordList anonymous;
    private final WordList common;
    private final WordList determiners;
    private final WordList prepositions;
    private final WordList auxiliaries;
    private final WordList firstPerson;
    private final List<String[]> accordingTo;
    private final WordList particles;
    private final List<String[]> letters;

    private Lexicon(String language) {
        this.language = language;
        this.speech = Lemmas.load(language, "speech-verbs");
        this.modals = Lemmas.load(language, "modals");
        this.months = dates("months");
        this.weekdays = dates("weekdays");
        this.spellings = Lemmas.load(language, "spellings");
        this.negators = WordList.load(language, "negators");
        this.hedges = WordList.load(language, "hedges");
        this.pronouns = WordList.load(language, "pronouns");
        this.roles = WordList.load(language, "roles");
        this.titles = WordList.load(language, "titles");
        this.anonymous = WordList.load(language, "anonymous-sources");
        this.common = WordList.load(language, "common");
        this.determiners = WordList.load(language, "determiners");
        this.prepositions = WordList.load(language, "prepositions");
        this.auxiliaries = WordList.load(language, "auxiliaries");
        this.firstPerson = WordList.load(language, "first-person");
        this.accordingTo = WordList.load(language, "according-to").entries().stream()
                .map(phrase -> phrase.split(" ", -1))
                .toList();
        this.particles = WordList.load(Languages.NONE, "name-particles");
        this.letters = WordList.load(language, "letters").entries().stream()
                .map(line -> line.split(" ", -1))
                .filter(pair -> pair.length == 2)
                .toList();
    }

    /** The lists for a pair of texts: by the tag that both pages state; where they differ or state none, by a guess. */
    static Lexicon of(String tag, String otherTag, String text) {
        String language = Languages.primary(tag);
        String other = Languages.primary(otherTag);
        if (language.equals(other) && !language.isEmpty()) {
            return known(language);
        }
        String guess = Languages.guess(text);
        return known(!guess.isEmpty() ? guess : language.isEmpty() ? other : language);
    }

    /** The lists of a language, put together once; what has no lists of its own shares the empty ones. */
    private static Lexicon known(String language) {
        return Languages.KNOWN.contains(language)
                ? KNOWN.computeIfAbsent(language, Lexicon::new)
                : new Lexicon(language);
    }

    /** A list of our own, or where there is none the one by which the extraction reads dates. */
    private Lemmas dates(String name) {
        Lemmas own = Lemmas.load(language, name);
        return own.forms().isEmpty() ? Lemmas.load(language, "extract-" + name) : own;
    }

    String language() {
        return language;
    }

    /**
     * What a token is in comparison when presentation is left out: lower case, no dots of initials, one spelling, one
     * value. Two tokens with one normal form may differ in presentation only.
     */
    String normal(Token token) {
        String lower = token.lower();
        return switch (token.kind()) {
            case NUMBER ->
                Numbers.value(lower, language).map(BigDecimal::toPlainString).orElse(lower);
            case WORD -> {
                String plain = letters(lower.indexOf('.') >= 0 ? lower.replace(".", "") : lower);
                yield spellings.lemma(plain).orElse(plain).replace(" ", "");
            }
            case URL -> lower;
            case PUNCTUATION -> lower.equals("%") ? "percent" : lower.equals("&") ? "and" : lower;
        };
    }

    /** Letters that the language writes in two ways, as one. */
    private String letters(String word) {
        String out = word;
        for (String[] pair : letters) {
            out = out.replace(pair[0], pair[1]);
        }
        return out;
    }

    Optional<String> speechVerb(String word) {
        return speech.lemma(word);
    }

    Optional<String> month(String word) {
        return months.lemma(strip(word));
    }

    boolean dateWord(String word) {
        return months.contains(strip(word)) || weekdays.contains(strip(word));
    }

    boolean weekday(String word) {
        return weekdays.contains(strip(word));
    }

    /** A word that negates, also within a contraction: {@code doesn't}. */
    boolean negator(String word) {
        String lower = Folded.caseFold(word);
        return negators.contains(lower) || lower.endsWith("n't");
    }

    /** The modal verb or hedge that a word is. */
    Optional<String> modal(String word) {
        Optional<String> verb = modals.lemma(word);
        return verb.isPresent() ? Optional.of(Folded.caseFold(word)) : hedge(word);
    }

    private Optional<String> hedge(String word) {
        return hedges.contains(word) ? Optional.of(Folded.caseFold(word)) : Optional.empty();
    }

    Optional<BigDecimal> number(String word) {
        return Numbers.value(word, language);
    }

    boolean pronoun(String word) {
        return pronouns.contains(word);
    }

    boolean role(String word) {
        return roles.contains(word) || titles.contains(word) || anonymous.contains(word);
    }

    boolean title(String word) {
        return titles.contains(word);
    }

    boolean anonymous(String word) {
        return anonymous.contains(word);
    }

    boolean determiner(String word) {
        return determiners.contains(word);
    }

    boolean preposition(String word) {
        return prepositions.contains(word);
    }

    /** A helping verb or adverb that may stand between a speaker and the verb. */
    boolean auxiliary(String word) {
        return auxiliaries.contains(word);
    }

    /** A pronoun that never stands for somebody named before. */
    boolean firstPerson(String word) {
        return firstPerson.contains(word);
    }

    /** How many tokens the words for "according to" that begin at a token have; 0 for none. */
    int accordingTo(Doc doc, int token) {
        int longest = 0;
        for (String[] phrase : accordingTo) {
            int k = 0;
            while (k < phrase.length
                    && token + k < doc.size()
                    && phrase[k].equals(doc.token(token + k).lower())) {
                k++;
            }
            longest = k == phrase.length ? Math.max(longest, k) : longest;
        }
        return longest;
    }

    /** A small word within names, of any language: {@code de}, {@code von}, {@code bin}. */
    boolean particle(String word) {
        return particles.contains(word);
    }

    /** Words that carry little: the commonest of the language. */
    boolean common(String word) {
        return common.contains(word);
    }

    private static String strip(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }
}
