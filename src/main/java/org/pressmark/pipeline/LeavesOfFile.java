package org.pressmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.archive.Contents;
import org.pressmark.archive.DamagedRecordException;
import org.pressmark.archive.RecordHashes;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.archive.WarcArchive;
import org.pressmark.ledger.Statement;
import org.pressmark.model.Digest;

/**
 * Reads from a closed file what the log should say of it: each capture with the records that belong to it (request before or
 * behind, metadata behind), each note of a person. The same as the log says of a capture at once.
 */
final class LeavesOfFile {
    private final WarcArchive warcs;
    private final String file;
    private final Leaves.Entered entered;
    private final Consumer<Statement> found;
    private final List<ScannedRecord> before = new ArrayList<>();
    private final List<ScannedRecord> group = new ArrayList<>();
    private @Nullable ScannedRecord main;
    private long records;

    private LeavesOfFile(WarcArchive warcs, String file, Leaves.Entered entered, Consumer<Statement> found) {
        this.warcs = warcs;
        this.file = file;
        this.entered = entered;
        this.found = found;
    }

    /**
     * Reads a file.
     *
     * @param found takes the statements in the order of the file
     * @return how many records it has
     */
    static long read(WarcArchive warcs, Path path, Leaves.Entered entered, Consumer<Statement> found)
            throws IOException {
        LeavesOfFile reader = new LeavesOfFile(warcs, String.valueOf(path.getFileName()), entered, found);
        try {
            Contents.unchecked(path, reader::record);
            reader.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return reader.records;
    }

    private void record(ScannedRecord record) {
        records++;
        if (!record.alone()) {
            return; // it has no place of its own: the file as a whole is what can be proved
        }
        switch (record.type()) {
            case "response", "revisit", "resource" -> {
                end();
                main = record;
                before.stream()
                        .filter(earlier -> earlier.type().equals("metadata")
                                || earlier.concurrentTo().contains(record.recordId())
                                || record.concurrentTo().contains(earlier.recordId()))
                        .forEach(group::add);
                before.clear();
                group.add(record);
            }
            case "request", "metadata" -> beside(record);
            default -> end();
        }
    }

    private void beside(ScannedRecord record) {
        ScannedRecord of = main;
        if (of != null
                && (record.concurrentTo().contains(of.recordId())
                        || of.concurrentTo().contains(record.recordId()))) {
            group.add(record);
            return;
        }
        end();
        if (record.type().equals("request") || record.blockType().endsWith("pem-certificate-chain")) {
            before.add(record);
        } else if (record.blockField("forgotten").isEmpty()) {
            hashes(List.of(record))
                    .ifPresent(hashes -> found.accept(Leaves.review(file, hashes.get(0), record.linkWord(), entered)));
        }
    }

    private void end() {
        ScannedRecord told = main;
        main = null;
        if (told != null) {
            Optional<Digest> payload = told.payloadSha256()
                    .or(() -> group.stream()
                            .flatMap(record -> record.blockField("payload-sha256").stream())
                            .filter(text -> text.matches("sha256:[0-9a-f]{64}"))
                            .findFirst()
                            .map(Digest::parse));
            hashes(group)
                    .ifPresent(hashes -> found.accept(Leaves.capture(
                            told.recordId(),
                            told.date().map(Object::toString).orElse(""),
                            file,
                            hashes,
                            payload,
                            entered)));
        }
        group.clear();
    }

    /** Empty where a record lies of its length: then the file as a whole is what can be proved. */
    private Optional<List<RecordHashes>> hashes(List<ScannedRecord> records) {
        List<RecordHashes> out = new ArrayList<>();
        try {
            for (ScannedRecord record : records) {
                out.add(warcs.hashes(record));
            }
            return Optional.of(out);
        } catch (DamagedRecordException lies) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
