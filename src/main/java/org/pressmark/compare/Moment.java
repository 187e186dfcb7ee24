package org.pressmark.compare;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;

/**
 * A stated time, as exact as the page is.
 *
 * @param date the day
 * @param instant the exact time, where a zone is stated
 */
record Moment(LocalDate date, Optional<Instant> instant) {

    /** The same instant in any zone; where one side states only a day, that day there or in UTC. */
    boolean same(Moment other) {
        if (instant.isPresent() && other.instant().isPresent()) {
            return instant.equals(other.instant());
        }
        return date.equals(other.date())
                || utc().equals(other.utc())
                || date.equals(other.utc())
                || utc().equals(other.date());
    }

    private LocalDate utc() {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate()).orElse(date);
    }

    /** Reads ISO 8601: a day, a local time or a time with offset. */
    static Optional<Moment> iso(String value) {
        String text = value.strip().replace(' ', 'T');
        try {
            if (text.length() == 10) {
                return Optional.of(new Moment(LocalDate.parse(text), Optional.empty()));
            }
            if (text.length() > 10 && text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")) {
                String colon = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
                OffsetDateTime time = OffsetDateTime.parse(colon);
                return Optional.of(new Moment(time.toLocalDate(), Optional.of(time.toInstant())));
            }
            if (text.length() > 10) {
                return Optional.of(new Moment(LocalDateTime.parse(text).toLocalDate(), Optional.empty()));
            }
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The days that visible words name: {@code December 27, 2021}, {@code 27. Dezember 2021}, {@code 2021-12-27}. */
    static List<Moment> read(String text, Lexicon lexicon) {
        List<Moment> out = new ArrayList<>();
        iso(text).ifPresent(out::add);
        List<Token> tokens = Tokenizer.tokens(text.length() > 400 ? text.substring(0, 400) : text).stream()
                .filter(token -> token.kind() != Token.Kind.PUNCTUATION)
                .toList();
        for (int i = 0; i < tokens.size(); i++) {
            int year = number(tokens, i, 4);
            if (year < 1500) {
                continue;
            }
            day(lexicon, tokens, i - 2, i - 1, year).or(() -> Optional.empty()).ifPresent(out::add);
            numeric(tokens, i, year).ifPresent(out::add);
        }
        return out;
    }

    private static Optional<Moment> day(Lexicon lexicon, List<Token> tokens, int first, int second, int year) {
        for (int[] order : new int[][] {{first, second}, {second, first}, {first - 1, second}, {first, second + 2}}) {
            int month = month(lexicon, tokens, order[0]);
            int day = number(tokens, order[1], 2);
            if (month > 0 && day > 0) {
                return of(year, month, day);
            }
        }
        return Optional.empty();
    }

    /** {@code 2021-12-27}, {@code 27.12.2021} and, the first part over twelve or not, {@code 27/12/2021}, {@code 12/27/2021}. */
    private static Optional<Moment> numeric(List<Token> tokens, int i, int year) {
        int after = number(tokens, i + 1, 2);
        int afterNext = number(tokens, i + 2, 2);
        if (after > 0 && afterNext > 0) {
            return of(year, after, afterNext);
        }
        int before = number(tokens, i - 1, 2);
        int beforeLast = number(tokens, i - 2, 2);
        if (before > 0 && beforeLast > 0) {
            return before > 12 ? of(year, beforeLast, before) : of(year, before, beforeLast);
        }
        return Optional.empty();
    }

    private static Optional<Moment> of(int year, int month, int day) {
        try {
            return Optional.of(new Moment(LocalDate.of(year, month, day), Optional.empty()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int month(Lexicon lexicon, List<Token> tokens, int index) {
        if (index < 0 || index >= tokens.size() || !tokens.get(index).isWord()) {
            return -1;
        }
        return lexicon.month(tokens.get(index).folded()).map(Integer::parseInt).orElse(-1);
    }

    private static int number(List<Token> tokens, int index, int most) {
        if (index < 0 || index >= tokens.size() || tokens.get(index).kind() != Token.Kind.NUMBER) {
            return -1;
        }
        String text = tokens.get(index).folded();
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean fits = end > 0 && end <= most && (text.length() == end || (most == 2 && text.length() - end == 2));
        return fits ? Integer.parseInt(text.substring(0, end)) : -1;
    }
}
