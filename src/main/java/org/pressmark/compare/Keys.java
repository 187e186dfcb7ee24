package org.pressmark.compare;

import org.pressmark.text.Folded;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;

/** Furniture texts as they are compared. */
final class Keys {
    private Keys() {}

    /** The words run together in normal form: neither case, marks, spaces nor regional spelling count. */
    static String words(String text, Lexicon lexicon) {
        StringBuilder out = new StringBuilder();
        for (Token token : Tokenizer.ofFolded(Folded.fold(text))) {
            String form = lexicon.normal(token);
            if (token.kind() != Token.Kind.PUNCTUATION || form.equals("percent") || form.equals("and")) {
                out.append(form);
            }
        }
        return out.toString();
    }

    /** As {@link #words}, and where quotation marks stand: scare quotes in a headline are no accident. */
    static String headline(String text, Lexicon lexicon) {
        StringBuilder out = new StringBuilder();
        for (Token token : Tokenizer.ofFolded(Folded.fold(text))) {
            String form = lexicon.normal(token);
            if (token.kind() != Token.Kind.PUNCTUATION || form.equals("percent") || form.equals("and")) {
                out.append(form);
            } else if (token.folded().equals("\"") || token.folded().equals("'")) {
                out.append('"');
            }
        }
        return out.toString();
    }
}
