package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Field;

/** Rule T5: the headline. Editors write new ones; who has another's headline, and a rare one, has it from there. */
final class T5Headline {
    /** The headlines as they are compared, by text; no entry for a text without one. */
    private final Map<String, String> keys = new HashMap<>();

    private final Map<String, Integer> texts = new HashMap<>();
    private final int all;

    T5Headline(Copies copies) {
        this.all = copies.all().size();
        for (Copy copy : copies.all()) {
            String key = copy.text()
                    .article()
                    .headline()
                    .map(Field::value)
                    .map(Publishers::key)
                    .orElse("");
            if (!key.isEmpty()) {
                keys.put(copy.id(), key);
                texts.merge(key, 1, Integer::sum);
            }
        }
    }

    List<Signal> of(Copy child, Copy parent) {
        List<Signal> out = new ArrayList<>();
        String key = keys.getOrDefault(child.id(), "");
        if (!key.isEmpty() && key.equals(keys.get(parent.id()))) {
            int with = texts.getOrDefault(key, 1);
            out.add(Signal.of("T5.same", 1, child.label() + " and " + parent.label() + " have the same headline."));
            out.add(Signal.of(
                    "T5.rare", Math.log((double) all / with), "Of " + all + " texts " + with + " have this headline."));
        }
        return out;
    }
}
