package org.pressmark.reuse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LikenessTest {
    private static final String LONG =
            IntStream.range(0, 200).mapToObj(i -> "word" + i * 7919 % 1000).collect(Collectors.joining(" "));

    @Test
    void aTextIsWhollyContainedInItself() {
        Likeness same = Likeness.of(LONG, LONG);
        assertEquals(1.0, same.jaccard().value());
        assertEquals(1.0, same.inShorter().value());
    }

    @Test
    void typographyAndLetterCaseDoNotCount() {
        Likeness folded = Likeness.of(
                "“It is not a one-sided issue,” he said on Monday in Ankara.",
                "\"IT IS NOT A ONE–SIDED ISSUE\", he said on Monday in Ankara.");
        assertEquals(1.0, folded.jaccard().value());
    }

    @Test
    void aCutCopyIsContainedThoughTheJaccardIsLow() {
        String cut = LONG.substring(0, LONG.length() / 4);
        Likeness likeness = Likeness.of(LONG, cut);
        assertTrue(likeness.inShorter().value() > 0.9, likeness.toString());
        assertTrue(likeness.jaccard().value() < 0.4, likeness.toString());
        assertTrue(likeness.ofFirst().value() < likeness.ofSecond().value(), likeness.toString());
    }

    @Test
    void textsWithoutWordsAreLikeNothing() {
        assertEquals(0.0, Likeness.of("", LONG).inShorter().value());
        assertEquals(0.0, Likeness.of("", "…").jaccard().value());
        assertArrayEquals(new long[0], Fingerprints.of(" — "));
    }

    @Test
    void anySharedRunOfTwelveWordsSharesAFingerprint() {
        String[] words = LONG.split(" ", -1);
        for (int at = 0; at + 12 <= words.length; at += 5) {
            String other = "nothing else here is known to anyone at all "
                    + String.join(" ", Arrays.copyOfRange(words, at, at + 12))
                    + " and after it other words that stand nowhere else either";
            assertTrue(sharesOne(Fingerprints.of(LONG), Fingerprints.of(other)), "run at word " + at);
        }
    }

    @Test
    void fingerprintsAreFewAndAscending() {
        long[] prints = Fingerprints.of(LONG);
        assertTrue(prints.length < 80, "winnowing keeps about 2/(8+1) of 196 hashes, found " + prints.length);
        assertArrayEquals(Arrays.stream(prints).sorted().distinct().toArray(), prints);
    }

    private static boolean sharesOne(long[] a, long[] b) {
        return Arrays.stream(a).anyMatch(print -> Arrays.binarySearch(b, print) >= 0);
    }
}
