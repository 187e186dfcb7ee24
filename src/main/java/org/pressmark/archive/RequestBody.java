package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.pressmark.model.CdxLine;

/** Keeps the beginning of each request's body as records stream by, and nothing of any other record. */
final class RequestBody extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** Where the payload of a record of this WARC-Type goes. */
    OutputStream of(String type) {
        kept.reset();
        return type.equals("request") ? this : OutputStream.nullOutputStream();
    }

    /** What the record just read asked for; empty where it is no request, or a plain GET. */
    Optional<CdxLine.Request> query(ScannedRecord record) {
        return record.type().equals("request")
                ? record.http().flatMap(head -> RequestQuery.of(head, kept.toByteArray()))
                : Optional.empty();
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        kept.write(bytes, offset, Math.min(count, RequestQuery.MOST_BYTES - kept.size()));
    }
}
