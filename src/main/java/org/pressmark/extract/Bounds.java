package org.pressmark.extract;

import java.util.List;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Cuts a document where its length or the number of its parts would cost more than an article can be worth. */
final class Bounds {
    static final int LONGEST = 5_000_000;

    /** Twice what the richest of a thousand news pages had. */
    private static final int MOST_PARTS = 40_000;

    /** Equals signs within tags: the parser compares each attribute's name with all before it. */
    private static final int MOST_ATTRIBUTES = 150_000;

    /** The parser takes quadratic time over the name of a tag. */
    private static final int LONGEST_NAME = 100_000;

    /** So many parts in a row without a character between them: no page that is to be read has them. */
    private static final int MOST_SILENT = 20_000;

    private Bounds() {}

    /**
     * The document's text, as far as it is read; a note tells of a cut.
     *
     * @param begin the character that begins a part
     */
    static String within(Source source, char begin, List<Field> notes) {
        String text = source.text();
        int parts = 0;
        int name = -1;
        int silent = 0;
        int attributes = 0;
        boolean words = begin != '<';
        int end = Math.min(source.cut() ? text.length() - 1 : text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == begin) {
                end = ++parts > MOST_PARTS || ++silent > MOST_SILENT ? i : end;
                words = begin != '<';
                name = name < 0 ? i : name;
            } else if (c == '>' || c == '/' || c <= ' ') {
                name = -1;
                words |= c == '>';
            } else if (name >= 0 && i - name > LONGEST_NAME) {
                end = name;
            } else if (words) {
                silent = 0;
            } else if (c == '=' && ++attributes > MOST_ATTRIBUTES) {
                end = i;
            }
        }
        if (end == text.length()) {
            return text;
        }
        notes.add(note("only the first " + end + " characters of a document of "
                + (source.cut() ? source.size() + " bytes" : text.length()) + " were read"
                + (silent > MOST_SILENT ? ": nothing but tags or empty lines follows for long" : "")));
        return text.substring(0, end);
    }

    static Field note(String why) {
        return new Field("cut-short", why, Place.NONE, "note.bounds");
    }
}
