package org.pressmark.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.Truncation;
import org.pressmark.model.UrlKey;

/** A capture as a row of table {@code capture}, in both directions. */
final class CaptureRow {
    static final String INSERT = """
            INSERT INTO capture (record_key, record_id, url, url_key, key_start, page_key, captured_at, captured_ns, kind, purpose,
              status, media_type, payload, payload_key, payload_length, file_id, record_offset, record_length, refers_url,
              refers_at, refers_ns, refers_record, redirect, course, course_key, truncated)
            VALUES (\
            """ + Sql.marks(26) + ")";

    private CaptureRow() {}

    /** @param file the row of the WARC file that holds it */
    static @Nullable Object[] values(UUID key, Capture capture, long file) {
        Optional<Capture.Original> refers = capture.refersTo();
        return new @Nullable Object[] {
            key,
            capture.recordId(),
            capture.url(),
            capture.key().surt(),
            CaptureKeys.start(capture.key().surt()),
            Keys.of(capture.key()),
            Sql.at(capture.date()),
            Sql.ns(capture.date()),
            Sql.word(capture.kind()),
            Sql.word(capture.role()),
            capture.status(),
            capture.mediaType(),
            capture.payload().toString(),
            Keys.of(capture.payload()),
            capture.payloadLength(),
            file,
            capture.location().offset(),
            capture.location().length(),
            refers.map(Capture.Original::url),
            refers.map(original -> Sql.at(original.date())),
            refers.map(original -> Sql.ns(original.date())),
            refers.flatMap(Capture.Original::recordId),
            capture.redirect(),
            capture.page(),
            capture.page().map(Keys::of),
            capture.truncated().map(Sql::word)
        };
    }

    static Capture read(Row row) throws SQLException {
        Optional<String> refers = row.optionalText("refers_url");
        Optional<Capture.Original> original = refers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Capture.Original(refers.get(), row.instant("refers"), row.optionalText("refers_record")));
        Optional<Truncation> truncated = row.optionalText("truncated").isEmpty()
                ? Optional.empty()
                : Optional.of(row.word("truncated", Truncation.class));
        return new Capture(
                row.text("record_id"),
                row.text("url"),
                new UrlKey(row.text("url_key")),
                row.instant("captured"),
                row.word("kind", Capture.Kind.class),
                row.word("purpose", Capture.Role.class),
                row.integer("status"),
                row.text("media_type"),
                Digest.parse(row.text("payload")),
                row.number("payload_length"),
                new RecordLocation(row.text("file_name"), row.number("record_offset"), row.number("record_length")),
                original,
                row.optionalText("redirect"),
                row.optionalText("course"),
                truncated);
    }
}
