package org.pressmark.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pressmark.model.Version;
import org.pressmark.store.VersionTable.Replaced;

/** Versions that took the place of an earlier one, the last seen first. */
final class Edits {
    /** An index stands in this order. */
    private static final String NEWEST_FIRST =
            "ORDER BY v.first_at DESC, v.first_ns DESC, v.page_key DESC, v.first_capture DESC ";

    /** A first version has its number always, whatever stands behind it. */
    private static final String EDITS = "(v.number IS NULL OR v.number > 1) ";

    private final Sql sql;
    private final VersionTable versions;

    Edits(Sql sql, VersionTable versions) {
        this.sql = sql;
        this.versions = versions;
    }

    private record Edit(Version version, String url, UUID page) {}

    /** See {@link VersionTable#edits}. */
    List<Version> since(Instant since, Optional<String> source, int limit) {
        return edits(source, "AND v.first_at >= ? ", limit, Sql.at(since)).stream()
                .map(Edit::version)
                .toList();
    }

    /** See {@link VersionTable#replaced}. */
    List<Replaced> replaced(Optional<String> source, int limit) {
        List<Replaced> out = new ArrayList<>();
        for (Edit edit : edits(source, "", limit)) {
            Version after = edit.version();
            versions.before(edit.page(), new Spot(after.firstSeen(), Keys.of(after.firstCapture())))
                    .ifPresent(before -> out.add(new Replaced(before, after, edit.url())));
        }
        return out;
    }

    private List<Edit> edits(Optional<String> source, String which, int limit, Object... bounds) {
        List<Object> values = new ArrayList<>();
        source.ifPresent(values::add);
        values.addAll(List.of(bounds));
        values.add(limit);
        return sql.list(
                VersionTable.CHOSEN + "(SELECT v.* FROM version v "
                        + (source.isPresent() ? "JOIN frontier f ON f.page_key = v.page_key AND f.source = ? " : "")
                        + "WHERE " + EDITS + which + NEWEST_FIRST + "LIMIT ?) v" + VersionTable.JOINED + NEWEST_FIRST,
                row -> new Edit(VersionTable.map(row), row.text("url"), row.key("page_key")),
                values.toArray());
    }
}
