package org.pressmark.store;

import java.time.YearMonth;
import java.util.List;

/**
 * What one month brought.
 *
 * @param bytes of their records, as stored
 */
public record Growth(YearMonth month, long captures, long bytes) {

    static List<Growth> of(Sql sql) {
        return sql.list(
                """
                SELECT extract(YEAR FROM captured_at AT TIME ZONE 'UTC') AS y, extract(MONTH FROM captured_at AT TIME ZONE 'UTC') AS m,
                  count(*) AS captures, sum(record_length) AS bytes
                FROM capture GROUP BY extract(YEAR FROM captured_at AT TIME ZONE 'UTC'), extract(MONTH FROM captured_at AT TIME ZONE 'UTC') ORDER BY 1, 2\
                """,
                row -> new Growth(
                        YearMonth.of(row.integer("y"), row.integer("m")), row.number("captures"), row.number("bytes")));
    }
}
