package org.pressmark.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens. Words keep inner apostrophes and the dots of initials ({@code don't}, {@code U.S.}); hyphens stand
 * alone, so that {@code one-sided} and {@code one – sided} give the same tokens; numbers keep their separators
 * ({@code 1,000.50}); addresses are one token; scripts written without spaces give a token a character.
 */
public final class Tokenizer {
    /** Longer runs without a space are cut, so that no single token can hold a megabyte. */
    private static final int LONGEST = 128;

    private Tokenizer() {}

    /** The tokens of a text, offsets in the text as given. */
    public static List<Token> tokens(String text) {
        Folded folded = Folded.of(text);
        List<Token> out = new ArrayList<>();
        for (Token token : ofFolded(folded.text())) {
            TextRange range = folded.originalRange(token.start(), token.end());
            out.add(new Token(token.kind(), token.folded(), range.start(), range.end()));
        }
        return out;
    }

    /** The tokens of a text that is folded already; offsets in the folded text. Line feeds count as white space. */
    public static List<Token> ofFolded(CharSequence folded) {
        List<Token> out = new ArrayList<>(folded.length() / 5 + 8);
        int i = 0;
        while (i < folded.length()) {
            char c = folded.charAt(i);
            if (c == ' ' || c == '\n') {
                i++;
                continue;
            }
            int end = addressEnd(folded, i);
            Token.Kind kind = Token.Kind.URL;
            if (end < 0) {
                int code = Character.codePointAt(folded, i);
                if (Character.isDigit(code)) {
                    end = numberEnd(folded, i);
                    kind = Token.Kind.NUMBER;
                } else if (letter(code)) {
                    end = singly(code) ? i + Character.charCount(code) : wordEnd(folded, i);
                    kind = Token.Kind.WORD;
                } else {
                    end = markEnd(folded, i, code);
                    kind = Token.Kind.PUNCTUATION;
                }
            }
            end = bounded(folded, i, end);
            out.add(new Token(kind, folded.subSequence(i, end).toString(), i, end));
            i = end;
        }
        return out;
    }

    /** At least one code point, at most {@link #LONGEST} characters, never half a surrogate pair. */
    private static int bounded(CharSequence text, int start, int end) {
        int least = start + Character.charCount(Character.codePointAt(text, start));
        int most = Math.min(text.length(), start + LONGEST);
        if (most < text.length() && Character.isLowSurrogate(text.charAt(most))) {
            most--;
        }
        return Math.max(least, Math.min(end, most));
    }

    private static int wordEnd(CharSequence text, int start) {
        int i = start;
        while (i < text.length() && i - start <= LONGEST) {
            int code = Character.codePointAt(text, i);
            if (letter(code) && !singly(code) || Character.isDigit(code) || code == '_') {
                i += Character.charCount(code);
            } else if (code == '\'' && i > start && letterAt(text, i + 1)) {
                i++;
            } else if (code == '.' && initialDot(text, start, i)) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** The dots of {@code U.S.} and {@code J.D.}: after a single letter that itself stands after a dot or before one. */
    private static boolean initialDot(CharSequence text, int start, int dot) {
        boolean single = dot - 1 == start || text.charAt(dot - 2) == '.';
        if (!single || !Character.isLetter(text.charAt(dot - 1))) {
            return false;
        }
        boolean earlier = dot - 2 > start;
        boolean later = letterAt(text, dot + 1) && (dot + 2 >= text.length() || !letterAt(text, dot + 2));
        return earlier || later;
    }

    private static int numberEnd(CharSequence text, int start) {
        int i = start;
        while (i < text.length() && i - start <= LONGEST) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                i++;
            } else if ((c == ',' || c == '.' || c == ':' || c == '\'') && digitAt(text, i + 1)) {
                i++;
            } else {
                break;
            }
        }
        // 1980s, 3rd, 18hrs, 4K: letters that follow at once belong to it
        while (i < text.length()
                && i - start <= LONGEST
                && letterAt(text, i)
                && !singly(Character.codePointAt(text, i))) {
            i += Character.charCount(Character.codePointAt(text, i));
        }
        return i;
    }

    private static int markEnd(CharSequence text, int start, int code) {
        if (code == '.') {
            int i = start;
            while (i < text.length() && text.charAt(i) == '.' && i - start < 3) {
                i++;
            }
            return i - start == 3 ? i : start + 1;
        }
        return start + Character.charCount(code);
    }

    private static int addressEnd(CharSequence text, int start) {
        char c = text.charAt(start);
        if (c != 'h' && c != 'w' && c != 'H' && c != 'W') {
            return -1;
        }
        if (!startsWith(text, start, "http://")
                && !startsWith(text, start, "https://")
                && !startsWith(text, start, "www.")) {
            return -1;
        }
        int i = start;
        while (i < text.length() && i - start < LONGEST && " \n\"<>".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        while (i > start && ".,;:!?)]}'".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean startsWith(CharSequence text, int at, String prefix) {
        if (at + prefix.length() >= text.length() || at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(int code) {
        int type = Character.getType(code);
        return Character.isLetter(code)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER;
    }

    private static boolean letterAt(CharSequence text, int index) {
        return index < text.length() && letter(Character.codePointAt(text, index));
    }

    private static boolean digitAt(CharSequence text, int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }

    /** Scripts that put no spaces between words. */
    private static boolean singly(int code) {
        if (code < 0x0E00) {
            return false;
        }
        if (Character.isIdeographic(code)) {
            return true;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(code);
        return switch (script) {
            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
