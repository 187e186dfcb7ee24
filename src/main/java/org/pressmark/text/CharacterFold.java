package org.pressmark.text;

/** Last stage of the fold: the shapes of quotation marks, dashes, dots, spaces and ligatures. */
final class CharacterFold {
    private static final String DOUBLE =
            "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u275d\u275e\u301d\u301e\u301f\uff02\u300c\u300d\u300e\u300f";
    private static final String SINGLE =
            "\u2018\u2019\u201a\u201b\u2039\u203a`\u00b4\u02bc\u02bb\u02b9\u2032\uff07\u275b\u275c";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2e3a\u2e3b";
    private static final String[] LATIN_LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    private CharacterFold() {}

    /** Folds and writes, for each folded character, the character that it was into {@code marks}. */
    static FoldBuffer fold(FoldBuffer in, StringBuilder marks) {
        FoldBuffer out = new FoldBuffer(in.length());
        int i = 0;
        while (i < in.length()) {
            i = step(in, i, out, marks);
        }
        if (out.length() > 0 && out.at(out.length() - 1) == ' ') {
            out.dropLast();
            marks.setLength(marks.length() - 1);
        }
        return out;
    }

    private static int step(FoldBuffer in, int i, FoldBuffer out, StringBuilder marks) {
        char c = in.at(i);
        if (c > 32 && c < 127 && c != '\'' && c != '`' && c != '-') {
            return put(c, c, in, i, 1, out, marks);
        }
        if (space(c)) {
            if (out.length() > 0 && out.at(out.length() - 1) == ' ') {
                out.stretchLast(in.end(i));
            } else if (out.length() > 0) {
                put(' ', c, in, i, 1, out, marks);
            }
            return i + 1;
        }
        if (c == '\'' || SINGLE.indexOf(c) >= 0) {
            boolean twice = i + 1 < in.length() && in.at(i + 1) == c && (i + 2 >= in.length() || in.at(i + 2) != c);
            return twice && !afterDigit(in, i)
                    ? put('"', twin(c), in, i, 2, out, marks)
                    : put('\'', c, in, i, 1, out, marks);
        }
        if (DOUBLE.indexOf(c) >= 0) {
            return put('"', c, in, i, 1, out, marks);
        }
        if (c == '-' || DASHES.indexOf(c) >= 0) {
            boolean twice = c == '-' && i + 1 < in.length() && in.at(i + 1) == '-';
            return put('-', twice ? '\u2014' : c, in, i, twice ? 2 : 1, out, marks);
        }
        if (c == '\u2026') {
            return open("...", in, i, out, marks);
        }
        if (c >= '\ufb00' && c <= '\ufb06') {
            return open(LATIN_LIGATURES[c - '\ufb00'], in, i, out, marks);
        }
        if (c >= '\uff01' && c <= '\uff5e') {
            return put((char) (c - 0xFEE0), c, in, i, 1, out, marks);
        }
        return put(c, c, in, i, 1, out, marks);
    }

    private static int put(char c, char mark, FoldBuffer in, int i, int length, FoldBuffer out, StringBuilder marks) {
        out.add(c, in.start(i), in.end(i + length - 1));
        marks.append(mark);
        return i + length;
    }

    private static int open(String text, FoldBuffer in, int i, FoldBuffer out, StringBuilder marks) {
        out.add(text, in, i, i + 1);
        marks.append(text);
        return i + 1;
    }

    /** The double mark that two single ones stand for. */
    private static char twin(char c) {
        return switch (c) {
            case '\u2018', '`' -> '\u201c';
            case '\u2019', '\u00b4' -> '\u201d';
            case '\u201a' -> '\u201e';
            default -> '"';
        };
    }

    /** {@code 5''} is a measure. */
    private static boolean afterDigit(FoldBuffer in, int i) {
        return i > 0 && Character.isDigit(in.at(i - 1));
    }

    private static boolean space(char c) {
        return c == ' ' || c == '\u0085' || c == '\u180e' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
