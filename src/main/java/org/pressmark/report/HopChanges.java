package org.pressmark.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;

/**
 * What differs between two captured texts of a chain, as a number.
 *
 * @param copy node id of the text that is described
 * @param against node id of the text that it is set against
 * @param changes how many changes there are of each severity, highest first; empty: the same wording
 * @param finding what differs, one sentence
 * @param href where the comparison can be seen, for web pages
 */
public record HopChanges(
        String copy, String against, Map<Severity, Integer> changes, String finding, Optional<String> href) {
    public HopChanges {
        Objects.requireNonNull(href);
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** Counts a comparison whose base is {@code against} and whose other side is {@code copy}. */
    public static HopChanges of(String copy, String against, Comparison comparison, Optional<String> href) {
        String finding = new Findings(comparison, "the other text", "this text").sentence();
        return new HopChanges(copy, against, ChangeWords.severities(comparison.changes()), finding, href);
    }

    /** The same with an address. */
    public HopChanges at(String address) {
        return new HopChanges(copy, against, changes, finding, Optional.of(address));
    }

    /** All changes. */
    int total() {
        return changes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The highest severity; {@code NONE} for the same wording. */
    Severity worst() {
        return changes.keySet().stream().findFirst().orElse(Severity.NONE);
    }

    /** E.g. {@code 1 critical, 1 high, 5 notice changes against A}, {@code same wording as A}. */
    String words(String name) {
        if (changes.isEmpty()) {
            return "same wording as " + name;
        }
        StringBuilder out = new StringBuilder();
        changes.forEach((severity, count) -> {
            out.append(out.length() == 0 ? "" : ", ")
                    .append(Words.number(count))
                    .append(' ')
                    .append(severity.word());
        });
        return out + (total() == 1 ? " change" : " changes") + " against " + name;
    }
}
