package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Field;

/** Rule T5: the headline. Editors write new ones; who has another's headline, and a rare one, has it from there. */
final class T5Headline {
    private T5Headline() {}

    static List<Signal> of(Copy child, Copy parent, Copies copies) {
        List<Signal> out = new ArrayList<>();
        String key = key(child);
        if (key.isEmpty() || key(parent).isEmpty()) {
            return out;
        }
        boolean same = key.equals(key(parent));
        long all = copies.all().size();
        long with = copies.all().stream().filter(copy -> key(copy).equals(key)).count();
        if (same) {
            out.add(Signal.of("T5.same", 1, child.label() + " and " + parent.label() + " have the same headline."));
            out.add(Signal.of(
                    "T5.rare", Math.log((double) all / with), "Of " + all + " texts " + with + " have this headline."));
        }
        return out;
    }

    private static String key(Copy copy) {
        return copy.text()
                .article()
                .headline()
                .map(Field::value)
                .map(Publishers::key)
                .orElse("");
    }
}
