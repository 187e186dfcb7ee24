package org.pressmark.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "don’t stop|don't stop",
                "one-sided — issue|one - sided - issue",
                "U.S. and J.D. Power.|U.S. and J.D. Power .",
                "1,000.50 in 1980s, 3rd|1,000.50 in 1980s , 3rd",
                "2024–2025|2024 - 2025",
                "see https://a.example/b?c=d.|see https://a.example/b?c=d .",
                "wait… no|wait ... no",
                "end.Next|end . Next",
                "东京 says|东 京 says",
            })
    void cuts(String text, String expected) {
        assertEquals(
                expected, Tokenizer.tokens(text).stream().map(Token::folded).collect(Collectors.joining(" ")));
    }

    @Test
    void offsetsAreOfTheTextAsGiven() {
        String text = "  “It’s\u00a0so,” he said";
        for (Token token : Tokenizer.tokens(text)) {
            assertEquals(token.folded(), Folded.fold(text.substring(token.start(), token.end())));
        }
    }

    @Test
    void noTokenIsEndless() {
        for (String piece : new String[] {"a", "1", "a'", "http://", "\ud835\udfcf", "A.", "\ud83d\ude00"}) {
            List<Token> tokens = Tokenizer.tokens(piece.repeat(50_000));
            assertFalse(tokens.isEmpty());
            assertTrue(tokens.stream().allMatch(token -> token.folded().length() <= 128));
        }
    }
}
