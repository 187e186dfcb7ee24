package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Capture;

/** The captures that this process wrote, as long as they are few enough to be remembered. */
final class WrittenCaptures {
    private static final int MOST = 20_000;

    private final List<Capture> captures = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private boolean tooMany;

    void add(Capture capture) {
        tooMany |= captures.size() >= MOST;
        if (tooMany) {
            captures.clear();
        } else {
            captures.add(capture);
            files.add(capture.location().file());
        }
    }

    /** All captures in these files; nothing where this process did not write them, or not all is remembered. */
    Optional<List<Capture>> of(Set<String> names) {
        return tooMany || !files.containsAll(names)
                ? Optional.empty()
                : Optional.of(captures.stream()
                        .filter(capture -> names.contains(capture.location().file()))
                        .toList());
    }
}
