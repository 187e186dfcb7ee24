package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    @Test
    void whatWasReadIsEnteredInTheOrderInWhichItWasAdded() {
        List<Integer> entered = new ArrayList<>();
        ReadAhead<Integer, Integer> ahead = new ReadAhead<>(
                number -> number * number,
                number -> 1,
                result -> 1,
                some -> some.forEach(done -> entered.add(done.result() - done.item())));
        IntStream.range(0, 100).forEach(ahead::add);
        ahead.finish();
        assertEquals(IntStream.range(0, 100).map(i -> i * i - i).boxed().toList(), entered);
    }

    @Test
    void noMoreIsReadAheadThanAFewPages() {
        AtomicInteger read = new AtomicInteger();
        List<Integer> waiting = new ArrayList<>();
        ReadAhead<Integer, Integer> ahead = new ReadAhead<>(
                number -> read.incrementAndGet(),
                number -> 1,
                result -> 1,
                some -> some.forEach(done -> waiting.add(read.get() - done.item())));
        IntStream.range(0, 500).forEach(ahead::add);
        ahead.finish();
        assertTrue(waiting.stream().allMatch(count -> count <= 32), waiting::toString);
    }

    @Test
    void aHeavyPageIsReadWhenItsTurnComes() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        ReadAhead<Integer, Integer> ahead = new ReadAhead<>(
                number -> {
                    order.add("read " + number);
                    return number;
                },
                number -> 5 << 20,
                result -> 1,
                some -> some.forEach(done -> order.add("entered " + done.item())));
        IntStream.range(0, 3).forEach(ahead::add);
        assertEquals(List.of(), order);
        ahead.finish();
        assertEquals(List.of("read 0", "entered 0", "read 1", "entered 1", "read 2", "entered 2"), order);
    }

    @Test
    void whatCameToMuchIsNotKeptUntilItsTurn() {
        List<List<Integer>> together = new ArrayList<>();
        AtomicInteger read = new AtomicInteger();
        ReadAhead<Integer, Integer> ahead = new ReadAhead<>(
                number -> number + 100 * read.incrementAndGet(),
                number -> 1,
                result -> result % 100 == 2 ? 1 << 20 : 1,
                some -> together.add(some.stream().map(ReadAhead.Done::item).toList()));
        IntStream.range(0, 5).forEach(ahead::add);
        ahead.finish();
        assertEquals(List.of(List.of(0, 1), List.of(2), List.of(3, 4)), together);
        assertEquals(6, read.get());
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
                number -> 1,
                result -> 1,
                some -> some.forEach(done -> entered.add(done.item())));
        IntStream.range(0, 25).forEach(ahead::add);
        assertEquals(
                "no room",
                assertThrows(IllegalStateException.class, ahead::finish).getMessage());
        assertEquals(IntStream.range(0, 16).boxed().toList(), entered);
    }
}
