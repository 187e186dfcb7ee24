package org.pressmark.archive;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;

/**
 * Joins the records of each capture, as they come by in the order of a file: the request may stand before or behind the main
 * record, our metadata record always stands next behind it. Holds one capture at a time.
 */
final class CaptureCollector {
    private final Consumer<Capture> captures;
    private @Nullable ScannedRecord main;
    private @Nullable ScannedRecord request;

    CaptureCollector(Consumer<Capture> captures) {
        this.captures = captures;
    }

    void add(ScannedRecord record) {
        switch (record.type()) {
            case "request" -> {
                ScannedRecord waiting = main;
                if (waiting != null && !record.concurrentTo().contains(waiting.recordId())) {
                    tell(Optional.empty());
                }
                request = record;
            }
            case "metadata" -> {
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
        Captures.of(record, metadata, isGet(record)).ifPresent(captures);
    }

    private boolean isGet(ScannedRecord record) {
        ScannedRecord asked = request;
        if (asked == null || asked.http().isEmpty()) {
            return true;
        }
        boolean same = asked.concurrentTo().contains(record.recordId())
                || record.concurrentTo().contains(asked.recordId());
        return !same || asked.http().get().startLine().startsWith("GET ");
    }
}
