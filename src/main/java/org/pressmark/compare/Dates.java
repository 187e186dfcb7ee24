package org.pressmark.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pressmark.text.Token;
import org.pressmark.text.WordList;

/** Which tokens of a text are parts of a date: weekdays, months, days beside a month, years. */
final class Dates {
    private static final Set<String> CAPITALISED = Set.of("en", "de");
    private static final int FIRST_YEAR = 1500;
    private static final int LAST_YEAR = 2100;

    private final Lexicon lexicon;
    private final WordList around;

    Dates(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.around = WordList.load(lexicon.language(), "date-words");
    }

    /** A word that names a weekday, month, day or year where it stands. */
    boolean isPart(Doc doc, int token) {
        Token there = doc.token(token);
        if (there.isWord()) {
            return named(there);
        }
        if (there.kind() != Token.Kind.NUMBER) {
            return false;
        }
        if (isYear(there.folded())) {
            return !afterCurrency(doc, token);
        }
        return isDay(there.folded()) && besideMonth(doc, token);
    }

    /** A word that may stand with a date: {@code on}, {@code last}, {@code yesterday}. */
    boolean isAround(String word) {
        return around.contains(word);
    }

    /** The parts of dates within a stretch, in order, in normal form. */
    List<String> parts(Doc doc, int from, int to) {
        List<String> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (isPart(doc, i)) {
                out.add(lexicon.normal(doc.token(i)));
            }
        }
        return out;
    }

    private boolean named(Token token) {
        boolean capital = Character.isUpperCase(token.folded().charAt(0));
        return lexicon.dateWord(token.folded())
                && (capital || !CAPITALISED.contains(lexicon.language()))
                && token.folded().length() > 2;
    }

    private static boolean isYear(String digits) {
        if (digits.length() != 4 || !digits.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int year = new BigDecimal(digits).intValue();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean isDay(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end > 0 && end <= 2 && Integer.parseInt(text.substring(0, end)) <= 31 && text.length() - end <= 2;
    }

    private static boolean afterCurrency(Doc doc, int token) {
        return token > 0
                && !doc.spaceBefore(token)
                && Character.getType(doc.token(token - 1).folded().charAt(0)) == Character.CURRENCY_SYMBOL;
    }

    private boolean besideMonth(Doc doc, int token) {
        for (int k = -3; k <= 2; k++) {
            int i = token + k;
            if (k != 0
                    && i >= 0
                    && i < doc.size()
                    && doc.token(i).isWord()
                    && lexicon.month(doc.token(i).folded()).isPresent()
                    && named(doc.token(i))) {
                return true;
            }
        }
        return false;
    }
}
