package org.pressmark.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes character references, named and numeric (HTML standard, "Character reference state" and the states after it). */
final class CharacterReferences {
    private static final int LONGEST_NAME = 32;
    /** What 0x80–0x9F mean as numeric references: windows-1252; NUL where it has nothing there. */
    private static final String WINDOWS_1252 =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private final String text;
    private final int to;
    private final boolean inAttribute;
    private final StringBuilder out;
    private final int[] places;

    private CharacterReferences(String text, int from, int to, boolean inAttribute) {
        this.text = text;
        this.to = to;
        this.inAttribute = inAttribute;
        this.out = new StringBuilder(to - from);
        this.places = new int[to - from + 1];
    }

    /**
     * Decoded text and where it came from.
     *
     * @param places for each character the index of its first source character; one more at the end
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Decoded(String text, int[] places) {}

    /**
     * Decodes {@code [from, to)} of a text.
     *
     * @param inAttribute whether {@code &copy=1} keeps its ampersand, as it does in attributes
     */
    static Decoded decode(String text, int from, int to, boolean inAttribute) {
        CharacterReferences run = new CharacterReferences(text, from, to, inAttribute);
        int i = from;
        while (i < to) {
            int before = run.out.length();
            int end = text.charAt(i) == '&' ? run.reference(i) : -1;
            if (end < 0) {
                run.out.append(text.charAt(i));
                end = i + 1;
            }
            for (int k = before; k < run.out.length(); k++) {
                run.places[k] = i;
            }
            i = end;
        }
        run.places[run.out.length()] = to;
        return new Decoded(run.out.toString(), run.places);
    }

    /** Appends what the reference at {@code at} means and gives its end; −1 where there is none. */
    private int reference(int at) {
        if (at + 1 < to && text.charAt(at + 1) == '#') {
            return numeric(at + 2);
        }
        int end = at + 1;
        while (end < to && end - at <= LONGEST_NAME && Chars.alphanumeric(text.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            return -1;
        }
        if (end < to && text.charAt(end) == ';') {
            String whole = meaning(text.substring(at + 1, end + 1));
            if (whole != null) {
                out.append(whole);
                return end + 1;
            }
        }
        for (int stop = end; stop > at + 2; stop--) {
            String part = meaning(text.substring(at + 1, stop));
            if (part != null) {
                boolean goesOn = stop < to && (Chars.alphanumeric(text.charAt(stop)) || text.charAt(stop) == '=');
                if (inAttribute && goesOn) {
                    return -1;
                }
                out.append(part);
                return stop;
            }
        }
        return -1;
    }

    private int numeric(int from) {
        boolean hex = from < to && (text.charAt(from) == 'x' || text.charAt(from) == 'X');
        int start = hex ? from + 1 : from;
        int i = start;
        int value = 0;
        while (i < to) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), hex ? 16 : 10) : -1;
            if (digit < 0) {
                break;
            }
            value = Math.min(0x110000, value * (hex ? 16 : 10) + digit);
            i++;
        }
        if (i == start) {
            return -1;
        }
        if (value >= 0x80 && value < 0xA0 && WINDOWS_1252.charAt(value - 0x80) != 0) {
            value = WINDOWS_1252.charAt(value - 0x80);
        }
        boolean nothing = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
        out.appendCodePoint(nothing ? 0xFFFD : value);
        return i < to && text.charAt(i) == ';' ? i + 1 : i;
    }

    private static @Nullable String meaning(String name) {
        return switch (name) {
            case "amp;", "amp" -> "&";
            case "lt;", "lt" -> "<";
            case "gt;", "gt" -> ">";
            case "quot;", "quot" -> "\"";
            case "apos;" -> "'";
            default -> Table.NAMES.get(name);
        };
    }

    /** Loaded when a rarer name is met first. */
    private static final class Table {
        static final Map<String, String> NAMES = load();

        private static Map<String, String> load() {
            Map<String, String> names = new HashMap<>(4096);
            InputStream file = CharacterReferences.class.getResourceAsStream("character-references.txt");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] words = line.split(" ", -1);
                    if (!line.startsWith("#")) {
                        StringBuilder characters = new StringBuilder();
                        for (int i = 1; i < words.length; i++) {
                            characters.appendCodePoint(Integer.parseInt(words[i], 16));
                        }
                        names.put(words[0], characters.toString());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("expected the table of character references inside the program", e);
            }
            return names;
        }
    }
}
