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
            "cs", "hu", "ro", "el");

    private final Set<String> entries;
    private final Map<Integer, Set<String>> byLength = new HashMap<>();

    private Words(Set<String> entries) {
        this.entries = entries;
        for (String entry : entries) {
            byLength.computeIfAbsent(entry.length(), length -> new LinkedHashSet<>())
                    .add(entry);
        }
    }

    static Words load(String name) {
        return new Words(new LinkedHashSet<>(lines(name)));
    }

    /** The entries as they stand, language after language. */
    static List<String> lines(String name) {
        List<String> out = new ArrayList<>();
        for (String language : LANGUAGES) {
            try (InputStream in =
                    Words.class.getResourceAsStream("/config/words/" + language + "/extract-" + name + ".txt")) {
                if (in == null) {
                    continue;
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
        }
        return List.copyOf(out);
    }

    /** True where the whole text, letter case and outer punctuation apart, is an entry. */
    boolean is(String text) {
        return text.length() < 120 && entries.contains(trim(Text.lower(text)));
    }

    /** How many characters of the text its opening entry takes, 0 where it opens with none; whole words only. */
    int opens(String text) {
        String lower = Text.lower(text.substring(0, Math.min(text.length(), 100)));
        int best = 0;
        for (Map.Entry<Integer, Set<String>> group : byLength.entrySet()) {
            int length = group.getKey();
            if (length > best
                    && length <= lower.length()
                    && group.getValue().contains(lower.substring(0, length))
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
        return find(text) >= 0;
    }

    /** Where the first entry that stands in the text does so; −1 where none does. */
    int find(String text) {
        String lower = Text.lower(text);
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
