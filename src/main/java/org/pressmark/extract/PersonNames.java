package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pressmark.text.Agencies;

/** Takes a byline apart into names. */
final class PersonNames {
    private static final Set<String> AND =
            Set.of("and", "und", "et", "y", "e", "en", "и", "i", "ve", "og", "och", "та", "with", "mit", "avec");

    /** Small words after which a byline speaks of something else: place, date, section. */
    private static final Set<String> STOP =
            Set.of("in", "on", "am", "at", "um", "from", "aus", "für", "for", "à", "il", "auf", "·", "vor", "ago");

    /** For whom somebody writes: no name of the author, and nothing behind it is. */
    private static final Pattern BEHALF = Pattern.compile(
            "\\s+(?:(?:for and )?on behalf of|im Namen|im Auftrag|au nom d|en nombre d|in nome d|em nome d|namens)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 1_000;

    private PersonNames() {}

    /** True for {@code Jane Roe on behalf of the Release Team}. */
    static boolean onBehalf(String line) {
        return line.length() < LONGEST && BEHALF.matcher(line).find();
    }

    /** One name each; opening words such as "By", job titles and empty parts dropped. */
    static List<String> split(String line) {
        String text = withoutBrackets(Text.tidy(line.length() > LONGEST ? line.substring(0, LONGEST) : line));
        text = withoutOpening(BEHALF.matcher(text).replaceFirst(""));
        List<String> out = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : text.split("(?<=[,;|/&•·⋅\n])|(?=[,;|/&•·⋅\n])| ", -1)) {
            boolean mark = word.length() == 1 && ",;|/&•·⋅\n".indexOf(word.charAt(0)) >= 0;
            if (mark || AND.contains(word.toLowerCase(Locale.ROOT)) && part.length() > 0) {
                add(out, part);
            } else if (STOP.contains(word) && part.length() > 0) {
                add(out, part);
                return out;
            } else if (!word.isEmpty()) {
                part.append(part.length() == 0 ? "" : " ").append(word);
            }
        }
        add(out, part);
        return out;
    }

    /** True for what opens with a small word after which no name comes: {@code in Politics}. */
    static boolean stops(String name) {
        int space = name.indexOf(' ');
        return space > 0 && STOP.contains(name.substring(0, space));
    }

    /** True where a longer word in small letters stands among capitals, or no word has more than two letters. */
    static boolean phrase(String name) {
        boolean capital = false;
        boolean small = false;
        boolean longer = false;
        for (String word : name.split(" ", -1)) {
            boolean upper = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
            capital |= upper;
            small |= word.length() > 4
                    && Character.isLowerCase(word.charAt(0))
                    && word.indexOf('\'') < 0
                    && word.indexOf('’') < 0;
            longer |= word.length() > 2 || !upper;
        }
        return capital && small || !longer && name.indexOf(' ') > 0;
    }

    /** True for two to six words, the first in capitals: what a bare name looks like. */
    static boolean plain(String text) {
        int words = Text.words(text);
        return words >= 2 && words <= 6 && capital(text.strip().charAt(0)) && !Text.endsSentence(text.strip());
    }

    /** True for a letter that is no small one; many scripts have but one kind. */
    private static boolean capital(char c) {
        return Character.isLetter(c) && !Character.isLowerCase(c);
    }

    /** True for two to five words that all begin with a capital, small particles apart: surely a name. */
    static boolean capitals(String text) {
        String[] words = text.strip().split(" ", -1);
        int capitals = 0;
        for (String word : words) {
            if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
                return false;
            }
            boolean capital = Character.isUpperCase(word.charAt(0));
            capitals += capital ? 1 : 0;
            if (!capital && word.length() > 4) {
                return false;
            }
        }
        return words.length >= 2 && words.length <= 5 && capitals >= 2;
    }

    private static void add(List<String> out, StringBuilder part) {
        String name = withoutOpening(part.toString().strip());
        part.setLength(0);
        name = name.replaceAll("^[-–—:.\\s(]+|[-–—:\\s)(]+$", "");
        if (name.isEmpty() || Lexicon.JOB.is(name) || Lexicon.BYLINE.is(name)) {
            return;
        }
        int taken = Lexicon.JOB.opens(name);
        if (taken > 0 && taken < name.length() && !out.isEmpty()) {
            return;
        }
        if (!out.isEmpty() && Lexicon.JOB.in(name)) {
            return;
        }
        name = withoutJob(name);
        if (!name.contains(" ") && name.chars().noneMatch(Character::isLetter)) {
            return;
        }
        out.add(name);
    }

    /** {@code Jane Roe Chief Reporter}, {@code Jane Roe Associated Press}: a job or an agency behind two words or more. */
    private static String withoutJob(String name) {
        for (int at = name.indexOf(' ', name.indexOf(' ') + 1); at > 0; at = name.indexOf(' ', at + 1)) {
            String rest = name.substring(at + 1);
            if (Lexicon.JOB.is(rest) || Agencies.all().canonical(rest).isPresent()) {
                return name.substring(0, at).strip();
            }
        }
        return name;
    }

    /** {@code Jane Roe (jro)}: short marks and roles in brackets are no part of a name. */
    private static String withoutBrackets(String text) {
        int open = text.indexOf('(');
        int close = text.indexOf(')', open);
        return open > 2 && close > open ? withoutBrackets(text.substring(0, open) + text.substring(close + 1)) : text;
    }

    /** Mark-up without a gap glues the opening word to the name: {@code byJane Roe}. */
    private static String unglued(String text) {
        for (int i = 2; i < Math.min(text.length(), 40); i++) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                return Lexicon.BYLINE.is(text.substring(0, i)) ? text.substring(i) : text;
            }
        }
        return text;
    }

    private static String withoutOpening(String text) {
        String rest = unglued(text);
        for (int i = 0; i < 3; i++) {
            int taken = Lexicon.BYLINE.opens(rest);
            if (taken == 0 || taken >= rest.length()) {
                return rest;
            }
            char next = rest.charAt(taken);
            if (next != ' ' && next != ':' && next != '.' && next != '：' && next != '/' && next != '丨') {
                return rest;
            }
            rest = rest.substring(taken).replaceAll("^[\\s:.：/丨]+", "");
        }
        return rest;
    }
}
