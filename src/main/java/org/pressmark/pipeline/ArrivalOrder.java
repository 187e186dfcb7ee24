package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.pressmark.ledger.Ledger;

/**
 * The archive's files in the order in which the log came to know them, then by name. Of records of one id the first that came
 * counts, so whoever indexes many files goes through them in this order.
 */
final class ArrivalOrder {
    private ArrivalOrder() {}

    static List<Path> of(Pipeline house, List<Path> files) throws IOException {
        if (files.size() < 2 || !Ledger.exists(house.folder())) {
            return files;
        }
        Map<String, SortedSet<Long>> leaves = house.journal()
                .ledger()
                .find(files.stream().map(ArrivalOrder::subject).toList());
        return files.stream()
                .sorted(Comparator.comparing(file -> Optional.ofNullable(leaves.get(subject(file)))
                        .map(found -> found.first())
                        .orElse(Long.MAX_VALUE)))
                .toList();
    }

    private static String subject(Path file) {
        return Leaves.file(String.valueOf(file.getFileName()));
    }
}
