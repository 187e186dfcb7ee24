package org.pressmark.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the versions of one page in step with the texts of its captures, touching only those beside a capture: however many
 * there are, and wherever it stands among them. The page's row is locked meanwhile.
 */
final class VersionRuns {
    /** What is read of a half of a version that is cut in two, until one of the halves is counted. */
    private static final int SOME = 64;

    private static final Spot.Rows<Text> TEXTS = new Spot.Rows<>(
            "SELECT captured_at, captured_ns, capture_key, headline FROM capture_text ",
            "captured",
            "capture_key",
            row -> new Text(Spot.read(row, "captured", "capture_key"), row.text("headline")));

    private static final Spot.Rows<Run> RUNS =
            new Spot.Rows<>("SELECT * FROM version ", "first", "first_capture", VersionRuns::run);

    private final Sql sql;
    private final UUID page;
    private final VersionNumbers numbers;
    private final Set<UUID> gone = new HashSet<>();
    private final Set<UUID> begun = new HashSet<>();

    VersionRuns(Sql sql, UUID page, VersionNumbers numbers) {
        this.sql = sql;
        this.page = page;
        this.numbers = numbers;
    }

    /** What a capture says, as a row of {@code capture_text} has it. */
    private record Text(Spot spot, String headline) {}

    private record Run(
            Spot first,
            Instant last,
            int captures,
            long wording,
            String headline,
            @Nullable Integer number) {
        Run lasting(Instant until, int count) {
            return new Run(first, until, count, wording, headline, number);
        }

        Run from(Text text, Instant until, int count) {
            return new Run(text.spot, until, count, wording, text.headline, number);
        }
    }

    /** Takes a capture in whose text was noted just now. */
    VersionChange add(Spot spot, long wording, String headline) {
        Text text = new Text(spot, headline);
        Optional<Run> run = RUNS.before(sql, page, spot);
        if (run.isPresent() && run.get().wording == wording) {
            Run in = run.get();
            set(in, in.lasting(later(in.last, spot.date()), in.captures + 1));
            return changes();
        }
        Optional<Run> following = RUNS.after(sql, page, spot);
        Optional<Text> next = TEXTS.after(sql, page, spot);
        boolean within = run.isPresent()
                && next.isPresent()
                && !following.map(Run::first).equals(next.map(Text::spot));
        if (within) {
            cut(run.get(), text, wording, next.get(), following);
        } else if (following.isPresent() && following.get().wording == wording) {
            Run in = following.get();
            set(in, in.from(text, in.last, in.captures + 1));
        } else {
            insert(run, new Run(spot, spot.date(), 1, wording, headline, null), following);
        }
        return changes();
    }

    /** Puts a text into the middle of a run of others: then there are three. */
    private void cut(Run run, Text text, long wording, Text next, Optional<Run> following) {
        int behind = behind(run, text.spot, following.map(Run::first));
        Instant last = TEXTS.before(sql, page, text.spot).orElseThrow().spot.date();
        Run front = run.lasting(last, run.captures - behind);
        Run middle = new Run(text.spot, text.spot.date(), 1, wording, text.headline, null);
        set(run, front);
        Run inserted = insert(Optional.of(front), middle, following);
        Run rest = new Run(next.spot, run.last, behind, run.wording, next.headline, null);
        insert(Optional.of(inserted), rest, following);
    }

    /** How many of a run's captures stand behind a place; the smaller part is counted. */
    private int behind(Run run, Spot spot, Optional<Spot> end) {
        for (int most = SOME; ; most *= 4) {
            // the capture itself stands at the place and is none of the run's
            int behind = TEXTS.count(sql, page, spot, end, most + 1) - 1;
            if (behind < most) {
                return behind;
            }
            int before = TEXTS.countBack(sql, page, run.first, spot, most);
            if (before < most) {
                return run.captures - before;
            }
        }
    }

    /** Takes a capture out whose text was forgotten just now. */
    VersionChange remove(Spot spot) {
        Run run = RUNS.upTo(sql, page, spot)
                .orElseThrow(() -> new StoreException("the index has no version for a text of " + page));
        Optional<Run> following = RUNS.after(sql, page, spot);
        if (run.captures > 1) {
            if (run.first.equals(spot)) {
                set(run, run.from(TEXTS.after(sql, page, spot).orElseThrow(), run.last, run.captures - 1));
            } else {
                Instant last = TEXTS.after(sql, page, spot)
                        .filter(next -> !following.map(Run::first).equals(Optional.of(next.spot)))
                        .map(next -> run.last)
                        .orElseGet(() ->
                                TEXTS.before(sql, page, spot).orElseThrow().spot.date());
                set(run, run.lasting(last, run.captures - 1));
            }
            return changes();
        }
        Optional<Run> earlier = RUNS.before(sql, page, spot);
        delete(run, earlier.isEmpty() ? following : Optional.empty());
        if (earlier.isPresent() && following.isPresent() && earlier.get().wording == following.get().wording) {
            Run joined = earlier.get();
            Run taken = following.get();
            delete(taken, Optional.empty());
            set(joined, joined.lasting(taken.last, joined.captures + taken.captures));
        }
        return changes();
    }

    /** Notes that a capture's headline is another, its text being the same. */
    void entitle(Spot spot, String headline) {
        sql.update("UPDATE version SET headline = ? WHERE " + KEY, values(headline, page, spot));
    }

    private static final String KEY = "page_key = ? AND first_at = ? AND first_ns = ? AND first_capture = ?";

    private static @Nullable Object[] values(@Nullable Object value, UUID page, Spot spot) {
        return new @Nullable Object[] {value, page, Sql.at(spot.date()), Sql.ns(spot.date()), spot.capture()};
    }

    private void set(Run before, Run now) {
        if (!before.first.equals(now.first)) {
            gone.add(before.first.capture());
            begun.add(now.first.capture());
        }
        sql.update(
                """
                    UPDATE version SET first_at = ?, first_ns = ?, first_capture = ?, last_at = ?, last_ns = ?, captures = ?,
                      headline = ? WHERE
                    """ + KEY,
                Sql.at(now.first.date()),
                Sql.ns(now.first.date()),
                now.first.capture(),
                Sql.at(now.last),
                Sql.ns(now.last),
                now.captures,
                now.headline,
                page,
                Sql.at(before.first.date()),
                Sql.ns(before.first.date()),
                before.first.capture());
    }

    private Run insert(Optional<Run> behind, Run run, Optional<Run> following) {
        Integer number = numbers.inserted(behind.map(Run::number), behind.isEmpty(), following.isEmpty());
        if (behind.isEmpty() && following.isPresent()) {
            Spot second = following.get().first;
            sql.update("UPDATE version SET number = ? WHERE " + KEY, values(null, page, second));
        }
        begun.add(run.first.capture());
        sql.update(
                """
                INSERT INTO version (page_key, first_at, first_ns, first_capture, last_at, last_ns, captures, wording_id,
                  headline, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                page,
                Sql.at(run.first.date()),
                Sql.ns(run.first.date()),
                run.first.capture(),
                Sql.at(run.last),
                Sql.ns(run.last),
                run.captures,
                run.wording,
                run.headline,
                number);
        return new Run(run.first, run.last, run.captures, run.wording, run.headline, number);
    }

    /** @param first the version that is the page's first now, where it was another */
    private void delete(Run run, Optional<Run> first) {
        gone.add(run.first.capture());
        Spot spot = run.first;
        sql.update("DELETE FROM version WHERE " + KEY, page, Sql.at(spot.date()), Sql.ns(spot.date()), spot.capture());
        numbers.deleted(run.number, first.isPresent());
        first.ifPresent(now -> sql.update("UPDATE version SET number = ? WHERE " + KEY, values(1, page, now.first)));
    }

    private VersionChange changes() {
        VersionChange change = new VersionChange(ids(gone), ids(begun));
        gone.clear();
        begun.clear();
        return change;
    }

    private Set<String> ids(Set<UUID> keys) {
        Set<String> out = new HashSet<>();
        keys.forEach(key -> sql.first(
                        "SELECT record_id FROM capture WHERE record_key = ?", row -> row.text("record_id"), key)
                .ifPresent(out::add));
        return out;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Run run(Row row) throws SQLException {
        int number = row.integer("number");
        return new Run(
                Spot.read(row, "first", "first_capture"),
                row.instant("last"),
                row.integer("captures"),
                row.number("wording_id"),
                row.text("headline"),
                number == 0 ? null : number);
    }
}
