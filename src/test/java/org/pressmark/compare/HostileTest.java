package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Verdict;

class HostileTest {
    private static final int SIZE = 200_000;

    @Test
    void emptyArticlesAreIdentical() {
        assertEquals(
                List.of(Verdict.IDENTICAL),
                Articles.compare(Articles.article(), Articles.article()).verdicts());
    }

    @Test
    void oneSideEmptyIsOnePassageAParagraph() {
        Comparison found = Articles.compare(Articles.paragraphs("One is here.", "Two is here."), Articles.article());
        assertEquals(
                List.of(ChangeKind.PASSAGE_REMOVED, ChangeKind.PASSAGE_REMOVED),
                found.changes().stream().map(Change::kind).toList());
    }

    @Test
    void unrelatedTextsAreCalledSo() {
        Comparison found = Articles.compare(
                Articles.paragraphs("The mayor left the room after lunch and slept until evening."),
                Articles.paragraphs("Quarterly profits rose sharply because customers bought many phones."));
        assertTrue(found.verdicts().contains(Verdict.UNRELATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "a",
                "“",
                "\"a b c d e\" ",
                "[",
                "[a] ",
                "? ",
                "A. ",
                "'",
                "He said no. ",
                "1. ",
                "a\n",
                "\ud83d\ude00",
                "e\u0301"
            })
    void standsRepetition(String piece) {
        String half = piece.repeat(SIZE / piece.length() / 2);
        Comparison found = Articles.compare(
                Articles.paragraphs(half + half), Articles.paragraphs(half + "Something else. " + half));
        assertFalse(found.changes().isEmpty());
    }

    @Test
    void standsTwoWordsInAnyOrder() {
        Random random = new Random(1);
        StringBuilder a = new StringBuilder();
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < SIZE / 2; i++) {
            a.append(random.nextBoolean() ? "a " : "b ");
            b.append(random.nextBoolean() ? "a " : "b ");
        }
        Comparison found = Articles.compare(Articles.paragraphs(a.toString()), Articles.paragraphs(b.toString()));
        assertFalse(found.changes().isEmpty());
    }

    @Test
    void aMegabyteWithOneEditHasOneChange() {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder();
        while (text.length() < 1_000_000) {
            text.append("The ");
            for (int i = 0; i < 12; i++) {
                text.append(Long.toString(Math.floorMod(random.nextLong(), 46_656L), 36))
                        .append(' ');
            }
            text.append("ends. ");
        }
        String a = text.toString();
        int at = a.indexOf(" ends.", a.length() / 2);
        String b = a.substring(0, at) + " almost" + a.substring(at);
        Comparison found = Articles.compare(Articles.paragraphs(a), Articles.paragraphs(b));
        assertEquals(1, found.changes().size());
        assertEquals("almost", found.changes().get(0).after());
    }

    @Test
    void bothDirectionsMirrorOnRandomEdits() {
        Random random = new Random(3);
        String[] words = {
            "said", "not", "12", "Monday", "“we", "go”", "mayor", "Roe", "will", "the", "house.", "He", "[sic]", "and"
        };
        for (int round = 0; round < 60; round++) {
            StringBuilder a = new StringBuilder();
            StringBuilder b = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                String word = words[random.nextInt(words.length)];
                a.append(word).append(' ');
                b.append(random.nextInt(8) == 0 ? words[random.nextInt(words.length)] : word)
                        .append(random.nextInt(20) == 0 ? "\n" : " ");
            }
            Comparison there = Articles.compare(Articles.paragraphs(a.toString()), Articles.paragraphs(b.toString()));
            Comparison back = Articles.compare(Articles.paragraphs(b.toString()), Articles.paragraphs(a.toString()));
            assertEquals(there.presentation(), back.presentation());
            assertEquals(
                    there.changes().stream()
                            .map(change -> change.before() + "|" + change.after())
                            .sorted()
                            .toList(),
                    back.changes().stream()
                            .map(change -> change.after() + "|" + change.before())
                            .sorted()
                            .toList());
        }
    }
}
