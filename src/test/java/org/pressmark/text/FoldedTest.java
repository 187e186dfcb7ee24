package org.pressmark.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "“a” «b» „c“ 「d」|\"a\" \"b\" \"c\" \"d\"",
                "‘a’ it’s ‹b›|'a' it's 'b'",
                "‘‘a’’ ``b''|\"a\" \"b\"",
                "one–two — three -- four|one-two - three - four",
                "wait… no|wait... no",
                "a\u00a0\u2009b\u3000 c|a b c",
                "in\u00adst\u200bi\ufefftute|institute",
                "ﬁne ﬂow oﬃce|fine flow office",
                "cafe\u0301 \u1112\u1161\u11ab|café 한",
                "â€œsoâ€\u009d itâ€™s|\"so\" it's",
                "â€œsoâ€ he said|\"so\" he said",
                "cafÃ© naÃ¯ve Â£5|café naïve £5",
                "Ð¿Ñ€Ð¸|при",
                "&quot;a&quot; &amp;quot;b&amp;quot; &#8217;s &#x2014;|\"a\" \"b\" 's -",
                "ＡＢＣ１|ABC1",
            })
    void foldsWhatTwoCopiesShare(String original, String expected) {
        assertEquals(expected, Folded.fold(original));
    }

    @ParameterizedTest
    @ValueSource(strings = {"»MENÜ« und «CAFÉ»", "AT&T & Co", "São Paulo, É, Ã", "5'' pipe", "naïve Âge"})
    void leavesHonestTextAlone(String text) {
        Folded folded = Folded.of(text);
        assertEquals(text.length(), folded.text().length());
        assertEquals(text.replaceAll("[«»]", "\"").toLowerCase(java.util.Locale.ROOT), Folded.caseFold(text));
    }

    @Test
    void showsOriginalCharactersOfEverySpan() {
        Folded folded = Folded.of("  He said: â€œwait… no&quot;  ");
        assertEquals("He said: \"wait... no\"", folded.text());
        int quote = folded.text().indexOf('"');
        assertEquals(
                "â€œwait… no&quot;", folded.originalText(quote, folded.text().length()));
        int dots = folded.text().indexOf("...");
        assertEquals("…", folded.originalText(dots, dots + 3));
        assertEquals("…", folded.originalText(dots + 1, dots + 2));
        assertEquals(dots, folded.foldedPosition(folded.original().indexOf('…')));
    }

    @Test
    void marksKeepTheShapeBeforeTheFold() {
        Folded folded = Folded.of("„Ja“ — &ldquo;x&rdquo;");
        assertEquals("\"Ja\" - \"x\"", folded.text());
        assertEquals("„Ja“ — “x”", folded.marks());
    }

    @Test
    void foldsAnythingInLinearSpace() {
        for (String piece :
                new String[] {"a", "'", "\"", "&amp;", "e\u0301", "\u0301", " ", "â€œ", "\ud83d\ude00", "\u200b"}) {
            Folded folded = Folded.of(piece.repeat(200_000));
            assertTrue(folded.text().length() <= folded.original().length());
            assertEquals(folded.text().length(), folded.marks().length());
        }
        assertEquals("", Folded.fold(""));
    }
}
