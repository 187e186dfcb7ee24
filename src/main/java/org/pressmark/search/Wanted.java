package org.pressmark.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is looked for.
 *
 * @param words words that must all be there, in any order; in quotes a phrase; {@code demand*} the beginning of a word;
 *     {@code -word} a word that must not be there. Letter case counts for nothing, accents only where they are written.
 *     Empty text: every text
 * @param titleOnly whether they must stand in the headline
 * @param site a host; those below it are meant too
 * @param address what the key of a page's address must begin with
 * @param from only texts that were there at this time or later
 * @param to only texts that were there before this time
 * @param newestFirst whether the order is that of time, and not that of what answers best
 */
public record Wanted(
        String words,
        boolean titleOnly,
        Optional<String> site,
        Optional<String> address,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean newestFirst) {
    private static final int MOST = 64;

    public Wanted {
        Objects.requireNonNull(site);
        Objects.requireNonNull(address);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** Whether something was typed, and nothing of it is a word. */
    public boolean wordless() {
        return !words.isBlank()
                && parts().stream()
                        .allMatch(part -> WordForms.words(part.text()).isEmpty());
    }

    /**
     * A word or phrase of it.
     *
     * @param text as written, without its marks
     * @param beginning whether a word may go on behind it
     * @param not whether it must not be there
     */
    record Part(String text, boolean beginning, boolean not) {}

    /** The words and phrases, in order; what is beyond the first {@value #MOST} is left out. */
    List<Part> parts() {
        List<Part> out = new ArrayList<>();
        int i = 0;
        while (i < words.length() && out.size() < MOST) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                i++;
                continue;
            }
            boolean not =
                    (c == '-' || c == '−') && i + 1 < words.length() && !Character.isWhitespace(words.charAt(i + 1));
            int start = not ? i + 1 : i;
            boolean quoted = "\"“„«»”".indexOf(words.charAt(start)) >= 0;
            int end = quoted ? closing(start + 1) : blank(start);
            String text = words.substring(quoted ? start + 1 : start, end);
            boolean beginning = !quoted && text.endsWith("*") && text.length() > 1;
            out.add(new Part(beginning ? text.substring(0, text.length() - 1) : text, beginning, not));
            i = quoted ? end + 1 : end;
        }
        return out;
    }

    private int closing(int from) {
        int i = from;
        while (i < words.length() && "\"”“»«".indexOf(words.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int blank(int from) {
        int i = from;
        while (i < words.length() && !Character.isWhitespace(words.charAt(i)) && words.charAt(i) != '"') {
            i++;
        }
        return i;
    }
}
