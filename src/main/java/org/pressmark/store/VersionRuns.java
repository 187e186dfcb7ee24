package org.pressmark.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;

/** Keeps the versions of one page in step with the texts of its captures. The page's row is locked meanwhile. */
final class VersionRuns {
    private static final String TEXTS = """
            SELECT t.capture_key, t.version_number, t.wording_id, t.headline, c.captured_at, c.captured_ns
            FROM capture_text t JOIN capture c ON c.record_key = t.capture_key WHERE t.page_key = ?""";

    private final Sql sql;
    private final UUID page;

    VersionRuns(Sql sql, UUID page) {
        this.sql = sql;
        this.page = page;
    }

    /**
     * Brings the versions up to date after a capture's text was noted.
     *
     * @param fresh whether the capture had no text before
     * @return the number of versions, where it changed
     */
    Optional<Integer> settle(Capture capture, long wording, boolean fresh) {
        List<Run> versions = sql.list(
                "SELECT * FROM version WHERE page_key = ? ORDER BY number DESC LIMIT 1", VersionRuns::run, page);
        if (versions.isEmpty()
                || !fresh
                || !capture.date().isAfter(versions.get(0).last())) {
            return Optional.of(again());
        }
        Run last = versions.get(0);
        UUID key = Keys.of(capture.recordId());
        if (last.wording() == wording) {
            update(last.with(capture.date()));
            assign(key, last.number());
            return Optional.empty();
        }
        String headline = sql.first(
                        "SELECT headline FROM capture_text WHERE capture_key = ?", row -> row.text("headline"), key)
                .orElse("");
        insert(new Run(last.number() + 1, key, capture.date(), capture.date(), 1, wording, headline));
        assign(key, last.number() + 1);
        return Optional.of(last.number() + 1);
    }

    /** Makes all versions of the page anew from its captures' texts, changing only rows that differ. */
    private int again() {
        List<Text> texts = new ArrayList<>(sql.list(TEXTS, VersionRuns::text, page));
        texts.sort(Comparator.comparing(Text::date).thenComparing(Text::capture, Keys.ORDER));
        List<Run> before = sql.list("SELECT * FROM version WHERE page_key = ? ORDER BY number", VersionRuns::run, page);
        List<Run> runs = new ArrayList<>();
        List<Text> moved = new ArrayList<>();
        for (Text text : texts) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.wording() == text.wording()) {
                runs.set(runs.size() - 1, last.with(text.date()));
            } else {
                runs.add(new Run(
                        runs.size() + 1, text.capture(), text.date(), text.date(), 1, text.wording(), text.headline()));
            }
            if (text.version() != runs.size()) {
                moved.add(new Text(text.capture(), runs.size(), text.wording(), text.headline(), text.date()));
            }
        }
        for (Run run : runs) {
            if (run.number() > before.size()) {
                insert(run);
            } else if (!Objects.equals(run, before.get(run.number() - 1))) {
                update(run);
            }
        }
        sql.update("DELETE FROM version WHERE page_key = ? AND number > ?", page, runs.size());
        List<@Nullable Object[]> assignments = new ArrayList<>();
        moved.forEach(text -> assignments.add(new @Nullable Object[] {text.version(), text.capture()}));
        sql.batch("UPDATE capture_text SET version_number = ? WHERE capture_key = ?", assignments);
        return runs.size();
    }

    private record Text(UUID capture, int version, long wording, String headline, Instant date) {}

    private record Run(
            int number, UUID capture, Instant first, Instant last, int captures, long wording, String headline) {
        Run with(Instant date) {
            return new Run(number, capture, first, date, captures + 1, wording, headline);
        }
    }

    private void assign(UUID capture, int number) {
        sql.update("UPDATE capture_text SET version_number = ? WHERE capture_key = ?", number, capture);
    }

    private void insert(Run run) {
        sql.update("""
                INSERT INTO version (first_capture, first_at, first_ns, last_at, last_ns, captures, wording_id, headline,
                  page_key, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values(run));
    }

    private void update(Run run) {
        sql.update("""
                UPDATE version SET first_capture = ?, first_at = ?, first_ns = ?, last_at = ?, last_ns = ?, captures = ?,
                  wording_id = ?, headline = ? WHERE page_key = ? AND number = ?""", values(run));
    }

    private @Nullable Object[] values(Run run) {
        return new @Nullable Object[] {
            run.capture(),
            Sql.at(run.first()),
            Sql.ns(run.first()),
            Sql.at(run.last()),
            Sql.ns(run.last()),
            run.captures(),
            run.wording(),
            run.headline(),
            page,
            run.number()
        };
    }

    private static Run run(Row row) throws SQLException {
        return new Run(
                row.integer("number"),
                row.key("first_capture"),
                row.instant("first"),
                row.instant("last"),
                row.integer("captures"),
                row.number("wording_id"),
                row.text("headline"));
    }

    private static Text text(Row row) throws SQLException {
        return new Text(
                row.key("capture_key"),
                row.integer("version_number"),
                row.number("wording_id"),
                row.text("headline"),
                row.instant("captured"));
    }
}
