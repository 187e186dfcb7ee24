package org.pressmark.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into sentences by rules of our own, the same on every Java: a stop, question or exclamation mark with the
 * quotation marks and brackets that close behind it ends a sentence, unless an abbreviation, an initial or a list's number
 * stands before it or a small letter follows. A line feed always ends one. Colons and semicolons never do.
 */
public final class Sentences {
    private static final String ENDS = ".!?\u3002\uff01\uff1f\u061f\u0964\u203d";
    private static final String WIDE_ENDS = "\u3002\uff01\uff1f\u0964";

    /** A bracket that takes longer to close holds no sentence together. */
    private static final int BRACKETED = 300;

    /** How far behind a stop the next word is looked for. */
    private static final int NEXT_WORD = 24;

    private final CharSequence text;
    private final CharSequence marks;
    private final WordList abbreviations;
    private final WordList starters;
    private final WordList titles;
    private int wordAt = -1;
    private int lookedTo;

    private Sentences(CharSequence text, CharSequence marks, String language) {
        this.text = text;
        this.marks = marks;
        this.abbreviations = WordList.load(language, "abbreviations");
        this.starters = WordList.load(language, "sentence-starters");
        this.titles = WordList.load(language, "titles");
    }

    /**
     * The sentences of a text, outer white space left out, offsets in the text as given.
     *
     * @param language BCP 47 tag for the list of abbreviations, may be empty
     */
    public static List<TextRange> of(String text, String language) {
        List<TextRange> out = new ArrayList<>();
        int line = 0;
        while (line <= text.length()) {
            int stop = text.indexOf('\n', line);
            stop = stop < 0 ? text.length() : stop;
            Folded folded = Folded.of(text.substring(line, stop));
            for (TextRange range : ofFolded(folded.text(), folded.marks(), language)) {
                TextRange there = folded.originalRange(range.start(), range.end());
                out.add(new TextRange(line + there.start(), line + there.end()));
            }
            line = stop + 1;
        }
        return out;
    }

    /** The sentences of a folded text, offsets in it; {@code marks} as {@link Folded#marks()}. */
    public static List<TextRange> ofFolded(CharSequence text, CharSequence marks, String language) {
        return new Sentences(text, marks, language).run();
    }

    private List<TextRange> run() {
        List<TextRange> out = new ArrayList<>();
        int start = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n') {
                add(out, start, i);
                start = ++i;
            } else if ((c == '(' || c == '[') && midSentence(start, i)) {
                i = Math.max(i + 1, bracketEnd(i));
            } else if (ENDS.indexOf(c) >= 0) {
                int end = closers(run(i));
                if (ends(start, i, end)) {
                    add(out, start, end);
                    start = end;
                }
                i = end;
            } else {
                i++;
            }
        }
        add(out, start, text.length());
        return out;
    }

    private void add(List<TextRange> out, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            out.add(new TextRange(from, to));
        }
    }

    /** Whether words of the sentence stand before a bracket; what was looked through is not looked through again. */
    private boolean midSentence(int start, int bracket) {
        if (wordAt >= start && wordAt < bracket) {
            return true;
        }
        for (int i = Math.max(start, lookedTo); i < bracket; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                wordAt = i;
                return true;
            }
        }
        lookedTo = bracket;
        return false;
    }

    /** One past the bracket that closes this one, if it does so soon; the sentence goes on behind it. */
    private int bracketEnd(int open) {
        char closing = text.charAt(open) == '(' ? ')' : ']';
        int limit = Math.min(text.length(), open + BRACKETED);
        for (int i = open + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == closing) {
                return i + 1;
            }
            if (c == '\n' || c == text.charAt(open)) {
                return -1;
            }
        }
        return -1;
    }

    private int run(int i) {
        int end = i;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** One past the quotation marks and brackets that close behind a stop. */
    private int closers(int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ')' || c == ']' || c == '}') {
                i++;
            } else if (c == '"' || c == '\'') {
                char mark = marks.charAt(i);
                boolean word = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
                if (word || "\u201e\u00ab\u2018\u201a".indexOf(mark) >= 0 && !gap(i + 1)) {
                    break;
                }
                i++;
            } else if (c == ' '
                    && i + 1 < text.length()
                    && "\u00bb\u201d".indexOf(marks.charAt(i + 1)) >= 0
                    && gap(i + 2)) {
                i += 2; // French spacing: the mark stands off by a narrow space
            } else {
                break;
            }
        }
        return i;
    }

    private boolean gap(int i) {
        return i >= text.length() || blank(text.charAt(i)) || ".,;:!?)]".indexOf(text.charAt(i)) >= 0;
    }

    private boolean ends(int start, int stop, int end) {
        if (end >= text.length() || text.charAt(end) == '\n' || WIDE_ENDS.indexOf(text.charAt(end - 1)) >= 0) {
            return true;
        }
        boolean single = text.charAt(stop) == '.' && (stop + 1 == text.length() || text.charAt(stop + 1) != '.');
        int next = end;
        if (!blank(text.charAt(end))) {
            return unspaced(stop, end);
        }
        while (next < text.length()
                && next - end < NEXT_WORD
                && !Character.isLetterOrDigit(text.charAt(next))
                && text.charAt(next) != '\n') {
            if (",;:".indexOf(text.charAt(next)) >= 0) {
                return false;
            }
            next++;
        }
        if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
            return false;
        }
        return !single || !abbreviated(start, stop, next, end > stop + 1);
    }

    /** {@code end.Next}: a space is missing, not meant. */
    private boolean unspaced(int stop, int end) {
        int next = end;
        while (next < text.length() && "\"'([".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        boolean capital = next + 1 < text.length()
                && Character.isUpperCase(text.charAt(next))
                && Character.isLowerCase(text.charAt(next + 1));
        boolean word =
                stop > 2 && Character.isLowerCase(text.charAt(stop - 1)) && Character.isLowerCase(text.charAt(stop - 2))
                        || end > stop + 1;
        return capital && word && text.charAt(stop) != '/' && !inAddress(stop);
    }

    private boolean inAddress(int stop) {
        for (int i = stop; i >= 0 && i > stop - 80 && !blank(text.charAt(i)); i--) {
            if (text.charAt(i) == '/' || text.charAt(i) == '@') {
                return true;
            }
        }
        return false;
    }

    private boolean abbreviated(int start, int stop, int next, boolean closed) {
        int from = stop;
        while (from > start
                && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')
                && stop - from < 16) {
            from--;
        }
        String word = text.subSequence(from, stop).toString();
        if (word.isEmpty()) {
            return false;
        }
        if (!closed && from == start && word.chars().allMatch(Character::isDigit) && word.length() <= 3) {
            return true; // the number of a list's item
        }
        if (!closed && titles.contains(word)) {
            return true;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0))
                || word.indexOf('.') > 0 && Character.isLetter(word.charAt(0));
        if (!initial && !abbreviations.contains(word)) {
            return false;
        }
        int to = next;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return to == next
                ? !closed
                : !starters.contains(text.subSequence(next, to).toString());
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\n';
    }
}
