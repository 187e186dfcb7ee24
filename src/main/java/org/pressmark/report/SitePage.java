package org.pressmark.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The stored pages of one site.
 *
 * @param site its host
 * @param rows in order
 * @param search address of a search within it
 * @param order of the rows
 * @param headings by which they can be ordered
 * @param earlier address of the list's previous part
 * @param further address of its next part
 */
public record SitePage(
        String site,
        List<HomePage.Row> rows,
        String search,
        Order order,
        List<Heading> headings,
        Optional<String> earlier,
        Optional<String> further) {

    /** What the pages can be ordered by; among equals the order of their addresses holds. */
    public enum Order {
        ADDRESS("Page", "in the order of their addresses"),
        TEXTS("Texts", "those with most texts first"),
        CAPTURES("Captures", "those with most captures first"),
        LAST("Last captured", "the last captured first");

        private final String label;
        private final String words;

        Order(String label, String words) {
            this.label = label;
            this.words = words;
        }

        /** The order of this name, e.g. {@code texts}; that of addresses where there is none. */
        public static Order of(String word) {
            return Arrays.stream(values())
                    .filter(order -> order.word().equals(word))
                    .findFirst()
                    .orElse(ADDRESS);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String words() {
            return words;
        }

        /**
         * The headings of a table in this order.
         *
         * @param address of the table, to which an order is added
         */
        public List<Heading> headings(String address) {
            return Arrays.stream(values())
                    .map(order -> Heading.of(
                            order.label,
                            address + "&sort=" + order.word(),
                            order == this,
                            order != ADDRESS,
                            order == TEXTS || order == CAPTURES))
                    .toList();
        }
    }

    public SitePage {
        site = Shown.line(site);
        rows = List.copyOf(rows);
        headings = List.copyOf(headings);
    }
}
