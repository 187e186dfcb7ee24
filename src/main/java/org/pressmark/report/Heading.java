package org.pressmark.report;

/**
 * The heading of a column by which a table can be ordered.
 *
 * @param href the address of the table in this order
 * @param sort how it is ordered by this column, as {@code aria-sort} has it
 * @param number whether the column holds numbers
 */
public record Heading(String label, String href, String sort, boolean number) {
    static Heading of(String label, String href, boolean chosen, boolean descending, boolean number) {
        return new Heading(label, href, !chosen ? "none" : descending ? "descending" : "ascending", number);
    }
}
