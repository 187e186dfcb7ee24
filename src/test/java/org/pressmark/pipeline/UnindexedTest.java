package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnindexedTest {
    private final Unindexed unindexed = new Unindexed();

    @Test
    void aFileIsSettledOnlyWhenNobodyCanStillAddToIt() {
        long slow = unindexed.begin();
        long first = unindexed.begin();
        unindexed.appended("a");
        unindexed.end(first);
        long second = unindexed.begin();
        unindexed.appended("b");
        unindexed.end(second);
        assertEquals(List.of(), unindexed.settled(), "the slow one may have gone into the first file");
        unindexed.appended("a");
        unindexed.end(slow);
        assertEquals(List.of("a"), unindexed.settled());
        assertEquals(List.of(), unindexed.settled(), "each file once");
    }

    @Test
    void knowsWhetherACaptureIsTheOnlyOneUnderWay() {
        long one = unindexed.begin();
        assertTrue(unindexed.only(one));
        long other = unindexed.begin();
        assertFalse(unindexed.only(one));
        unindexed.end(one);
        assertTrue(unindexed.only(other));
    }
}
