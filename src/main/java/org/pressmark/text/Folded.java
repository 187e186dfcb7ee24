package org.pressmark.text;

import java.util.Locale;

/**
 * A text folded to what two copies of it share: Unicode NFC; straight quotation marks; one hyphen for every dash; three
 * dots for an ellipsis; one plain space for every run of white space, none at the ends; no invisible characters; ligatures
 * and full-width forms opened; mojibake repaired where the byte round trip is valid; literal and doubly escaped character
 * references resolved. Letter case is kept ({@link #caseFold} drops it). Every folded character knows the stretch of the
 * original that it stands for, so that what is found in the fold is shown in original characters.
 *
 * <p>Example: {@code “So…” she said} gives {@code "So..." she said}.
 */
public final class Folded {
    private static final int[] NOTHING = {};

    private final String original;
    private final String text;
    private final String marks;
    private final int length;

    /** Where each folded character begins in the original; empty where the fold changed nothing. */
    private final int[] starts;

    private final int[] ends;

    /** A text that is its own fold: most lines of ASCII. */
    private Folded(String original) {
        this.original = original;
        this.text = original;
        this.marks = original;
        this.length = original.length();
        this.starts = NOTHING;
        this.ends = NOTHING;
    }

    private Folded(String original, FoldBuffer buffer, String marks) {
        this.original = original;
        this.text = buffer.text();
        this.marks = marks;
        this.starts = buffer.startsArray();
        this.ends = buffer.endsArray();
        this.length = text.length();
    }

    /** Folds a text of any length; time and memory grow linearly. */
    public static Folded of(String original) {
        if (unchanged(original)) {
            return new Folded(original);
        }
        FoldBuffer buffer = FoldBuffer.of(original);
        if (!plain(original)) {
            buffer = Composition.compose(Invisible.drop(Mojibake.repair(Entities.resolve(buffer))));
        }
        StringBuilder marks = new StringBuilder(buffer.length());
        return new Folded(original, CharacterFold.fold(buffer, marks), marks.toString());
    }

    /** The folded text alone. */
    public static String fold(String original) {
        return of(original).text();
    }

    /** Folded and without letter case, for look-ups: {@code “ÉTÉ”} gives {@code "été"}. */
    public static String caseFold(String original) {
        return lower(wordOnly(original) ? original : of(original).text());
    }

    /** Letters and digits of ASCII: nothing to fold, and by far the most of what is looked up. */
    private static boolean wordOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** Lower case by Unicode's own rules, in no country's way. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public String original() {
        return original;
    }

    public String text() {
        return text;
    }

    /**
     * As long as {@link #text()}: each folded character as it stood after repair and before the fold of its shape, e.g.
     * {@code “} where the text has {@code "}. Tells opening from closing marks and the en dash from the hyphen.
     */
    public String marks() {
        return marks;
    }

    /** Where in the original a folded position begins; the original's length for the end of the text. */
    public int originalStart(int position) {
        return position >= length ? original.length() : starts.length == 0 ? position : starts[position];
    }

    /** Where in the original the folded stretch that ends at this position ends. */
    public int originalEnd(int position) {
        return position <= 0 ? 0 : ends.length == 0 ? position : ends[position - 1];
    }

    /** The stretch of the original for a stretch of the fold; empty stretches stay empty. */
    public TextRange originalRange(int start, int end) {
        int from = originalStart(start);
        return new TextRange(from, start >= end ? from : Math.max(from, originalEnd(end)));
    }

    /** The original characters of a folded stretch. */
    public String originalText(int start, int end) {
        return originalRange(start, end).in(original);
    }

    /** The first folded position that stands at or after a position of the original. */
    public int foldedPosition(int originalPosition) {
        if (starts.length == 0) {
            return Math.min(length, originalPosition);
        }
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > originalPosition) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean unchanged(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = c == before && (c == ' ' || c == '\'' || c == '-');
            if (c < 32 || c >= 0x7F || c == '&' || c == '`' || twice) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || c == '&' || c < 32 && c != '\n' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
