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
    /** How far before a year its month is looked for: small words may stand between. */
    private static final int REACH = 4;

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
        List<Token> tokens = new ArrayList<>();
        for (Token token : Tokenizer.tokens(text.length() > 400 ? text.substring(0, 400) : text)) {
            parts(token, tokens);
        }
        for (int i = 0; i < tokens.size(); i++) {
            int year = number(tokens, i, 4);
            if (year >= 1500 && year < 2200) {
                named(lexicon, tokens, i, year).ifPresent(out::add);
                numeric(tokens, i, year, out);
            }
        }
        return out;
    }

    /** Words and numbers; {@code 27.12.2021} is three of them. */
    private static void parts(Token token, List<Token> out) {
        if (token.kind() != Token.Kind.NUMBER || !token.folded().matches("\\d{1,4}([.,]\\d{1,4}){2}")) {
            if (token.kind() != Token.Kind.PUNCTUATION) {
                out.add(token);
            }
            return;
        }
        for (String part : token.folded().split("[.,]", -1)) {
            out.add(new Token(Token.Kind.NUMBER, part, token.start(), token.end()));
        }
    }

    /** The month's name nearest before the year, and the day beside it: {@code 27 de diciembre de 2021}. */
    private static Optional<Moment> named(Lexicon lexicon, List<Token> tokens, int year, int value) {
        for (int m = year - 1; m >= Math.max(0, year - REACH); m--) {
            int month = month(lexicon, tokens, m);
            if (month > 0) {
                for (int d : new int[] {m - 1, m + 1, m - 2}) {
                    int day = d == year ? -1 : number(tokens, d, 2);
                    if (day > 0) {
                        return of(value, month, day);
                    }
                }
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** {@code 2021-12-27}, {@code 27.12.2021}, {@code 27/12/2021}, {@code 12/27/2021}; both days where either may be meant. */
    private static void numeric(List<Token> tokens, int i, int year, List<Moment> out) {
        int after = number(tokens, i + 1, 2);
        int afterNext = number(tokens, i + 2, 2);
        int before = number(tokens, i - 1, 2);
        int beforeLast = number(tokens, i - 2, 2);
        if (before > 0 && beforeLast > 0) {
            of(year, before, beforeLast).ifPresent(out::add);
            of(year, beforeLast, before).ifPresent(out::add);
        } else if (after > 0 && afterNext > 0) {
            of(year, after, afterNext).ifPresent(out::add);
        }
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
