package org.pressmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;

/** What the log says of the records of some files: of those that are not byte for byte what it says of the whole. */
final class LoggedRecords {
    /** Types that the log must name; requests and metadata of imported files it may leave out. */
    private static final Set<String> CAPTURES = Set.of("response", "revisit", "resource");

    private final Map<String, Map<String, Logged>> byFile = new TreeMap<>();
    private final Set<String> forgotten;

    private record Logged(String id, String type, String block, String stored, long leaf) {}

    /** @param forgotten ids of captures that were taken out: nobody misses them */
    LoggedRecords(Path leaves, Set<String> files, Set<String> forgotten) throws IOException {
        this.forgotten = forgotten;
        long[] number = {0};
        LogLines.each(leaves, (buffer, offset, length) -> {
            String line = new String(buffer, offset, length, StandardCharsets.UTF_8);
            String type = LogLine.text(line, "type");
            if ((type.equals("capture") || type.equals("review")) && files.contains(LogLine.text(line, "file"))) {
                take(line, number[0]);
            }
            number[0]++;
        });
    }

    private void take(String line, long leaf) {
        try {
            JsonNode said = Json.parse(line);
            if (!forgotten.contains(said.path("subject").asText())) {
                Map<String, Logged> records =
                        byFile.computeIfAbsent(said.path("file").asText(), file -> new LinkedHashMap<>());
                said.path("records").forEach(record -> {
                    Logged logged = new Logged(
                            record.path("id").asText(),
                            record.path("type").asText(),
                            record.path("block").asText(),
                            record.path("stored").asText(),
                            leaf);
                    records.put(logged.id(), logged);
                });
            }
        } catch (JsonException told) {
            return; // as a line that cannot be read
        }
    }

    /**
     * Sets a file's records against the log.
     *
     * @param settled whether the log says that it names all of the file; if not, what it does not name may yet come
     * @param growing whether the file is being written: the log may be ahead of what is seen of it
     */
    void check(Path path, String file, Findings findings, boolean settled, boolean growing) throws IOException {
        Map<String, Logged> expected = new HashMap<>(byFile.getOrDefault(file, Map.of()));
        Map<String, Logged> byStored = new HashMap<>();
        expected.values().forEach(logged -> byStored.put(logged.stored(), logged));
        Set<String> met = new HashSet<>();
        new RecordWalk(found -> {
                    Logged logged = expected.get(found.id());
                    if (logged == null) {
                        logged = byStored.get(found.stored()); // records of other writers may have no id
                    }
                    if (logged != null) {
                        met.add(logged.id());
                        compare(found, logged, findings);
                    } else if (settled && (CAPTURES.contains(found.type()) || found.word())) {
                        added(found, findings);
                    }
                })
                .run(path);
        if (growing) {
            return;
        }
        for (Logged logged : expected.values()) {
            if (!met.contains(logged.id())) {
                findings.damage(
                        "logged-record-missing",
                        -1,
                        "Leaf " + logged.leaf() + " of the log names the record " + logged.id()
                                + "; the file has none such that can be read. Restore the file from a copy.");
            }
        }
    }

    private void added(RecordWalk.Found found, Findings findings) {
        if (forgotten.contains(found.id())) {
            findings.warning(
                    "forgotten-record-there",
                    found.offset(),
                    "The record " + found.id() + " was taken out at somebody's request, says the log, and it is here.");
        } else {
            findings.damage(
                    "record-not-logged",
                    found.offset(),
                    "The log does not name the record " + found.id()
                            + ": it was put into the file after it was closed.");
        }
    }

    private static void compare(RecordWalk.Found found, Logged logged, Findings findings) {
        if (!found.block().equals(logged.block())) {
            findings.damage(
                    "logged-record-changed",
                    found.offset(),
                    "Record " + found.id() + ": leaf " + logged.leaf() + " of the log has a block with sha256:"
                            + logged.block() + ", found sha256:" + found.block()
                            + ". It was changed after it was stored.");
        } else if (!found.stored().equals(logged.stored())) {
            findings.damage(
                    "logged-header-changed",
                    found.offset(),
                    "Record " + found.id() + ": its block is what leaf " + logged.leaf()
                            + " of the log says, but its header or its compression was changed.");
        }
    }
}
