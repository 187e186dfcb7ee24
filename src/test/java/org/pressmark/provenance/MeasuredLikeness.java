package org.pressmark.provenance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.reuse.Likeness;

/** The likeness that the room of text reuse measures, handed over as the hall does. */
final class MeasuredLikeness implements LikenessSource {
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, Optional<Overlap>> known = new HashMap<>();

    MeasuredLikeness(List<TracedText> texts) {
        texts.forEach(text -> bodies.put(text.id(), text.article().body()));
    }

    @Override
    public Optional<Overlap> between(String first, String second) {
        return known.computeIfAbsent(first + " " + second, key -> {
            Likeness likeness = Likeness.of(bodies.getOrDefault(first, ""), bodies.getOrDefault(second, ""));
            return Optional.of(new Overlap(likeness.ofFirst(), likeness.ofSecond(), likeness.inShorter()));
        });
    }
}
