package org.pressmark.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of all languages for one purpose, from {@code config/words/<language>/extract-<name>.txt}. All languages
 * together, because a page's stated language is often wrong and its quotations are in others.
 */
final class Words {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "ru", "uk", "pl", "nl", "tr", "ar", "zh", "ja", "sv", "da", "no", "fi",
            "cs", "hu", "ro", "el", "ko", "hi", "fa", "he", "id", "vi", "th");

    private final Set<String> entries;
    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private final int longest;

    private Words(Set<String> entries) {
        this.entries = entries;
        for (String entry : entries) {
            byFirst.computeIfAbsent(entry.charAt(0), first -> new ArrayList<>()).add(entry);
        }
        longest = entries.stream().mapToInt(String::length).max().orElse(0);
    }

    static Words load(String name) {
        return new Words(new LinkedHashSet<>(lines(name)));
    }

    /** The entries as they stand, language after language. */
    static List<String> lines(String name) {
        List<String> out = new ArrayList<>();
        LANGUAGES.forEach(language -> out.addAll(read(language, "extract-" + name)));
        return List.copyOf(out);
    }

    /** The commonest words of one language; none where the project has no list. */
    static Set<String> common(String language) {
        return Set.copyOf(read(language, "common"));
    }

    private static List<String> read(String language, String name) {
        List<String> out = new ArrayList<>();
        try (InputStream in = Words.class.getResourceAsStream("/config/words/" + language + "/" + name + ".txt")) {
            if (in == null) {
                return List.of();
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    out.add(Text.lower(line.strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the words " + name + " for " + language + " cannot be read", e);
        }
        return out;
    }

    /** True where the whole text, letter case and outer punctuation apart, is an entry. */
    boolean is(String text) {
        return text.length() < 120 && entries.contains(trim(folded(text)));
    }

    /** How many characters of the text its opening entry takes, 0 where it opens with none; whole words only. */
    int opens(String text) {
        if (text.isEmpty() || !byFirst.containsKey(Character.toLowerCase(text.charAt(0)))) {
            return 0;
        }
        String lower = folded(text.substring(0, Math.min(text.length(), longest + 1)));
        int best = 0;
        for (String entry : byFirst.getOrDefault(lower.charAt(0), List.of())) {
            int length = entry.length();
            if (length > best
                    && lower.startsWith(entry)
                    && (length == lower.length()
                            || !Character.isLetterOrDigit(lower.charAt(length))
                            || lower.charAt(0) >= 0x2E80)) {
                best = length;
            }
        }
        return best;
    }

    /** True where any entry stands anywhere in the text, which should be short. */
    boolean in(String text) {
        String lower = Text.lower(text);
        for (int i = 0; i < lower.length(); i++) {
            char first = lower.charAt(i);
            boolean begins = i == 0 || first >= 0x2E80 || !Character.isLetter(lower.charAt(i - 1));
            if (begins && stands(lower, i, first)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(String lower, int at, char first) {
        for (String entry : byFirst.getOrDefault(first, List.of())) {
            int end = at + entry.length();
            if (lower.startsWith(entry, at)
                    && (end == lower.length() || first >= 0x2E80 || !Character.isLetter(lower.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** Where the first entry that stands in the text does so; −1 where none does. */
    int find(String text) {
        String lower = folded(text);
        for (String entry : entries) {
            int at = lower.indexOf(entry);
            if (at >= 0
                    && (at == 0 || !Character.isLetter(lower.charAt(at - 1)) || entry.charAt(0) >= 0x2E80)
                    && (at + entry.length() == lower.length()
                            || !Character.isLetter(lower.charAt(at + entry.length()))
                            || entry.charAt(0) >= 0x2E80)) {
                return at;
            }
        }
        return -1;
    }

    /** In lower case, and every no-break space a space: pages put them between the words of bylines and names. */
    private static String folded(String text) {
        return Text.lower(text).replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
