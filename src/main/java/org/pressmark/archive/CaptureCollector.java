package org.pressmark.archive;

import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.CdxLine;
import org.pressmark.model.LinkWord;

/**
 * Joins the records of each capture, as they come by in the order of a file: the request may stand before or behind the main
 * record, our metadata record always stands next behind it. Holds one capture at a time.
 */
final class CaptureCollector {
    private final Consumer<Captured> captures;
    private final Consumer<LinkWord> words;
    private final RequestBody body = new RequestBody();
    private @Nullable ScannedRecord main;
    private @Nullable ScannedRecord request;
    private Optional<CdxLine.Request> query = Optional.empty();

    /** @param words takes what people said of links */
    CaptureCollector(Consumer<Captured> captures, Consumer<LinkWord> words) {
        this.captures = captures;
        this.words = words;
    }

    /** Where the payload of a record of this WARC-Type goes, which {@link #add} is given next. */
    OutputStream payloadCopy(String type) {
        return body.of(type);
    }

    void add(ScannedRecord record) {
        switch (record.type()) {
            case "request" -> {
                ScannedRecord waiting = main;
                if (waiting != null && !record.concurrentTo().contains(waiting.recordId())) {
                    tell(Optional.empty());
                }
                request = record;
                query = body.query(record);
            }
            case "metadata" -> {
                LinkWords.of(record).ifPresent(words);
                ScannedRecord waiting = main;
                boolean ours = record.blockField(MetadataFields.ROLE).isPresent();
                if (ours && waiting != null && record.concurrentTo().contains(waiting.recordId())) {
                    tell(Optional.of(record));
                }
            }
            case "response", "revisit", "resource" -> {
                tell(Optional.empty());
                main = record;
            }
            default -> {
                tell(Optional.empty());
                request = null;
            }
        }
    }

    /** Says that the file is at its end. */
    void end() {
        tell(Optional.empty());
    }

    private void tell(Optional<ScannedRecord> metadata) {
        ScannedRecord record = main;
        if (record == null) {
            return;
        }
        main = null;
        ScannedRecord asked = request;
        if (asked == null || asked.http().isEmpty() || !belong(asked, record)) {
            tell(record, metadata, true, Optional.empty());
            return;
        }
        tell(record, metadata, asked.http().get().startLine().startsWith("GET "), query);
    }

    private void tell(
            ScannedRecord record, Optional<ScannedRecord> metadata, boolean plainGet, Optional<CdxLine.Request> asked) {
        boolean labelled = metadata.flatMap(Captures::statedRole).isPresent();
        Captures.of(record, metadata, plainGet, asked)
                .map(capture -> new Captured(capture, labelled))
                .ifPresent(captures);
    }

    private static boolean belong(ScannedRecord request, ScannedRecord main) {
        return request.concurrentTo().contains(main.recordId())
                || main.concurrentTo().contains(request.recordId());
    }
}
