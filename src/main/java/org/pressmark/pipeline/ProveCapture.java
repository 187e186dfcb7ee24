package org.pressmark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.pressmark.archive.Contents;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.json.Json;
import org.pressmark.ledger.Checkpoint;
import org.pressmark.ledger.Ledger;
import org.pressmark.ledger.LogKeys;
import org.pressmark.ledger.Timestamps;
import org.pressmark.ledger.TlogProof;
import org.pressmark.ledger.VerifierKey;
import org.pressmark.model.Capture;
import org.pressmark.model.Custody;
import org.pressmark.model.RecordLocation;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.report.CustodyReport;

/**
 * Makes an evidence package of a capture: its records as they are stored, the log's word of them with the proof that it stands
 * in the log, the signed checkpoint, the keys, a report for people, and a script that checks it all with openssl alone.
 */
public final class ProveCapture {
    private final Pipeline house;

    public ProveCapture(Pipeline house) {
        this.house = house;
    }

    /** A package that was made. */
    public record Proof(Path path, String recordId, String url, long leaf, long leaves, String checkpoint) {}

    /** One capture in a package: the one asked for, or the one that it repeats. */
    private record Part(String name, Capture capture, long leaf, String said, String proof) {}

    /**
     * Makes a package.
     *
     * @param asked a record id ({@code urn:uuid:…}) or an address, perhaps with {@code @WHEN}
     * @param out a folder that is not there yet, or a file that ends in {@code .zip}; nothing: a ZIP file in this folder
     */
    public Proof prove(String asked, Optional<Path> out) throws IOException {
        Capture capture = capture(asked);
        Ledger ledger = house.journal().ledger();
        if (leafOf(ledger, capture).isEmpty()
                || !signed(ledger, leafOf(ledger, capture).get())) {
            house.journal().settle();
        }
        Optional<Capture> original = capture.refersTo()
                .flatMap(named -> house.store().read(tx -> tx.captures().original(named)));
        long last = leafOf(ledger, capture).orElse(-1L);
        if (original.isPresent()) {
            last = Math.max(last, leafOf(ledger, original.get()).orElse(-1L));
        }
        Checkpoint checkpoint = checkpoint(ledger, last);
        List<Part> parts = new ArrayList<>();
        parts.add(part("capture", capture, ledger, checkpoint));
        if (original.isPresent()) {
            parts.add(part("original", original.get(), ledger, checkpoint));
        }
        String id = capture.recordId().replaceAll("[^0-9A-Za-z]", "");
        Path path = out.orElse(Path.of("proof-" + id.substring(Math.max(0, id.length() - 12)) + ".zip"));
        try (EvidenceFiles made = EvidenceFiles.begin(path)) {
            write(made, parts, ledger, checkpoint);
            made.finish();
        }
        return new Proof(
                path, capture.recordId(), capture.url(), parts.get(0).leaf(), checkpoint.size(), checkpoint.note());
    }

    /** The first checkpoint over a leaf that an authority dated, else the last one. */
    private Checkpoint checkpoint(Ledger ledger, long leaf) throws IOException {
        for (Checkpoint checkpoint : ledger.allCheckpoints()) {
            if (checkpoint.size() > leaf
                    && new Timestamps(house.folder()).of(checkpoint).isPresent()) {
                return checkpoint;
            }
        }
        return ledger.lastCheckpoint().orElseThrow(this::unsigned);
    }

    private Capture capture(String asked) {
        if (asked.startsWith("urn:")) {
            return house.store()
                    .read(tx -> tx.captures().find(asked))
                    .orElseThrow(() -> new PipelineException(
                            Trouble.NOT_FOUND, asked + ": the archive " + house.folder() + " has no such record"));
        }
        if (Reference.parse(asked) instanceof Reference.Stored stored) {
            return new ReplayCapture(house).choose(stored).capture();
        }
        throw new PipelineException(Trouble.INPUT, asked + ": expected a stored page's address or a record id");
    }

    private PipelineException unsigned() {
        return new PipelineException(
                Trouble.NOT_FOUND,
                "the log of " + house.folder() + " is not signed: name a place for the key with --set ledger.key=FILE");
    }

    private static boolean signed(Ledger ledger, long leaf) throws IOException {
        return ledger.lastCheckpoint().filter(last -> last.size() > leaf).isPresent();
    }

    private static Optional<Long> leafOf(Ledger ledger, Capture capture) throws IOException {
        SortedSet<Long> found = ledger.find(List.of(capture.recordId())).get(capture.recordId());
        if (found != null) {
            for (long leaf : found) {
                JsonNode said = Json.parse(new String(ledger.leaf(leaf), StandardCharsets.UTF_8));
                boolean here =
                        said.path("file").asText().equals(capture.location().file());
                if (said.path("type").asText().equals("capture") && here) {
                    return Optional.of(leaf);
                }
            }
        }
        return Optional.empty();
    }

    private Part part(String name, Capture capture, Ledger ledger, Checkpoint checkpoint) throws IOException {
        long leaf = leafOf(ledger, capture)
                .filter(number -> number < checkpoint.size())
                .orElseThrow(() -> new PipelineException(
                        Trouble.NOT_FOUND,
                        capture.recordId() + ": the log does not name this capture yet; 'pressmark checkpoint' enters"
                                + " what is missing"));
        String said = new String(ledger.leaf(leaf), StandardCharsets.UTF_8);
        return new Part(name, capture, leaf, said, TlogProof.inclusion(ledger, leaf, checkpoint));
    }

    private void write(EvidenceFiles out, List<Part> parts, Ledger ledger, Checkpoint checkpoint) throws IOException {
        List<Custody.Item> records = new ArrayList<>();
        for (Part part : parts) {
            records.addAll(records(out, part));
            out.add(part.name() + "-leaf.json", part.said());
            out.add(part.name() + ".tlog-proof", part.proof());
        }
        out.add("checkpoint.txt", checkpoint.note());
        Optional<byte[]> stamp = new Timestamps(house.folder()).of(checkpoint);
        if (stamp.isPresent()) {
            out.add("timestamp.tsr", stamp.get());
        }
        List<VerifierKey> keys = LogKeys.of(ledger);
        VerifierKey signer = keys.stream().filter(checkpoint::names).findFirst().orElseThrow(this::unsigned);
        out.add("keys/log.pem", signer.pem());
        out.add("keys/log.vkey", signer.vkey(checkpoint.origin()) + "\n");
        for (VerifierKey key : keys) {
            if (!key.equals(signer)) {
                out.add("keys/other-" + key.fingerprint().substring(0, 16) + ".pem", key.pem());
            }
        }
        out.add("verify.sh", resource("verify.sh"));
        out.add("README.txt", resource("README.txt"));
        out.add("report.html", CustodyReport.render(custody(parts, records, keys, checkpoint)));
    }

    private Custody custody(
            List<Part> parts, List<Custody.Item> records, List<VerifierKey> keys, Checkpoint checkpoint) {
        Capture capture = parts.get(0).capture();
        JsonNode leaf = Json.parse(parts.get(0).said());
        return new Custody(
                capture,
                house.software(),
                house.clock().instant(),
                leaf.path("time").asText(),
                leaf.path("entered").asText(),
                parts.get(0).leaf(),
                checkpoint.size(),
                checkpoint.root(),
                checkpoint.origin(),
                keys.stream().map(VerifierKey::fingerprint).toList(),
                records);
    }

    /** The records that the leaf names, each as a file of its own, and the warcinfo record that they stand under. */
    private List<Custody.Item> records(EvidenceFiles out, Part part) throws IOException {
        JsonNode said = Json.parse(part.said());
        Map<String, RecordLocation> places = places(part.capture(), said.path("records"));
        List<Custody.Item> told = new ArrayList<>();
        int number = 0;
        String ending = part.capture().location().file().endsWith(".gz") ? ".warc.gz" : ".warc";
        for (JsonNode record : said.path("records")) {
            String id = record.path("id").asText();
            RecordLocation place = Objects.requireNonNull(places.get(id), id);
            String name = "records/" + part.name() + "-" + ++number + "-"
                    + record.path("type").asText().replaceAll("[^a-z]", "") + ending;
            try (InputStream in = house.warcs().openRecord(place)) {
                out.add(name, in);
            }
            told.add(new Custody.Item(
                    name,
                    record.path("type").asText(),
                    id,
                    place,
                    record.path("block").asText(),
                    record.path("stored").asText(),
                    record.path("payload").asText()));
        }
        warcinfo(part.capture()).ifPresent(place -> {
            try (InputStream in = house.warcs().openRecord(place)) {
                out.add("context/" + part.name() + "-warcinfo" + ending, in);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return told;
    }

    /** Where records lie: as the log says one behind the other around the main one, else looked for in the file. */
    private Map<String, RecordLocation> places(Capture capture, JsonNode records) throws IOException {
        Map<String, RecordLocation> out = new LinkedHashMap<>();
        long before = 0;
        for (JsonNode record : records) {
            if (record.path("id").asText().equals(capture.recordId())) {
                break;
            }
            before += record.path("bytes").asLong();
        }
        long at = capture.location().offset() - before;
        boolean asSaid = at >= 0;
        for (JsonNode record : records) {
            String id = record.path("id").asText();
            RecordLocation place = asSaid
                    ? new RecordLocation(
                            capture.location().file(), at, record.path("bytes").asLong())
                    : capture.location();
            asSaid = asSaid && holds(place, id);
            out.put(id, place);
            at += place.length();
        }
        return asSaid ? out : scanned(capture.location().file());
    }

    private boolean holds(RecordLocation place, String id) throws IOException {
        try {
            return house.warcs().readRecord(place).recordId().equals(id);
        } catch (org.pressmark.archive.DamagedRecordException elsewhere) {
            return false;
        }
    }

    private Map<String, RecordLocation> scanned(String file) throws IOException {
        Map<String, RecordLocation> out = new LinkedHashMap<>();
        Contents.records(
                house.folder().resolve(file),
                (ScannedRecord record) -> out.put(record.recordId(), record.location()),
                finding -> {});
        return out;
    }

    private Optional<RecordLocation> warcinfo(Capture capture) throws IOException {
        return house.warcs()
                .firstRecord(capture.location().file())
                .filter(record -> record.type().equals("warcinfo"))
                .map(ScannedRecord::location);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ProveCapture.class.getResourceAsStream("proof/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
