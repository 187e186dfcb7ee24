package org.pressmark.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "“For any,” he said. “They should.”|For any,/They should.",
                "\"For any,\" he said. \"They should.\"|For any,/They should.",
                "« Pour tous », dit-il, « AI »|Pour tous/AI",
                "»Ja«, sagte er, „nein“.|Ja/nein",
                "”Ja”, sade han.|Ja",
                "‘One-Sided’ demands aren’t the traders’ fault|One-Sided",
                "Don't 'do the dogs' homework' now|do the dogs' homework",
                "“He said ‘no’ twice”|He said ‘no’ twice/no",
                "rock 'n' roll of the '80s isn't 5'10\" tall|~~",
                "summer ‘80. It's ’em|~~",
                "‘‘so it is’’ he said|so it is",
                "「你好」|你好",
                "said â€œnetworkedâ€\u009d and &quot;more&quot;|networked/more",
            })
    void findsWhatIsQuoted(String text, String expected) {
        assertEquals(
                expected.replace("~~", ""),
                QuotationFinder.find(text).stream()
                        .map(q -> text.substring(q.innerStart(), q.innerEnd()))
                        .collect(Collectors.joining("/")));
    }

    @Test
    void longQuotationsGoOnInTheNextParagraph() {
        String text = "“One is here.\n“Two is here,” he said.\nThree.";
        var found = QuotationFinder.find(text);
        assertEquals(2, found.size());
        assertTrue(found.get(0).goesOn());
        assertTrue(found.get(1).closed());
    }

    @Test
    void aParagraphBrokenInsideAQuotationDoesNotEndIt() {
        String text = "She said \"one and\ntwo\" and left.";
        var found = QuotationFinder.find(text);
        assertEquals(1, found.size());
        assertEquals(
                "\"one and\ntwo\"",
                text.substring(found.get(0).start(), found.get(0).end()));
    }

    @Test
    void anUnclosedQuotationEndsWithItsParagraph() {
        String text = "“Never closed.\nNothing here.";
        var found = QuotationFinder.find(text);
        assertEquals(1, found.size());
        assertEquals(14, found.get(0).end());
    }

    @Test
    void standsAnything() {
        for (String piece : new String[] {"“", "'", "\"", "a 'b ", "“a", "\n“", "' ", "«\n»"}) {
            QuotationFinder.find(piece.repeat(20_000));
            assertTrue(QuotationFinder.find(piece).size() <= 2);
        }
    }
}
