package org.pressmark.reuse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pressmark.model.SharedPassage;
import org.pressmark.text.WordRuns;

class CopyGroupsTest {
    private static String text(int seed, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> "w" + seed + "x" + (i * 7919 + 13) % 1009)
                .collect(Collectors.joining(" "));
    }

    private static List<List<Integer>> groups(String... texts) {
        CopyGroups groups = new CopyGroups();
        for (String text : texts) {
            groups.add(WordRuns.words(text));
        }
        return groups.find();
    }

    @Test
    void copiesOfCopiesBelongTogetherAndOthersStayAlone() {
        assertEquals(
                List.of(List.of(0, 2, 3), List.of(1)),
                groups(text(0, 300), text(5, 300), text(0, 150), text(0, 100) + " " + text(7, 60)));
    }

    @Test
    void aStoryThatHundredsCarryIsOneGroup() {
        String[] texts = new String[150];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(0, 120) + " " + text(i + 1, 20);
        }
        assertEquals(1, groups(texts).size());
    }

    @Test
    void passagesAreTheLongestRunsAndKnowTheirPlacesInBoth() {
        String first = "Before. " + text(0, 40) + " between " + text(1, 5) + " after";
        String second = text(9, 12) + " “" + text(0, 40).toUpperCase(java.util.Locale.ROOT) + "” end " + text(1, 5);
        List<SharedPassage> found = Passages.shared(first, second);
        assertEquals(1, found.size());
        assertEquals(40, found.get(0).words());
        assertEquals(
                text(0, 40), first.substring(found.get(0).start(), found.get(0).end()));
        assertEquals(
                text(0, 40),
                second.substring(found.get(0).otherStart(), found.get(0).otherEnd())
                        .toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void wordsAreFoundWhateverTheirMarks() {
        assertTrue(Passages.find("it's  \"late\"", "He said: It’s late!").isPresent());
        assertTrue(Passages.find("late now", "later now").isEmpty());
        assertTrue(Passages.find("…", "late").isEmpty());
    }

    @Test
    void aRunOfTwelveWordsSharesAFingerprint() {
        long[] prints = Fingerprints.of(text(3, 200) + " " + text(0, 12) + " " + text(4, 200));
        long[] asked = Fingerprints.of(text(0, 12));
        assertTrue(WordRuns.common(prints, asked) > 0);
        assertArrayEquals(new long[0], Fingerprints.of("…"));
    }
}
