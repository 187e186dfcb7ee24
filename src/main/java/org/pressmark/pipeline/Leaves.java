package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.archive.Appended;
import org.pressmark.archive.RecordHashes;
import org.pressmark.json.ChainJson;
import org.pressmark.json.ClaimJson;
import org.pressmark.json.Json;
import org.pressmark.ledger.Statement;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.Digest;
import org.pressmark.model.LinkWord;
import org.pressmark.model.ProvenanceChain;

/** What the log says of each kind of event: hashes and ids, nothing that a page said. docs/proof.md lists the fields. */
final class Leaves {
    private Leaves() {}

    /** How a statement came into the log: at once, from a file that was handed in, or later than what it is about. */
    enum Entered {
        CAPTURED,
        IMPORTED,
        CAUGHT_UP;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static String file(String name) {
        return "file:" + name;
    }

    /** What was appended just now: a capture, or a person's note. */
    static Statement appended(Appended appended) {
        if (appended.capture().isEmpty()) {
            return review(appended.file(), appended.records().get(0), appended.word(), Entered.CAPTURED);
        }
        Capture capture = appended.capture().get();
        return capture(
                capture.recordId(),
                capture.date().toString(),
                appended.file(),
                appended.records(),
                Optional.of(capture.payload()),
                Entered.CAPTURED);
    }

    static Statement capture(
            String id,
            String date,
            String file,
            List<RecordHashes> records,
            Optional<Digest> payload,
            Entered entered) {
        List<Object> told = new ArrayList<>();
        for (RecordHashes record : records) {
            Map<String, Object> facts = hashes(record);
            payload.filter(digest -> digest.algorithm() == Digest.Algorithm.SHA256
                            && record.recordId().equals(id))
                    .ifPresent(digest -> facts.put("payload", digest.hex()));
            told.add(facts);
        }
        return new Statement(
                "capture", id, Map.of("date", date, "file", file, "records", told, "entered", entered.word()));
    }

    /** A person's note; of a word on a link also which word, and digests of the two that it is about. */
    static Statement review(String file, RecordHashes record, Optional<LinkWord> word, Entered entered) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("file", file, "records", List.of(hashes(record)), "entered", entered.word()));
        word.ifPresent(said -> {
            facts.put("word", said.word().word());
            facts.put("child-sha256", FileDigest.of(said.child()).hex());
            facts.put("parent-sha256", FileDigest.of(said.parent()).hex());
        });
        return new Statement("review", record.recordId(), facts);
    }

    private static Map<String, Object> hashes(RecordHashes record) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("id", record.recordId());
        facts.put("type", record.type());
        facts.put("block", record.block().hex());
        facts.put("stored", record.stored().hex());
        facts.put("bytes", record.bytes());
        return facts;
    }

    static Statement closed(String name, Digest sha256, long bytes, long records, Entered entered) {
        return new Statement(
                "file",
                file(name),
                Map.of("sha256", sha256.hex(), "bytes", bytes, "records", records, "entered", entered.word()));
    }

    /** That captures were taken out of a file, which was another before. */
    static Statement retraction(
            String name, Digest before, Digest after, long bytes, List<String> removed, String reason) {
        return new Statement(
                "retraction",
                file(name),
                Map.of(
                        "before", before.hex(),
                        "sha256", after.hex(),
                        "bytes", bytes,
                        "removed", List.copyOf(removed),
                        "reason-sha256", FileDigest.of(reason).hex()));
    }

    /** The text that was read from a capture, by its digest, and by which rules. */
    static Statement version(String recordId, Digest text, String extractor) {
        return new Statement("version", recordId, Map.of("text", text.hex(), "extractor", extractor));
    }

    /** That no text is read from a capture. */
    static Statement noVersion(String recordId, String extractor) {
        return new Statement("version", recordId, Map.of("text", "none", "extractor", extractor));
    }

    /**
     * Where a text comes from, as it was concluded: each link that says so, with its digest as JSON, whom it is with (a stored
     * text by its record id, anything else by a digest of its name), who says so, and how sure it is, in thousandths.
     */
    static Statement links(ProvenanceChain chain) {
        List<Object> told = new ArrayList<>();
        for (Derivation link : chain.origins()) {
            String other = link.child().equals(chain.focus()) ? link.parent() : link.child();
            boolean stored = chain.node(other)
                    .filter(node -> node.kind() == ProvenanceChain.NodeKind.VERSION)
                    .isPresent();
            told.add(Map.of(
                    "basis", link.basis().name().toLowerCase(Locale.ROOT),
                    "confidence", Math.round(link.confidence() * 1000),
                    "direction", link.directionKnown() ? "known" : "unknown",
                    "link", FileDigest.of(Json.compact(ChainJson.write(link))).hex(),
                    "with", stored ? other : "sha256:" + FileDigest.of(other).hex()));
        }
        return new Statement("links", chain.focus(), Map.of("links", told));
    }

    /** What a capture says of its origin, as one digest over the claims' canonical JSON, one a line. */
    static Statement claims(String recordId, List<Claim> claims) {
        StringBuilder lines = new StringBuilder();
        claims.forEach(
                claim -> lines.append(Json.compact(ClaimJson.write(claim))).append('\n'));
        return new Statement(
                "claims",
                recordId,
                Map.of(
                        "count",
                        claims.size(),
                        "sha256",
                        FileDigest.of(lines.toString()).hex()));
    }
}
