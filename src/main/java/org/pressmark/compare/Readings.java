package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.VariantPlace.Standing;

/** Groups the witnesses of a place by what they read. */
final class Readings {
    /** One witness against one other is no singular reading but a difference. */
    private static final int WITNESSES = 3;

    private Readings() {}

    /**
     * @param groups the witnesses of each reading, by a key, the base's reading first
     * @param first what the first witness of each reads
     */
    static List<Reading> of(Map<String, List<Integer>> groups, Map<String, Reading> first, List<String> sigla) {
        int reading = groups.entrySet().stream()
                .filter(group ->
                        Objects.requireNonNull(first.get(group.getKey())).standing() != Standing.LACKING)
                .mapToInt(group -> group.getValue().size())
                .sum();
        List<Reading> out = new ArrayList<>();
        groups.forEach((key, witnesses) -> {
            Reading one = Objects.requireNonNull(first.get(key));
            boolean alone = witnesses.size() == 1 && reading >= WITNESSES && one.standing() != Standing.LACKING;
            out.add(new Reading(
                    witnesses.stream().sorted().map(sigla::get).toList(),
                    one.text(),
                    one.standing(),
                    one.kind(),
                    alone));
        });
        return out;
    }

    static boolean singular(List<Reading> readings) {
        return readings.stream().anyMatch(Reading::singular);
    }
}
