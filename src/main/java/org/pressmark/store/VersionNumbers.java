package org.pressmark.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of one page's versions are written down. Those up to {@code page.numbered} are; behind them a row may hold an
 * old number, which is greater, or none, and whoever reads counts. The first version always has its number.
 */
final class VersionNumbers {
    /** As many are numbered at once when a version came between others. */
    private static final int AT_ONCE = 32;

    /** The number of the version {@code v} of the page {@code p}. */
    static final String NUMBER = """
        CASE WHEN v.number <= p.numbered THEN v.number ELSE (
          SELECT CAST(count(*) AS INT) FROM version b WHERE b.page_key = v.page_key AND b.first_at <= v.first_at
            AND (b.first_at < v.first_at OR b.first_ns < v.first_ns
              OR (b.first_ns = v.first_ns AND b.first_capture <= v.first_capture))) END\
        """;

    private final Sql sql;
    private final UUID page;
    private final int versionsBefore;
    private final int numberedBefore;
    private int versions;
    private int numbered;

    private VersionNumbers(Sql sql, UUID page, int versions, int numbered) {
        this.sql = sql;
        this.page = page;
        this.versionsBefore = versions;
        this.numberedBefore = numbered;
        this.versions = versions;
        this.numbered = numbered;
    }

    /** Those of a page, whose row is locked until the transaction ends. */
    static VersionNumbers lock(Sql sql, UUID page) {
        return sql.first(
                        "SELECT versions, numbered FROM page WHERE page_key = ? FOR UPDATE",
                        row -> new VersionNumbers(sql, page, row.integer("versions"), row.integer("numbered")),
                        page)
                .orElseGet(() -> new VersionNumbers(sql, page, 0, 0));
    }

    /**
     * Takes note of a new version.
     *
     * @param behind what the row of the version before it says
     * @return its number, where it is known at once
     */
    @Nullable
    Integer inserted(Optional<Integer> behind, boolean first, boolean last) {
        versions++;
        int before = first ? 0 : behind.orElse(Integer.MAX_VALUE);
        if (before > numbered) {
            return null;
        }
        numbered = first || last ? before + 1 : before;
        return first || last ? before + 1 : null;
    }

    /** Takes note that a version is gone; the one behind it may be the first now, and gets its number from the caller. */
    void deleted(@Nullable Integer number, boolean anotherIsFirst) {
        versions--;
        if (number != null && number <= numbered) {
            numbered = anotherIsFirst ? 1 : number - 1;
        }
    }

    /**
     * Writes the counts down; numbers the versions anew where few are without.
     *
     * @return whether some are without a number nevertheless
     */
    boolean keep() {
        if (versions - numbered <= AT_ONCE) {
            number();
        }
        if (versions != versionsBefore || numbered != numberedBefore) {
            sql.update("UPDATE page SET versions = ?, numbered = ? WHERE page_key = ?", versions, numbered, page);
        }
        return numbered < versions;
    }

    /** Numbers all that are without. */
    void number() {
        if (numbered == versions) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        Optional<Spot> last = sql.first(
                "SELECT * FROM version WHERE page_key = ? AND number = ?",
                row -> Spot.read(row, "first", "first_capture"),
                page,
                numbered);
        String behind = "SELECT first_at, first_ns, first_capture FROM version WHERE page_key = ? "
                + (last.isPresent() ? "AND first_at >= ? " : "")
                + "ORDER BY page_key, first_at, first_ns, first_capture";
        boolean[] found = {last.isEmpty()};
        sql.each(
                behind,
                row -> {
                    Spot spot = Spot.read(row, "first", "first_capture");
                    if (found[0]) {
                        rows.add(new @Nullable Object[] {
                            numbered + rows.size() + 1, page, Sql.at(spot.date()), Sql.ns(spot.date()), spot.capture()
                        });
                    }
                    found[0] |= last.equals(Optional.of(spot));
                },
                last.isPresent() ? new Object[] {page, Sql.at(last.get().date())} : new Object[] {page});
        sql.batch(
                "UPDATE version SET number = ? WHERE page_key = ? AND first_at = ? AND first_ns = ? AND first_capture"
                        + " = ?",
                rows);
        numbered = versions;
    }
}
