package org.pressmark.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;

/** A text's words as Lucene takes them: the forms of one word stand at one place. */
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private int at;
    private Iterator<String> forms = List.<String>of().iterator();

    WordStream(String text) {
        this.tokens = Tokenizer.tokens(text).stream().filter(WordForms::counts).toList();
    }

    @Override
    public void reset() {
        at = 0;
        forms = List.<String>of().iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        int increment = 0;
        while (!forms.hasNext()) {
            if (at == tokens.size()) {
                return false;
            }
            forms = WordForms.of(tokens.get(at).folded()).iterator();
            at++;
            increment = 1;
        }
        term.append(forms.next());
        step.setPositionIncrement(increment);
        return true;
    }
}
