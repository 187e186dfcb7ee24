package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    @Test
    void namesAHundredPartsAndCountsTheOthers() {
        List<String> told = new ArrayList<>();
        LeftOut.tell(
                "left out: ",
                IntStream.range(0, 100_000).mapToObj(i -> "/i/" + i).toList(),
                told::add);
        assertEquals(101, told.size());
        assertEquals("left out: /i/99", told.get(99));
        assertEquals("left out: 99,900 more", told.get(100));
    }

    @Test
    void namesAllOfAFew() {
        List<String> told = new ArrayList<>();
        LeftOut.tell("left out: ", List.of("a", "b"), told::add);
        assertEquals(List.of("left out: a", "left out: b"), told);
    }
}
