package org.pressmark.store;

import java.util.List;

/**
 * What the database alone knows: no WARC file holds it, so a rebuild carries it over from the old database. Everything else
 * is derived.
 */
public final class Operational {
    /** The tables, in the order in which they are copied. Their rows refer to no derived table. */
    public static final List<String> TABLES =
            List.of("capture_attempt", "frontier", "frontier_host", "alert", "alert_delivery");

    private Operational() {}
}
