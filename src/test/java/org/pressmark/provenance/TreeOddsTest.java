package org.pressmark.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TreeOddsTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    void equalOddsAreSharedAmongTheTreesThatAreNoCircle() {
        double[][] odds = TreeOdds.of(new double[][] {{0, 0}, {0, 0}});
        // three ways: neither has a source, one from the other, the other from the one; both from each other is none
        assertEquals(1 / 3.0, odds[0][1], 1e-9);
        assertEquals(2 / 3.0, odds[0][0], 1e-9);
    }

    @Test
    void eachTextsOddsAddUpToOne() {
        double[][] scores = new double[6][6];
        for (int i = 0; i < 36; i++) {
            scores[i / 6][i % 6] = Math.sin(i * 12.9898) * 4;
        }
        for (double[] child : TreeOdds.of(scores)) {
            assertEquals(1, Arrays.stream(child).sum(), 1e-9);
        }
    }

    @Test
    void aStatedSourceIsCertainAndMakesTheWayBackImpossible() {
        double[][] odds = TreeOdds.of(new double[][] {{0, 3, 0}, {NEVER, NEVER, 0}, {0, 0, 0}});
        assertEquals(1, odds[1][2], 1e-9);
        assertTrue(odds[2][1] < 1e-9);
    }

    @Test
    void everyTextMayBeAlone() {
        assertEquals(1, TreeOdds.of(new double[][] {{-5}})[0][0], 1e-9);
    }
}
