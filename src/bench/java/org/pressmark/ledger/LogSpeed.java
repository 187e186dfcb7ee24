package org.pressmark.ledger;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.audit.Auditor;
import org.pressmark.audit.AuditProgress;

/**
 * How quick the log is: entering, a proof after a cold open, the checker. {@code java … org.pressmark.ledger.LogSpeed FOLDER
 * [LEAVES]} makes a log of so many leaves (1,000,000) of the size that captures have in FOLDER, then measures.
 */
final class LogSpeed {
    private LogSpeed() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int leaves = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        SigningKey key = SigningKey.make();
        long begun = System.nanoTime();
        try (Ledger ledger = Ledger.open(folder, "pressmark/speed", finding -> {})) {
            int there = (int) Math.max(0, ledger.size() - 1);
            for (int i = there; i < leaves; i += 128) {
                ledger.append(batch(i, Math.min(leaves, i + 128)), Instant.EPOCH.plusMillis(i));
            }
            ledger.checkpoint(ledger.origin(), key);
            say("entering " + (leaves - there), (System.nanoTime() - begun) / 1e9, "s");
        }
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try (Ledger ledger = Ledger.open(folder, "pressmark/speed", finding -> {})) {
                String subject = subject(leaves / 3 + round);
                long leaf = Optional.ofNullable(ledger.find(List.of(subject)).get(subject)).orElseThrow().first();
                TlogProof.inclusion(ledger, leaf, ledger.lastCheckpoint().orElseThrow());
                ledger.leaf(leaf);
            }
            say("open, find, prove", (System.nanoTime() - start) / 1e6, "ms");
            say("  processor time", (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6, "ms");
        }
        long start = System.nanoTime();
        Auditor.audit(folder, Optional.empty(), java.util.Set.of(), AuditProgress.SILENT);
        say("check the whole log", (System.nanoTime() - start) / 1e9, "s");
        say("leaves on disk", Files.size(folder.resolve("ledger/leaves.jsonl")) / 1e6, "MB");
    }

    private static List<Statement> batch(int from, int to) {
        List<Statement> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String hash = String.format(Locale.ROOT, "%064x", i * 0x9e3779b97f4a7c15L);
            List<Object> records = new ArrayList<>();
            for (String type : List.of("request", "response", "metadata")) {
                records.add(Map.of(
                        "id", subject(i) + type.charAt(2), "type", type, "block", hash, "stored", hash, "bytes", 4711L));
            }
            out.add(new Statement(
                    "capture",
                    subject(i),
                    Map.of("date", "2026-11-22T10:15:00Z", "file", "a.warc.gz", "records", records, "entered", "captured")));
        }
        return out;
    }

    private static String subject(int i) {
        return String.format(Locale.ROOT, "urn:uuid:%08x-0000-4000-8000-%012x", i, i * 7L);
    }

    private static void say(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-22s %.2f %s%n", what, value, unit);
    }
}
