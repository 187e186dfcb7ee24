package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String HEAD =
            "A rye loaf that vanished during the shortages returns to the valley after sixty years and ";
    private static final String TAIL = " ovens took part in a trial while two chains of shops were refused the rights";

    @Test
    void showsWhereLongWordingsPart() {
        Excerpt excerpt = Excerpt.of(HEAD + "twelve" + TAIL, HEAD + "nineteen" + TAIL, 60);
        assertEquals("…after sixty years and twelve ovens took part in a…", excerpt.before());
        assertEquals("…after sixty years and nineteen ovens took part in a…", excerpt.after());
    }

    @Test
    void leavesShortWordingsWhole() {
        assertEquals(new Excerpt("four", "six"), Excerpt.of("four", "six", 60));
        assertEquals(new Excerpt("", "six of them"), Excerpt.of("", "six of them", 60));
    }

    @Test
    void cutsWhatHasNoSpacesBetweenLetters() {
        String alike = "费尔马港务局周一表示一台装卸起重机夜间倒塌在北码头上".repeat(2) + "😱".repeat(30);
        Excerpt excerpt = Excerpt.of(alike + "四名" + alike, alike + "六名" + alike, 80);
        assertTrue(excerpt.before().contains("四名") && excerpt.after().contains("六名"), excerpt.toString());
        assertTrue(
                (excerpt.before() + excerpt.after())
                        .codePoints()
                        .noneMatch(c -> Character.getType(c) == Character.SURROGATE),
                excerpt.toString());
    }

    @Test
    void staysWithinItsColumnsWhateverTheWords() {
        Excerpt excerpt = Excerpt.of(HEAD.repeat(20) + TAIL, HEAD + TAIL.repeat(20), 60);
        assertTrue(Cells.width(excerpt.before()) <= 60 && Cells.width(excerpt.after()) <= 60, excerpt.toString());
    }
}
