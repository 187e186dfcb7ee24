package org.pressmark.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The values of numbers: digits with their separators, and number words of the languages that have a list. */
public final class Numbers {
    private static final int LONGEST = 40;
    private static final Map<String, Lemmas> WORDS = new ConcurrentHashMap<>();

    private Numbers() {}

    /**
     * The value of one token: {@code 1,000} and {@code 1000} give 1000, {@code twelve} 12, {@code 3rd} and {@code third} 3,
     * {@code 2.5} 2.5. A comma or stop before exactly three digits parts thousands, other ones decimals; in languages that
     * write it the other way round, likewise.
     *
     * @param language BCP 47 tag, for number words
     */
    public static Optional<BigDecimal> value(String token, String language) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        if (!Character.isDigit(token.charAt(0))) {
            return Character.isLetter(token.charAt(0))
                    ? WORDS.computeIfAbsent(language, tag -> Lemmas.load(tag, "numbers"))
                            .lemma(token)
                            .map(BigDecimal::new)
                    : Optional.empty();
        }
        int end = 0;
        while (end < token.length()
                && (Character.isDigit(token.charAt(end)) || ",.':".indexOf(token.charAt(end)) >= 0)) {
            end++;
        }
        String suffix = token.substring(end).toLowerCase(Locale.ROOT);
        if (!suffix.isEmpty()
                && !suffix.equals("st")
                && !suffix.equals("nd")
                && !suffix.equals("rd")
                && !suffix.equals("th")) {
            return Optional.empty();
        }
        return digits(token.substring(0, end));
    }

    private static Optional<BigDecimal> digits(String text) {
        if (text.indexOf(':') >= 0) {
            return Optional.empty(); // a time of day
        }
        StringBuilder plain = new StringBuilder();
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (i == last && decimal(text, last)) {
                plain.append('.');
            }
        }
        return Optional.of(new BigDecimal(plain.toString()).stripTrailingZeros());
    }

    private static boolean decimal(String text, int last) {
        char c = text.charAt(last);
        boolean alone = text.indexOf(c) == last;
        boolean other = text.indexOf(c == '.' ? ',' : '.') >= 0;
        return alone && (other || text.length() - last - 1 != 3 || last > 3 || text.charAt(0) == '0');
    }
}
