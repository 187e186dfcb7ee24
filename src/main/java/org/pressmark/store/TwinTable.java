package org.pressmark.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

/**
 * Table {@code twin}: main records whose id the index has from another place already. A file that was taken in twice gives
 * them, or two exports that overlap. Nothing is answered from them, but a takedown takes them too.
 */
public final class TwinTable {
    private static final String SELECT =
            "SELECT t.*, f.name AS file_name FROM twin t JOIN warc_file f ON f.id = t.file_id ";

    private final Sql sql;
    private final WarcFileTable files;

    TwinTable(Sql sql, WarcFileTable files) {
        this.sql = sql;
        this.files = files;
    }

    /** A record that is not the first of its id. */
    public record Twin(String recordId, RecordLocation location) {}

    /** Adds a record; one that is there already stays as it is. */
    void add(Capture capture) {
        RecordLocation place = capture.location();
        sql.update(
                """
                    INSERT INTO twin (file_id, record_offset, record_length, record_id, page_key) VALUES (?, ?, ?, ?, ?)
                      ON CONFLICT DO NOTHING\
                    """,
                files.id(place.file()),
                place.offset(),
                place.length(),
                capture.recordId(),
                Keys.of(capture.key()));
    }

    /** The twins among an address's captures. */
    public List<Twin> of(UrlKey key) {
        return sql.list(SELECT + "WHERE t.page_key = ? ORDER BY f.name, t.record_offset", TwinTable::map, Keys.of(key));
    }

    /** The twins in a WARC file, in the order in which they lie there. */
    public List<Twin> inFile(String name) {
        return sql.list(SELECT + "WHERE f.name = ? ORDER BY t.record_offset", TwinTable::map, name);
    }

    /**
     * Notes where the twins of a WARC file lie since it was written anew.
     *
     * @param places the new places by the old offsets; a twin without one went out of the file
     */
    public void move(List<Twin> twins, Map<Long, RecordLocation> places) {
        List<@Nullable Object[]> old = new ArrayList<>();
        List<@Nullable Object[]> anew = new ArrayList<>();
        for (Twin twin : twins) {
            long file = files.id(twin.location().file());
            long offset = twin.location().offset();
            RecordLocation place = places.get(offset);
            // First all out of the way: a new place may be where another twin still stands.
            old.add(new Object[] {-1 - offset, file, offset});
            if (place != null) {
                anew.add(new Object[] {place.offset(), place.length(), file, -1 - offset});
            }
        }
        sql.batch("UPDATE twin SET record_offset = ? WHERE file_id = ? AND record_offset = ?", old);
        sql.batch("UPDATE twin SET record_offset = ?, record_length = ? WHERE file_id = ? AND record_offset = ?", anew);
        sql.update("DELETE FROM twin WHERE record_offset < 0");
    }

    private static Twin map(Row row) throws SQLException {
        return new Twin(
                row.text("record_id"),
                new RecordLocation(row.text("file_name"), row.number("record_offset"), row.number("record_length")));
    }
}
