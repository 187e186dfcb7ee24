package org.pressmark.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Place;

/** A value in JSON-LD: a thing with properties, or a text with its place. Lists have become repeated values. */
sealed interface Ld {

    /** A string, number or truth value; {@code exact} are the characters on the page between the quotation marks. */
    record Leaf(String value, String exact, Place place) implements Ld {}

    /** An object. */
    final class Thing implements Ld {
        final Map<String, List<Ld>> properties = new LinkedHashMap<>();

        List<Ld> all(String name) {
            return properties.getOrDefault(name, List.of());
        }

        Optional<Leaf> leaf(String name) {
            return all(name).stream()
                    .filter(Leaf.class::isInstance)
                    .map(Leaf.class::cast)
                    .findFirst();
        }

        boolean type(java.util.function.Predicate<String> wanted) {
            return all("@type").stream().anyMatch(value -> value instanceof Leaf leaf && wanted.test(leaf.value()));
        }

        void add(String name, Ld value) {
            properties.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }
}
