package org.pressmark.extract;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes titles apart that were put together from headline and site name, and compares them. */
final class Titles {
    private static final List<String> SEPARATORS = List.of(
            " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ǀ ", " ∙ ", " ► ", " ❘ ", "|");

    /** Longer ones are no titles, and comparing them with every heading would cost much. */
    static final int LONGEST = 2_000;

    private Titles() {}

    /**
     * A title that a page gives itself, as keys: with the site's name and without it. Made once, compared with every heading.
     *
     * @param words those of the bare title
     */
    record Told(String full, String bare, Set<String> words) {
        static Told of(String title, String site) {
            String bare = Text.key(withoutSite(title, site));
            return new Told(Text.key(title), bare, Titles.words(bare));
        }

        /** 1 where equal to a heading's key, less where one is a part of the other or many words are common. */
        double agreement(String key, Set<String> others) {
            if (key.isEmpty()) {
                return 0;
            }
            if (key.equals(bare) || key.equals(full)) {
                return 1;
            }
            if (key.length() > 12 && full.startsWith(key)) {
                return 0.92;
            }
            if (key.length() > 12 && (full.contains(key) || bare.length() > 12 && key.contains(bare))) {
                return 0.85;
            }
            int common = 0;
            for (String word : others) {
                common += words.contains(word) ? 1 : 0;
            }
            double share = 2.0 * common / (others.size() + words.size());
            return share > 0.5 ? share * 0.8 : share * 0.4;
        }
    }

    /** The words of a key, each once. */
    static Set<String> words(String key) {
        return new HashSet<>(Arrays.asList(key.split(" ", -1)));
    }

    /** The site's name dropped from the end or the beginning. */
    static String withoutSite(String title, String site) {
        String text = Text.tidy(title);
        String siteKey = Text.key(site);
        if (siteKey.isEmpty() || text.length() > LONGEST) {
            return text;
        }
        for (String separator : SEPARATORS) {
            int at = text.lastIndexOf(separator);
            if (at > 0) {
                String head = text.substring(0, at).strip();
                String tail = text.substring(at + separator.length()).strip();
                String tailKey = Text.key(tail);
                if (tailKey.equals(siteKey) || tailKey.contains(siteKey) && Text.words(tail) <= Text.words(site) + 2) {
                    return withoutSite(head, site);
                }
                if (Text.key(head).equals(siteKey)) {
                    return tail;
                }
            }
        }
        return text;
    }

    /** For a title element where no site name is known: the longest part. */
    static String longestPart(String title) {
        String text = Text.tidy(title);
        for (String separator : SEPARATORS) {
            if (text.contains(separator)) {
                String best = "";
                for (String part : text.split(Pattern.quote(separator), -1)) {
                    best = Text.words(part) > Text.words(best) ? part.strip() : best;
                }
                return best;
            }
        }
        return text;
    }

    /** What stands between the separators, all of it where there are none. */
    static List<String> parts(String title) {
        List<String> parts = List.of(title.length() > LONGEST ? title.substring(0, LONGEST) : title);
        for (String separator : SEPARATORS) {
            parts = parts.stream()
                    .flatMap(part -> Arrays.stream(part.split(Pattern.quote(separator), -1)))
                    .toList();
        }
        return parts.stream().map(String::strip).toList();
    }

    /** Where the last words of a heading begin that have this key. */
    static int tail(String heading, String key) {
        for (int i = heading.length() - 1; i > 0; i--) {
            if (!Character.isLetterOrDigit(heading.charAt(i - 1))
                    && Text.blank(heading.charAt(i - 1))
                    && Text.key(heading.substring(i)).equals(key)) {
                return i;
            }
        }
        return 0;
    }
}
