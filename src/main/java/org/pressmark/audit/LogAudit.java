package org.pressmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;

/**
 * Reads the log of an archive through, once and forward: order, clock, hashes, signatures, and what it says of each WARC file.
 * What it keeps grows with the files and the checkpoints, not with the leaves.
 */
final class LogAudit {
    static final String FOLDER = "ledger";

    private static final String LEAVES = FOLDER + "/leaves.jsonl";
    private static final String CHECKPOINTS = FOLDER + "/checkpoints";

    private final Path leaves;
    private final Path checkpoints;
    private final LogTrust trust;
    private final Findings findings = new Findings(LEAVES);
    private final Findings signed = new Findings(CHECKPOINTS);
    private final LogTree tree = new LogTree();
    private final LogOrder order = new LogOrder();
    private final LogKeys keys;
    private final Map<String, LoggedFile> files = new TreeMap<>();
    private final Set<String> named = new TreeSet<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Optional<byte[]> trace;
    private Optional<byte[]> firstLeaf = Optional.empty();
    private String origin = "";
    private long unreadable;

    LogAudit(Path archive, LogTrust trust) throws IOException {
        this.trace = LogTrace.of(archive);
        this.leaves = archive.resolve(LEAVES);
        this.checkpoints = archive.resolve(CHECKPOINTS);
        this.trust = trust;
        this.keys = new LogKeys(trust);
    }

    /** True where there is a log, a signature of one, or a trace of one that there was. */
    boolean known() {
        return there() || trace.isPresent() || !trust.checkpoints().isEmpty();
    }

    private boolean there() {
        return Files.exists(leaves) || Files.exists(checkpoints);
    }

    Path leaves() {
        return leaves;
    }

    /** What the log says of the WARC files, by name. */
    Map<String, LoggedFile> files() {
        return files;
    }

    /** Names of all files in which the log has captures. */
    Set<String> named() {
        return named;
    }

    /** Ids of captures that were taken out. */
    Set<String> forgotten() {
        return forgotten;
    }

    /** Whether there are leaves and each stands at its place: if not, what they say last is not what was said last. */
    boolean inOrder() {
        return tree.size() > 0 && order.kept();
    }

    long size() {
        return tree.size();
    }

    List<org.pressmark.model.Finding> findings() {
        List<org.pressmark.model.Finding> out = new ArrayList<>(findings.all());
        out.addAll(signed.all());
        return out;
    }

    void run() throws IOException {
        List<LogCheckpoint> notes = notes();
        LogSignatures signatures = new LogSignatures(notes);
        long torn = Files.exists(leaves)
                ? LogLines.each(leaves, (buffer, offset, length) -> {
                    tree.add(buffer, offset, length);
                    firstLeaf = tree.size() == 1 ? Optional.of(tree.root()) : firstLeaf;
                    signatures.at(tree);
                    take(new String(buffer, offset, length, StandardCharsets.UTF_8));
                })
                : 0;
        LogTrace.tell(trace, firstLeaf, there(), findings);
        if (torn > 0) {
            findings.note(
                    "leaf-half-written",
                    -1,
                    "The last " + torn
                            + " bytes are being written or were when the writer ended; the next one cuts them off.");
        }
        if (unreadable > 0) {
            findings.damage("leaf-unreadable", -1, unreadable + " lines of the log cannot be read as statements.");
        }
        order.tell(findings);
        keys.tell(signed);
        long sure = signatures.tell(signed, keys.believed(), origin, tree.size(), order.kept());
        LogStamps.check(leaves.resolveSibling("timestamps"), notes, signed);
        if (tree.size() > sure) {
            findings.note(
                    "leaves-unsigned",
                    -1,
                    "No checkpoint signs the last " + (tree.size() - sure) + " of " + tree.size()
                            + " leaves yet; 'pressmark checkpoint' does.");
        }
    }

    private List<LogCheckpoint> notes() throws IOException {
        List<LogCheckpoint> out = new ArrayList<>();
        if (Files.exists(checkpoints)) {
            String text = Files.readString(checkpoints);
            out.addAll(LogCheckpoint.all("in " + CHECKPOINTS, text));
        }
        for (String kept : trust.checkpoints()) {
            List<LogCheckpoint> found = LogCheckpoint.all("that you gave", kept);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("expected a checkpoint (a C2SP signed note), found none");
            }
            out.addAll(found);
        }
        return out;
    }

    private void take(String line) {
        order.add(line);
        try {
            switch (LogLine.text(line, "type")) {
                case "log" -> origin = origin.isEmpty() ? LogLine.text(line, "origin") : origin;
                case "key" -> keys.add(line, origin);
                case "capture", "review" -> named.add(LogLine.text(line, "file"));
                case "file", "retraction" -> file(Json.parse(line));
                case "" -> unreadable++;
                default -> {
                    // a statement about a text: set against the index, where there is one
                }
            }
        } catch (JsonException noStatement) {
            unreadable++;
        }
    }

    private void file(JsonNode said) {
        String name = said.path("subject").asText().replaceFirst("^file:", "");
        LoggedFile before = files.get(name);
        said.path("removed").forEach(id -> forgotten.add(id.asText()));
        files.put(
                name,
                new LoggedFile(
                        tree.size() - 1,
                        said.path("sha256").asText(),
                        said.path("before").asText(),
                        said.path("bytes").asLong(),
                        said.path("removed").size() + (before == null ? 0 : before.forgotten()),
                        said.path("time").asText()));
    }
}
