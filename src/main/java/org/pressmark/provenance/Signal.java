package org.pressmark.provenance;

import java.util.Optional;
import org.pressmark.model.Derivation.Reason;
import org.pressmark.model.Similarity;

/**
 * Something that speaks for or against one text being the source of another, before it is weighed.
 *
 * @param name the rule and what it looks at, e.g. {@code D2.earlier}; the key of its weight
 * @param value how much of it there is
 * @param words one neutral sentence
 */
record Signal(String name, double value, String words, Optional<Similarity> similarity) {
    static Signal of(String name, double value, String words) {
        return new Signal(name, value, words, Optional.empty());
    }

    String rule() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    Reason weighed(Weights weights) {
        return new Reason(rule(), weights.of(name) * value, words, Optional.empty(), similarity);
    }
}
