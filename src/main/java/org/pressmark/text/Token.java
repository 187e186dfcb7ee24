package org.pressmark.text;

import java.util.Objects;

/**
 * A word, number, address or mark of a text.
 *
 * @param kind what it is
 * @param folded its folded form, letter case kept, e.g. {@code "} for “
 * @param start first character within the tokenised text
 * @param end one past the last
 */
public record Token(Kind kind, String folded, int start, int end) {

    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        URL,
        PUNCTUATION
    }

    public Token {
        Objects.requireNonNull(kind);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Folded and in lower case. */
    public String lower() {
        return Folded.lower(folded);
    }
}
