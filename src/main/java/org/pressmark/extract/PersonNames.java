package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes a byline apart into names. */
final class PersonNames {
    private static final Set<String> AND =
            Set.of("and", "und", "et", "y", "e", "en", "и", "i", "ve", "og", "och", "та", "with", "mit");

    private PersonNames() {}

    /** One name each; opening words such as "By", job titles and empty parts dropped. */
    static List<String> split(String line) {
        String text = Text.tidy(line);
        text = withoutOpening(text);
        List<String> out = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : text.split("(?<=[,;|/&•·\n])|(?=[,;|/&•·\n])| ", -1)) {
            boolean mark = word.length() == 1 && ",;|/&•·\n".indexOf(word.charAt(0)) >= 0;
            if (mark || AND.contains(word.toLowerCase(Locale.ROOT)) && part.length() > 0) {
                add(out, part);
            } else if (!word.isEmpty()) {
                part.append(part.length() == 0 ? "" : " ").append(word);
            }
        }
        add(out, part);
        return out;
    }

    /** True for two to six words, the first in capitals: what a bare name looks like. */
    static boolean plain(String text) {
        int words = Text.words(text);
        return words >= 2
                && words <= 6
                && Character.isUpperCase(text.strip().charAt(0))
                && !Text.endsSentence(text.strip());
    }

    private static void add(List<String> out, StringBuilder part) {
        String name = withoutOpening(part.toString().strip());
        part.setLength(0);
        name = name.replaceAll("^[-–—:.\\s(]+|[-–—:\\s)(]+$", "");
        if (name.isEmpty() || Lexicon.JOB.is(name)) {
            return;
        }
        int taken = Lexicon.JOB.opens(name);
        if (taken > 0 && taken < name.length() && !out.isEmpty()) {
            return;
        }
        if (!name.contains(" ") && name.chars().noneMatch(Character::isLetter)) {
            return;
        }
        out.add(name);
    }

    private static String withoutOpening(String text) {
        String rest = text;
        for (int i = 0; i < 3; i++) {
            int taken = Lexicon.BYLINE.opens(rest);
            if (taken == 0 || taken >= rest.length()) {
                return rest;
            }
            char next = rest.charAt(taken);
            if (next != ' ' && next != ':' && next != '：' && next != '/' && next != '丨') {
                return rest;
            }
            rest = rest.substring(taken).replaceAll("^[\\s:：/丨]+", "");
        }
        return rest;
    }
}
