package org.pressmark.provenance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each signal counts for, in log-odds: the numbers of {@code weights.txt}, which says how they were found. */
final class Weights {
    private static final String RESOURCE = "/org/pressmark/provenance/weights.txt";
    private static final Weights FITTED = read(Publishers.lines(RESOURCE));

    private final Map<String, Double> byName;

    Weights(Map<String, Double> byName) {
        this.byName = Map.copyOf(byName);
    }

    static Weights fitted() {
        return FITTED;
    }

    double of(String name) {
        return byName.getOrDefault(name, 0.0);
    }

    double sum(List<Signal> signals) {
        return signals.stream()
                .mapToDouble(signal -> of(signal.name()) * signal.value())
                .sum();
    }

    private static Weights read(List<String> lines) {
        Map<String, Double> out = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split("\\s+", -1);
            if (parts.length != 2) {
                throw new IllegalStateException("expected 'signal weight' in " + RESOURCE + ", found: " + line);
            }
            out.put(parts[0], Double.parseDouble(parts[1]));
        }
        return new Weights(out);
    }
}
