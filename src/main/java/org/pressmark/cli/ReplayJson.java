package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.pressmark.json.CaptureJson;
import org.pressmark.json.Json;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.HttpHead;
import org.pressmark.model.PageHistory;
import org.pressmark.model.Version;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.Reference;
import org.pressmark.report.HeaderChange;
import org.pressmark.report.HistoryPart;
import org.pressmark.report.LinkLine;
import org.pressmark.report.PartLine;
import org.pressmark.report.RecordProof;
import org.pressmark.report.TimelineRun;

/** What replay knows, as JSON. */
final class ReplayJson {
    private ReplayJson() {}

    /** The capture and how it answers what was asked for. */
    static ObjectNode chosen(Reference.Stored asked, Chosen choice) {
        ObjectNode out = Json.object();
        out.putObject("asked").put("url", asked.url()).put("when", asked.when());
        out.putObject("choice")
                .put("exact", choice.exact())
                .put("match", choice.match().word())
                .put("distanceSeconds", choice.distance().toSeconds())
                .put("earlier", choice.earlier())
                .put("among", choice.captures());
        out.setAll(CaptureJson.write(choice.capture()));
        return out;
    }

    /** Adds the record's fields and the heads. */
    static void facts(ObjectNode out, ArchivedResponse response, List<HttpHead.Header> record) {
        fields(out.putArray("record"), record);
        response.head().ifPresent(head -> head(out.putObject("head"), head));
        response.headAsSent().ifPresent(head -> head(out.putObject("headAsSent"), head));
        out.put("bodyLength", response.body().length());
        out.put("bodySha1", response.body().sha1().base32());
        out.put("bodySha256", response.body().sha256().toString());
    }

    private static void head(ObjectNode out, HttpHead head) {
        out.put("startLine", head.startLine());
        fields(out.putArray("headers"), head.headers());
    }

    private static void fields(ArrayNode out, List<HttpHead.Header> fields) {
        fields.forEach(field -> out.addArray().add(field.name()).add(field.value()));
    }

    static ArrayNode links(List<LinkLine> links) {
        ArrayNode out = Json.array();
        for (LinkLine link : links) {
            ObjectNode line = out.addObject().put("text", link.text()).put("url", link.url());
            if (!link.rel().isEmpty()) {
                line.put("rel", link.rel());
            }
            line.put("stored", link.captured().isPresent());
            link.captured().ifPresent(date -> line.put("captured", date.toString()));
        }
        return out;
    }

    static ArrayNode parts(List<PartLine> parts, Duration most) {
        ArrayNode out = Json.array();
        for (PartLine part : parts) {
            ObjectNode line = out.addObject().put("url", part.url()).put("kind", part.kind());
            line.put("stored", part.capture().isPresent());
            part.capture()
                    .ifPresent(capture -> line.put("captured", capture.date().toString())
                            .put("driftSeconds", part.drift().toSeconds())
                            .put("withPage", part.together())
                            .put("status", capture.status())
                            .put("recordId", capture.recordId()));
            line.put("near", part.near(most));
        }
        return out;
    }

    static ObjectNode proof(RecordProof proof) {
        ObjectNode out = Json.object().put("sound", proof.sound());
        out.set("capture", CaptureJson.write(proof.capture()));
        proof.block().ifPresent(pair -> pair(out.putObject("block"), pair));
        proof.payload().ifPresent(pair -> pair(out.putObject("payload"), pair));
        proof.place().ifPresent(place -> out.put("ledger", place));
        ArrayNode findings = out.putArray("findings");
        proof.findings()
                .forEach(finding -> findings.addObject()
                        .put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT))
                        .put("code", finding.code())
                        .put("message", finding.message()));
        proof.original().ifPresent(original -> out.set("original", proof(original)));
        return out;
    }

    private static void pair(ObjectNode out, RecordProof.Pair pair) {
        out.put("stated", pair.stated()).put("found", pair.found()).put("agrees", pair.agrees());
    }

    static ArrayNode headers(List<HeaderChange> changes) {
        ArrayNode out = Json.array();
        changes.forEach(change -> out.addObject()
                .put("name", change.name())
                .put("before", change.before())
                .put("after", change.after()));
        return out;
    }

    /** The stretch's runs; {@code captures}, {@code texts} and {@code distinctTexts} count those of the whole page. */
    static ObjectNode timeline(HistoryPart part) {
        PageHistory history = part.history();
        ObjectNode out = Json.object()
                .put("url", history.url())
                .put("captures", part.captures())
                .put("texts", part.all().size())
                .put("distinctTexts", part.distinctTexts())
                .put("silentEdits", history.silentEdits().size());
        ArrayNode runs = out.putArray("runs");
        for (TimelineRun run : TimelineRun.of(history)) {
            ObjectNode line = runs.addObject()
                    .put("what", run.what().word())
                    .put("from", run.from().toString())
                    .put("to", run.to().toString())
                    .put("captures", run.captures().size());
            if (run.version() > 0) {
                Version version = part.all().get(run.version() - 1);
                line.put("text", version.number())
                        .put("headline", version.headline())
                        .put("digest", version.textDigest().toString());
            }
            run.step()
                    .ifPresent(step -> line.put("severity", step.severity().word())
                            .put("silent", step.silent())
                            .put("changes", step.comparison().changes().size()));
            ArrayNode records = line.putArray("records");
            run.captures()
                    .forEach(capture -> records.addObject()
                            .put("date", capture.date().toString())
                            .put("status", capture.status())
                            .put("recordId", capture.recordId()));
        }
        return out;
    }
}
