package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    @Test
    void whatWasReadIsEnteredInTheOrderInWhichItWasAdded() {
        List<Integer> entered = new ArrayList<>();
        ReadAhead<Integer, Integer> ahead = new ReadAhead<>(
                number -> number * number, some -> some.forEach(done -> entered.add(done.result() - done.item())));
        IntStream.range(0, 100).forEach(ahead::add);
        ahead.finish();
        assertEquals(IntStream.range(0, 100).map(i -> i * i - i).boxed().toList(), entered);
    }

    @Test
    void noMoreIsReadAheadThanAFewPages() {
        AtomicInteger read = new AtomicInteger();
        List<Integer> waiting = new ArrayList<>();
        ReadAhead<Integer, Integer> ahead = new ReadAhead<>(
                number -> read.incrementAndGet(), some -> some.forEach(done -> waiting.add(read.get() - done.item())));
        IntStream.range(0, 500).forEach(ahead::add);
        ahead.finish();
        assertTrue(waiting.stream().allMatch(count -> count <= 32), waiting::toString);
    }

    @Test
    void aFailureComesOutWhereTheThingWouldBeEntered() {
        List<Integer> entered = new ArrayList<>();
        ReadAhead<Integer, Integer> ahead = new ReadAhead<>(
                number -> {
                    if (number == 20) {
                        throw new IllegalStateException("no room");
                    }
                    return number;
                },
                some -> some.forEach(done -> entered.add(done.item())));
        IntStream.range(0, 25).forEach(ahead::add);
        assertEquals(
                "no room",
                assertThrows(IllegalStateException.class, ahead::finish).getMessage());
        assertEquals(IntStream.range(0, 16).boxed().toList(), entered);
    }
}
