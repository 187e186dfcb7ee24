package org.pressmark.pipeline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.pressmark.archive.DamagedRecordException;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.audit.Auditor;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;
import org.pressmark.report.RecordProof;
import org.pressmark.report.RecordProof.Pair;

/**
 * Checks the record of one capture: its bytes are cut out of the WARC file and hashed anew, by the code that verifies whole
 * archives and shares nothing with the code that wrote them; a revisit's original likewise.
 */
public final class ProveRecord {
    private static final int LONGEST_LINE = 1 << 16;

    private final ReplayCapture replay;

    public ProveRecord(ReplayCapture replay) {
        this.replay = replay;
    }

    /** What was found. */
    public RecordProof prove(Capture capture) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<ScannedRecord> record = Optional.empty();
        Optional<Pair> block = Optional.empty();
        try {
            record = Optional.of(replay.shelf().scanned(capture.location()));
            block = block(capture, record.get());
            findings.addAll(audited(capture));
        } catch (DamagedRecordException | java.util.zip.ZipException | java.io.EOFException e) {
            findings.add(new Finding(
                    Finding.Level.DAMAGE,
                    "record-unreadable",
                    capture.location().file(),
                    capture.location().offset(),
                    String.valueOf(e.getMessage())));
        }
        record.filter(found -> !found.recordId().equals(capture.recordId()))
                .ifPresent(other -> findings.add(new Finding(
                        Finding.Level.DAMAGE,
                        "other-record",
                        capture.location().file(),
                        capture.location().offset(),
                        "expected record " + capture.recordId() + ", found " + other.recordId())));
        Optional<Capture> named =
                capture.refersTo().flatMap(replay.shelf()::original).filter(found -> !found.revisit());
        Optional<RecordProof> original = named.isPresent() ? Optional.of(prove(named.get())) : Optional.empty();
        if (named.isEmpty() && capture.revisit()) {
            findings.add(new Finding(
                    Finding.Level.DAMAGE,
                    "original-missing",
                    capture.location().file(),
                    capture.location().offset(),
                    "The capture whose payload it repeats is not here: "
                            + capture.refersTo().map(Record::toString).orElse("none named")));
        }
        // A revisit states the digest of a payload that lies with its original.
        Optional<Pair> repeated = record.flatMap(found -> found.field("WARC-Payload-Digest"))
                .filter(stated -> capture.revisit())
                .flatMap(stated -> original.flatMap(RecordProof::payload)
                        .filter(pair -> pair.found().regionMatches(true, 0, stated, 0, stated.indexOf(':') + 1))
                        .map(pair -> new Pair(stated, pair.found())));
        return new RecordProof(
                capture,
                block,
                record.flatMap(ProveRecord::payload).or(() -> repeated),
                capture.payload(),
                original,
                findings,
                Optional.empty());
    }

    /** The independent checker reads files, so the record is laid into one of its own. */
    private List<Finding> audited(Capture capture) throws IOException {
        Path folder = Files.createTempDirectory("pressmark-");
        boolean gzip = capture.location().file().endsWith(".gz");
        boolean arc = capture.location().file().contains(".arc");
        Path alone = folder.resolve("record." + (arc ? "arc" : "warc") + (gzip ? ".gz" : ""));
        try (InputStream in = replay.record(capture)) {
            Files.copy(in, alone);
            return Auditor.audit(folder, Optional.empty(), Set.of(), (file, done, total) -> {}).findings().stream()
                    .filter(finding -> finding.level() == Finding.Level.DAMAGE)
                    .toList();
        } finally {
            Files.deleteIfExists(alone);
            Files.deleteIfExists(folder);
        }
    }

    private Optional<Pair> block(Capture capture, ScannedRecord record) throws IOException {
        Optional<String> stated = record.field("WARC-Block-Digest");
        Optional<Digest> parsed = stated.flatMap(ProveRecord::parse);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream raw = new BufferedInputStream(replay.record(capture))) {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            InputStream in = gzip ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
            long length = length(in);
            Digest found = digest(in, length, parsed.get().algorithm());
            return Optional.of(pair(stated.get(), found));
        }
    }

    private static Optional<Pair> payload(ScannedRecord record) {
        Optional<String> stated = record.field("WARC-Payload-Digest");
        return stated.flatMap(ProveRecord::parse)
                .flatMap(digest ->
                        digest.algorithm() == Digest.Algorithm.SHA1 ? record.payloadSha1() : record.payloadSha256())
                .map(found -> pair(stated.get(), found));
    }

    private static Pair pair(String stated, Digest found) {
        boolean hex = stated.substring(stated.indexOf(':') + 1).strip().length()
                == found.hex().length();
        return new Pair(stated, hex ? found.toString() : found.base32());
    }

    private static Optional<Digest> parse(String labelled) {
        try {
            return Optional.of(Digest.parse(labelled));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Reads the record's header; gives the length of its block, 0 where none is stated. */
    private static long length(InputStream in) throws IOException {
        long length = 0;
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') {
                if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                }
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            if (text.isEmpty()) {
                return length;
            }
            if (text.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                String digits = text.substring(15).strip();
                length = digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
            }
        }
        return length;
    }

    private static Digest digest(InputStream in, long length, Digest.Algorithm algorithm) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm.javaName());
            byte[] buffer = new byte[1 << 16];
            long left = length;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (count < 0) {
                    break; // a block that is too short has another digest, and the checker says so
                }
                digest.update(buffer, 0, count);
                left -= count;
            }
            return Digest.of(algorithm, digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected " + algorithm.javaName() + " in every Java", e);
        }
    }
}
