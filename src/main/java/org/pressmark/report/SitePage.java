package org.pressmark.report;

import java.util.List;
import java.util.Optional;

/**
 * The stored pages of one site.
 *
 * @param site its host
 * @param rows in the order of their addresses
 * @param search address of a search within it
 * @param earlier address of the list's previous part
 * @param further address of its next part
 */
public record SitePage(
        String site, List<HomePage.Row> rows, String search, Optional<String> earlier, Optional<String> further) {
    public SitePage {
        site = Shown.line(site);
        rows = List.copyOf(rows);
    }
}
