package org.pressmark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the leaves stand where they say that they stand, and whether time went forward. */
final class LogOrder {
    private static final int MOST = 10_000;

    /** Clocks are set right by parts of a second all the time. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final TreeMap<Long, Long> misplaced = new TreeMap<>(); // by place, what the leaf there says
    private long expected;
    private long lines;
    private @Nullable Instant last;
    private long backwards;
    private String firstBackwards = "";
    private boolean gap;

    void add(String line) {
        long seq = LogLine.seq(line);
        if (seq != lines && misplaced.size() < MOST) {
            misplaced.put(lines, seq);
        }
        gap |= seq > expected;
        expected = seq + 1;
        Optional<Instant> time = LogLine.time(line);
        Instant before = last;
        if (time.isPresent() && before != null && time.get().isBefore(before.minus(SLACK))) {
            backwards++;
            firstBackwards = firstBackwards.isEmpty()
                    ? "leaf " + lines + " says " + time.get() + ", the one before it " + before
                    : firstBackwards;
        }
        last = time.orElse(before);
        lines++;
    }

    /** True where every leaf stands at its place. */
    boolean kept() {
        return misplaced.isEmpty();
    }

    void tell(Findings findings) {
        if (backwards > 0) {
            findings.warning(
                    "clock-backwards",
                    -1,
                    "The clock went backwards " + backwards + (backwards == 1 ? " time: " : " times: ") + firstBackwards
                            + ". Times around it prove nothing; look at the machine's clock.");
        }
        if (misplaced.isEmpty()) {
            return;
        }
        List<Long> places = new ArrayList<>(misplaced.keySet());
        List<Long> said = misplaced.values().stream().sorted().toList();
        long from = misplaced.firstKey();
        long first = misplaced.firstEntry().getValue();
        if (places.equals(said)) {
            findings.damage(
                    "leaves-swapped",
                    -1,
                    "Leaves stand in each other's places: "
                            + misplaced.entrySet().stream()
                                    .limit(4)
                                    .map(entry -> "at " + entry.getKey() + " stands leaf " + entry.getValue())
                                    .collect(Collectors.joining(", "))
                            + ". Somebody changed their order; restore ledger/leaves.jsonl from a copy.");
        } else if (gap && first > from) {
            findings.damage(
                    "leaf-dropped",
                    -1,
                    "Expected leaf " + from + ", found leaf " + first + ": "
                            + (first - from == 1 ? "one leaf was" : (first - from) + " leaves were")
                            + " taken out of the log. Restore ledger/leaves.jsonl from a copy.");
        } else {
            findings.damage(
                    "leaf-added",
                    -1,
                    "Expected leaf " + from + ", found one that says it is leaf " + first
                            + ": a leaf was put into the log. Restore ledger/leaves.jsonl from a copy.");
        }
    }
}
