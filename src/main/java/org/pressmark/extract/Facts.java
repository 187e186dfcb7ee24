package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pressmark.model.Field;

/** What the machine-readable parts of a page say, in page order, to be asked by rule name. */
final class Facts {
    private static final int MOST = 3_000;

    private final List<Field> all = new ArrayList<>();

    void add(Field field) {
        if (all.size() < MOST) {
            all.add(field);
        }
    }

    /** In page order. */
    List<Field> inOrder() {
        return all.stream()
                .sorted(Comparator.comparingInt((Field field) -> field.place().start()))
                .toList();
    }

    /** The first by the order of the rules, then of the page. */
    Optional<Field> first(String... rules) {
        for (String rule : rules) {
            for (Field field : all) {
                if (field.rule().equals(rule)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    List<Field> every(Predicate<String> rule) {
        return all.stream().filter(field -> rule.test(field.rule())).toList();
    }

    List<Field> every(String... rules) {
        List<Field> out = new ArrayList<>();
        for (String rule : rules) {
            out.addAll(every(rule::equals));
        }
        return out;
    }
}
