package org.pressmark.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Digest;

/** Table {@code warc_file}. */
public final class WarcFileTable {
    private final Sql sql;
    private final boolean shaken;
    private final Map<String, Long> ids = new HashMap<>();

    /** @param shaken whether rows that were entered before may be gone */
    WarcFileTable(Sql sql, boolean shaken) {
        this.sql = sql;
        this.shaken = shaken;
    }

    /**
     * Notes that a file's records are indexed up to this byte; never goes back. Nothing is noted where the database failed or was
     * killed since this program began: records before that byte may have gone with it, and the next start reads on from where
     * all was there.
     */
    public void advance(String name, long indexedTo) {
        if (shaken) {
            return;
        }
        sql.update(
                "UPDATE warc_file SET indexed_to = ? WHERE id = ? AND indexed_to < ?", indexedTo, id(name), indexedTo);
    }

    /** Notes that a file was written anew and is wholly indexed. */
    public void replaced(String name, long length) {
        sql.update("UPDATE warc_file SET indexed_to = ?, sha256 = NULL WHERE id = ?", length, id(name));
    }

    /** Notes the digest of a closed file. */
    public void close(String name, Digest sha256) {
        sql.update("UPDATE warc_file SET sha256 = ? WHERE id = ?", sha256.toString(), id(name));
    }

    /** The file of this name, where the index knows it. */
    public Optional<WarcFile> find(String name) {
        return sql.first("SELECT * FROM warc_file WHERE name = ?", WarcFileTable::map, name);
    }

    /** All files, by name. */
    public List<WarcFile> all() {
        return sql.list("SELECT * FROM warc_file ORDER BY name", WarcFileTable::map);
    }

    /** All files, in the order in which the index came to know them. */
    public List<WarcFile> asTheyCame() {
        return sql.list("SELECT * FROM warc_file ORDER BY id", WarcFileTable::map);
    }

    /** The row of a file, made where it is missing. */
    long id(String name) {
        Long known = ids.get(name);
        if (known == null) {
            String find = "SELECT id FROM warc_file WHERE name = ?";
            Optional<Long> row = sql.first(find, found -> found.number("id"), name);
            if (row.isEmpty()) {
                sql.update("INSERT INTO warc_file (name, indexed_to) VALUES (?, 0) ON CONFLICT DO NOTHING", name);
                row = sql.first(find, found -> found.number("id"), name);
            }
            known = row.orElseThrow(() -> new StoreException("the index did not take the file " + name));
            ids.put(name, known);
        }
        return known;
    }

    private static WarcFile map(Row row) throws SQLException {
        return new WarcFile(
                row.text("name"),
                row.number("indexed_to"),
                row.optionalText("sha256").map(Digest::parse));
    }
}
