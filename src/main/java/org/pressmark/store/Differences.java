package org.pressmark.store;

import java.util.List;

/**
 * How the derived tables of two indexes differ.
 *
 * @param tables those that differ, none where both say the same
 */
public record Differences(List<Difference> tables) {
    public Differences {
        tables = List.copyOf(tables);
    }

    /**
     * How one table differs.
     *
     * @param onlyFirst how many rows only the first has
     * @param onlySecond how many rows only the second has
     * @param examplesFirst some of them, for people
     * @param examplesSecond likewise
     */
    public record Difference(
            String table, long onlyFirst, long onlySecond, List<String> examplesFirst, List<String> examplesSecond) {
        public Difference {
            examplesFirst = List.copyOf(examplesFirst);
            examplesSecond = List.copyOf(examplesSecond);
        }
    }

    /** True where both say the same. */
    public boolean none() {
        return tables.isEmpty();
    }
}
