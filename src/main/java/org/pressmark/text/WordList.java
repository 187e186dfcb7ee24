package org.pressmark.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words or phrases of one language that belong together: a file {@code config/words/<language>/<name>.txt} with one entry a
 * line, {@code #} for remarks. Entries are folded and in lower case; an unknown language or name gives an empty list.
 */
public final class WordList {
    /** Where the lists lie on the class path. */
    static final String ROOT = "/config/words/";

    private static final Map<String, WordList> LOADED = new ConcurrentHashMap<>();

    private static final WordList EMPTY = new WordList(List.of());

    private final List<String> entries;
    private final int longest;
    private final Set<String> set;

    private WordList(List<String> entries) {
        this.entries = List.copyOf(entries);
        this.set = Set.copyOf(entries);
        this.longest = entries.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * A list, read once.
     *
     * @param language BCP 47 tag, e.g. {@code en-GB}; only its first part counts; empty for an unknown language
     * @param name e.g. {@code negators}
     */
    public static WordList load(String language, String name) {
        String folder = Languages.primary(language);
        if (folder.isEmpty()) {
            return EMPTY;
        }
        return LOADED.computeIfAbsent(folder + "/" + name, path -> new WordList(lines(ROOT + path + ".txt")));
    }

    /** Entries in the order of the file. */
    public List<String> entries() {
        return entries;
    }

    /** Whether a word or phrase is an entry; folded and lower-cased first. */
    public boolean contains(String text) {
        return set.contains(text) || set.contains(Folded.caseFold(text));
    }

    /** The longest entry with which a text begins, a word's end behind it. */
    public Optional<String> startOf(String text) {
        int enough = 4 * longest + 16; // folding may shorten, by character references most
        return startOfFolded(Folded.caseFold(text.length() > enough ? text.substring(0, enough) : text));
    }

    /** As {@link #startOf}, for a text that is folded and in lower case already. */
    public Optional<String> startOfFolded(String folded) {
        String best = "";
        for (String entry : entries) {
            if (entry.length() > best.length() && folded.startsWith(entry) && wordEnd(folded, entry.length())) {
                best = entry;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** The first entry that stands anywhere in a text, as whole words. */
    public Optional<String> within(String text) {
        return withinFolded(Folded.caseFold(text));
    }

    /** As {@link #within}, for a text that is folded and in lower case already. */
    public Optional<String> withinFolded(String folded) {
        for (String entry : entries) {
            int at = folded.indexOf(entry);
            while (at >= 0) {
                boolean begins = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
                if (begins && wordEnd(folded, at + entry.length())) {
                    return Optional.of(entry);
                }
                at = folded.indexOf(entry, at + 1);
            }
        }
        return Optional.empty();
    }

    private static boolean wordEnd(String text, int end) {
        return end >= text.length()
                || !Character.isLetterOrDigit(text.charAt(end))
                || !Character.isLetterOrDigit(text.charAt(end - 1));
    }

    /** The lines of a list, folded and in lower case, remarks left out; none where there is no such file. */
    static List<String> lines(String resource) {
        Set<String> out = new LinkedHashSet<>();
        for (String line : rawLines(resource)) {
            out.add(Folded.caseFold(line));
        }
        return new ArrayList<>(out);
    }

    /** The lines as written, remarks and empty ones left out. */
    static List<String> rawLines(String resource) {
        List<String> out = new ArrayList<>();
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                return out;
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int remark = line.indexOf('#');
                String entry = (remark < 0 ? line : line.substring(0, remark)).strip();
                if (!entry.isEmpty()) {
                    out.add(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the word list " + resource + " of this program", e);
        }
        return out;
    }
}
