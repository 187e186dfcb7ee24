package org.pressmark.extract;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a text's language by its script and, within one, by the commonest words of {@code config/words/<language>/common.txt}. */
final class LanguageGuess {
    private static final List<String> LATIN = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv", "da", "no", "fi", "cs", "hu", "ro", "id", "vi");
    private static final List<String> CYRILLIC = List.of("ru", "uk");
    private static final Map<String, Set<String>> COMMON = load();
    private static final int READ = 6_000;
    private static final int FEWEST = 20;
    /** So large a share of running text in any language is among its fifty commonest words, and in no other's. */
    private static final double SHARE = 0.12;

    private static final double LEAD = 1.1;

    private LanguageGuess() {}

    static String of(String text) {
        String head = text.length() > READ ? text.substring(0, READ) : text;
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        head.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = scripts.values().stream().mapToInt(Integer::intValue).sum();
        if (all < FEWEST) {
            return "";
        }
        int kana = count(scripts, UnicodeScript.HIRAGANA) + count(scripts, UnicodeScript.KATAKANA);
        int han = count(scripts, UnicodeScript.HAN);
        if (kana + han > all / 2) {
            return kana > all / 20 ? "ja" : "zh";
        }
        UnicodeScript most = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        return switch (most) {
            case HANGUL -> "ko";
            case GREEK -> "el";
            case HEBREW -> "he";
            case THAI -> "th";
            case DEVANAGARI -> "hi";
            case ARABIC -> head.chars().filter(c -> "پچژگ".indexOf(c) >= 0).count() > all / 100 ? "fa" : "ar";
            case CYRILLIC -> byWords(head, CYRILLIC);
            case LATIN -> byWords(head, LATIN);
            default -> "";
        };
    }

    private static int count(Map<UnicodeScript, Integer> scripts, UnicodeScript script) {
        return scripts.getOrDefault(script, 0);
    }

    private static String byWords(String text, List<String> languages) {
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        for (String word : Text.key(text).split(" ", -1)) {
            words++;
            for (String language : languages) {
                if (COMMON.getOrDefault(language, Set.of()).contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            }
        }
        String best = "";
        int most = 0;
        int second = 0;
        for (String language : languages) {
            int own = hits.getOrDefault(language, 0);
            if (own > most) {
                second = most;
                most = own;
                best = language;
            } else {
                second = Math.max(second, own);
            }
        }
        return most >= words * SHARE && most > second * LEAD ? best : "";
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> out = new HashMap<>();
        for (List<String> languages : List.of(LATIN, CYRILLIC)) {
            languages.forEach(language -> out.put(language, Words.common(language)));
        }
        return Map.copyOf(out);
    }
}
