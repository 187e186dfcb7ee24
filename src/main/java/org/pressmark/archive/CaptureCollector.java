package org.pressmark.archive;

import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.LinkWord;

/**
 * Joins the records of each capture, as they come by in the order of a file: the request may stand before or behind the main
 * record, our metadata record always stands next behind it. Holds one capture at a time.
 */
final class CaptureCollector {
    private final Consumer<Capture> captures;
    private final Consumer<LinkWord> words;
    private final RequestBody body = new RequestBody();
    private @Nullable ScannedRecord main;
    private @Nullable ScannedRecord request;
    private Optional<CdxLine.Request> query = Optional.empty();

    /** @param words takes what people said of links */
    CaptureCollector(Consumer<Capture> captures, Consumer<LinkWord> words) {
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
            Captures.of(record, metadata, true, Optional.empty()).ifPresent(captures);
            return;
        }
        boolean plainGet = asked.http().get().startLine().startsWith("GET ");
        Captures.of(record, metadata, plainGet, query).ifPresent(captures);
    }

    private static boolean belong(ScannedRecord request, ScannedRecord main) {
        return request.concurrentTo().contains(main.recordId())
                || main.concurrentTo().contains(request.recordId());
    }
}
