package org.pressmark.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.extract.Months.Month;

/** Finds dates in the words of many languages, and gives them as ISO 8601. One pass, no regular expressions. */
final class Dates {
    private static final Set<String> FILLERS =
            Set.of("de", "del", "of", "d", "di", "den", "the", "г", "р", "року", "года", "št", "do", "el", "le");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "o", "º", "ème", "a", "ª");
    private static final Set<String> MONTH_FIRST = Set.of("en-us", "en", "en-ph", "");
    private static final int LONGEST = 600;

    /** A date within a text. */
    record Found(String iso, int start, int end) {}

    /** A word or a number; {@code number} is −1 for a word. */
    record Bit(String text, int start, int end, int number) {
        boolean digits() {
            return number >= 0;
        }
    }

    private Dates() {}

    /**
     * The first date in a text, with the time of day that follows it.
     *
     * @param language BCP 47 tag; decides whether 1/2/2020 is January or February
     */
    static Optional<Found> find(String text, String language) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (!counts(head)) {
            return Optional.empty();
        }
        List<Bit> bits = Eras.resolved(bits(head));
        for (int i = 0; i < bits.size(); i++) {
            Optional<Found> found = at(head, bits, i, language);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** True where a short line says little beyond a date, or is called a date and says one in its own way. */
    static boolean mostly(String text, boolean named) {
        Optional<Found> found = find(text, "");
        if (found.isEmpty()) {
            return named && text.length() < 60 && text.chars().anyMatch(Character::isDigit) && Text.words(text) <= 8;
        }
        String rest = text.substring(0, found.get().start()) + " "
                + text.substring(found.get().end());
        int words = 0;
        for (Bit bit : bits(rest)) {
            if (!bit.digits() && bit.text().length() > 1) {
                words++;
            }
        }
        return words <= (named ? 6 : 3) && !Text.endsSentence(Text.tidy(rest).replace(":", ""));
    }

    /** True where a text is a day and a month, in either order, and next to nothing else: {@code 12 July}, {@code 3 мая}. */
    static boolean day(String text) {
        if (text.length() > 30) {
            return false;
        }
        boolean day = false;
        boolean month = false;
        int others = 0;
        for (Bit bit : bits(text)) {
            if (bit.digits()) {
                day |= bit.number() >= 1 && bit.number() <= 31;
                others += bit.number() > 31 && !year(bit) ? 1 : 0;
            } else if (Months.named(bit.text()) != null) {
                month = true;
            } else if (!FILLERS.contains(bit.text()) && !ORDINALS.contains(bit.text())) {
                others++;
            }
        }
        return day && month && others == 0;
    }

    static List<Bit> bits(String text) {
        List<Bit> out = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int from = i;
            if (Character.isDigit(c)) {
                StringBuilder digits = new StringBuilder();
                while (i < text.length() && Character.isDigit(text.charAt(i))) {
                    digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
                    i++;
                }
                String plain = digits.toString();
                out.add(new Bit(plain, from, i, plain.length() > 4 ? 99_999 : Integer.parseInt(plain)));
            } else if (Character.isLetter(c) || mark(c)) {
                boolean wide = c >= 0x2E80;
                while (i < text.length()
                        && (Character.isLetter(text.charAt(i)) || mark(text.charAt(i)) || unseen(text.charAt(i)))
                        && (!wide || i == from)) {
                    i++;
                }
                out.add(new Bit(Text.lower(seen(text.substring(from, i))), from, i, -1));
            } else {
                i++;
            }
        }
        return out;
    }

    /** A date has two numbers at least, a day and a year: most texts are done with here. */
    private static boolean counts(String text) {
        int numbers = 0;
        boolean inside = false;
        for (int i = 0; i < text.length() && numbers < 2; i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            numbers += digit && !inside ? 1 : 0;
            inside = digit;
        }
        return numbers == 2;
    }

    /** Soft hyphens and joiners, which break a word for the printer and not for the reader. */
    private static boolean unseen(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static String seen(String word) {
        int i = 0;
        while (i < word.length() && !unseen(word.charAt(i))) {
            i++;
        }
        if (i == word.length()) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length());
        word.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean mark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static Optional<Found> at(String text, List<Bit> bits, int i, String language) {
        Bit first = bits.get(i);
        if (first.digits()) {
            if (i + 2 < bits.size()) {
                Optional<Found> found = yearFirst(text, bits, i, language);
                if (found.isPresent()) {
                    return found;
                }
            }
            Optional<Found> numeric = numeric(text, bits, i, language);
            return numeric.isPresent() ? numeric : dayFirst(text, bits, i);
        }
        return monthFirst(text, bits, i);
    }

    private static boolean year(Bit bit) {
        return bit.text().length() == 4 && Months.common(bit.number());
    }

    private static boolean year(Bit bit, Month month) {
        return bit.text().length() == 4 && month.year(bit.number());
    }

    private static Optional<Found> yearFirst(String text, List<Bit> bits, int i, String language) {
        Bit year = bits.get(i);
        boolean persian = year.text().length() == 4 && Months.persian(year.number()) && language.startsWith("fa");
        if (!year(year) && !persian) {
            return Optional.empty();
        }
        int k = i + 1;
        if (!bits.get(k).digits() && "年년".contains(bits.get(k).text())) {
            k++;
        }
        if (k + 1 >= bits.size()) {
            return Optional.empty();
        }
        Bit month = bits.get(k);
        int atDay = k + 1;
        Month named = month.digits() ? null : Months.named(month.text());
        if (named != null && bits.get(k + 1).digits()) {
            return named.day(year.number(), bits.get(k + 1).number())
                    .map(day -> made(text, bits, day, year.start(), atDay));
        }
        if (!month.digits() || month.start() - year.end() > 3) {
            return Optional.empty();
        }
        k++;
        if (!bits.get(k).digits() && "月월".contains(bits.get(k).text())) {
            k++;
        }
        if (k >= bits.size() || !bits.get(k).digits() || bits.get(k).start() - month.end() > 3) {
            return Optional.empty();
        }
        int end = k;
        int day = bits.get(k).number();
        return (persian
                        ? Months.ofPersian(year.number(), month.number(), day)
                        : Months.of(year.number(), month.number(), day))
                .map(date -> made(text, bits, date, year.start(), end));
    }

    private static Optional<Found> numeric(String text, List<Bit> bits, int i, String language) {
        if (i + 2 >= bits.size()) {
            return Optional.empty();
        }
        Bit a = bits.get(i);
        Bit b = bits.get(i + 1);
        Bit c = bits.get(i + 2);
        if (!b.digits() || !c.digits() || a.text().length() > 2 || b.text().length() > 2) {
            return Optional.empty();
        }
        String gap = text.substring(a.end(), b.start()).strip();
        String gap2 = text.substring(b.end(), c.start()).strip();
        if (!gap.equals(gap2) || gap.length() != 1 || "./-".indexOf(gap.charAt(0)) < 0) {
            return Optional.empty();
        }
        boolean shortYear = c.text().length() == 2 && c.number() <= 40 && gap.equals(".");
        if (!year(c) && !shortYear) {
            return Optional.empty();
        }
        int year = shortYear ? 2000 + c.number() : c.number();
        boolean monthFirst =
                !gap.equals(".") && MONTH_FIRST.contains(Text.lower(language)) && a.number() <= 12 || b.number() > 12;
        return (monthFirst ? Months.of(year, a.number(), b.number()) : Months.of(year, b.number(), a.number()))
                .map(date -> made(text, bits, date, a.start(), i + 2));
    }

    private static Optional<Found> dayFirst(String text, List<Bit> bits, int i) {
        Bit day = bits.get(i);
        if (day.number() < 1 || day.number() > 31) {
            return Optional.empty();
        }
        int k = i + 1;
        while (k < bits.size()
                && k < i + 3
                && !bits.get(k).digits()
                && (ORDINALS.contains(bits.get(k).text())
                        || FILLERS.contains(bits.get(k).text()))) {
            k++;
        }
        if (k >= bits.size() || bits.get(k).digits() || bits.get(k).start() - day.end() > 8) {
            return Optional.empty();
        }
        Month month = k + 1 < bits.size()
                ? Months.named(bits.get(k).text() + " " + bits.get(k + 1).text())
                : null;
        k = month == null ? k : k + 1;
        month = month == null ? Months.named(bits.get(k).text()) : month;
        if (month == null) {
            return Optional.empty();
        }
        k++;
        while (k < bits.size()
                && !bits.get(k).digits()
                && FILLERS.contains(bits.get(k).text())) {
            k++;
        }
        if (k >= bits.size() || !year(bits.get(k), month) || bits.get(k).start() - day.end() > 40) {
            return Optional.empty();
        }
        int end = k;
        return month.day(bits.get(k).number(), day.number()).map(date -> made(text, bits, date, day.start(), end));
    }

    private static Optional<Found> monthFirst(String text, List<Bit> bits, int i) {
        Month month = Months.named(bits.get(i).text());
        if (month == null || i + 2 >= bits.size()) {
            return Optional.empty();
        }
        Bit day = bits.get(i + 1);
        int k = i + 2;
        if (!day.digits()
                || day.number() > 31
                || day.number() < 1
                || day.start() - bits.get(i).end() > 3) {
            return Optional.empty();
        }
        while (k < bits.size()
                && !bits.get(k).digits()
                && (ORDINALS.contains(bits.get(k).text())
                        || FILLERS.contains(bits.get(k).text()))) {
            k++;
        }
        if (k >= bits.size() || !year(bits.get(k), month) || bits.get(k).start() - day.end() > 8) {
            return Optional.empty();
        }
        int end = k;
        int start = bits.get(i).start();
        return month.day(bits.get(k).number(), day.number()).map(date -> made(text, bits, date, start, end));
    }

    private static Found made(String text, List<Bit> bits, LocalDate day, int start, int last) {
        String date = day.toString();
        int end = bits.get(last).end();
        for (int k = last + 1; k + 1 < bits.size() && k < last + 5; k++) {
            Bit hour = bits.get(k);
            Bit minute = bits.get(k + 1);
            if (hour.digits()
                    && minute.digits()
                    && hour.number() < 24
                    && minute.number() < 60
                    && minute.text().length() == 2
                    && minute.start() - hour.end() == 1
                    && ":.h".indexOf(text.charAt(hour.end())) >= 0
                    && !furtherDate(text, minute.end())) {
                int shift = 0;
                int stop = minute.end();
                if (k + 2 < bits.size() && bits.get(k + 2).start() - minute.end() <= 2) {
                    String half = bits.get(k + 2).text();
                    shift = half.equals("pm") || half.equals("p")
                            ? hour.number() % 12 + 12 - hour.number()
                            : half.equals("am") || half.equals("a") ? hour.number() % 12 - hour.number() : 0;
                    stop = half.equals("pm") || half.equals("am")
                            ? bits.get(k + 2).end()
                            : stop;
                }
                return new Found(date + "T" + two(hour.number() + shift) + ":" + minute.text(), start, stop);
            }
        }
        return new Found(date, start, end);
    }

    /** True before {@code .2025}: what looked like hour and minute are the day and month of another date. */
    private static boolean furtherDate(String text, int at) {
        return at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
