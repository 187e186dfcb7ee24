package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pressmark.model.Block;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;
import org.pressmark.model.Witness;

/**
 * A comparison as JSON: {@code base}, {@code other} (each {@code siglum, label, url, headline, capture, capturedAt,
 * cutShort {reason, storedBytes}, extractor, blocks [{kind, text}]}), {@code verdicts}, {@code counts} by severity, {@code presentation} counts by kind,
 * {@code changes}, {@code rows [{base, other}]} of block indexes from 0. A change is {@code kind, field, before, after,
 * in_quotation, op, facets, speaker, severity, rule, explanation, spansBefore, spansAfter}; a span is {@code block, start,
 * end} in characters of that block's text, block −1 for a field that stands in none.
 */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** The comparison with all its changes. */
    public static ObjectNode write(Comparison comparison) {
        return write(comparison, comparison.changes());
    }

    /**
     * The comparison with some of its changes.
     *
     * @param shown those that are to be written and counted
     */
    public static ObjectNode write(Comparison comparison, List<Change> shown) {
        ObjectNode out = Json.object();
        out.set("base", write(comparison.base()));
        out.set("other", write(comparison.other()));
        ArrayNode verdicts = out.putArray("verdicts");
        comparison.verdicts().forEach(verdict -> verdicts.add(Words.of(verdict)));
        ObjectNode counts = out.putObject("counts");
        for (Severity severity : Severity.values()) {
            long count = shown.stream()
                    .filter(change -> change.severity() == severity)
                    .count();
            if (count > 0) {
                counts.put(severity.word(), count);
            }
        }
        ObjectNode presentation = out.putObject("presentation");
        for (ChangeKind kind : ChangeKind.values()) {
            Integer count = comparison.presentation().get(kind);
            if (count != null) {
                presentation.put(kind.word(), count);
            }
        }
        ArrayNode changes = out.putArray("changes");
        shown.forEach(change -> changes.add(write(change)));
        ArrayNode rows = out.putArray("rows");
        for (Comparison.Row row : comparison.rows()) {
            ObjectNode line = rows.addObject();
            row.base().forEach(line.putArray("base")::add);
            row.other().forEach(line.putArray("other")::add);
        }
        return out;
    }

    /** One change alone, with the same keys. */
    public static ObjectNode write(Change change) {
        ObjectNode out = Json.object()
                .put("kind", change.kind().word())
                .put("field", change.field().word())
                .put("before", change.before())
                .put("after", change.after())
                .put("in_quotation", change.inQuotation())
                .put("op", change.op().word());
        ArrayNode facets = out.putArray("facets");
        change.facets().stream().sorted().forEach(facet -> facets.add(facet.word()));
        change.speaker().ifPresent(speaker -> out.put("speaker", speaker));
        out.put("severity", change.severity().word())
                .put("rule", change.rule())
                .put("explanation", change.explanation());
        spans(out.putArray("spansBefore"), change.spansBefore());
        spans(out.putArray("spansAfter"), change.spansAfter());
        return out;
    }

    static void spans(ArrayNode out, List<Change.Span> spans) {
        for (Change.Span span : spans) {
            out.addObject()
                    .put("block", span.block())
                    .put("start", span.start())
                    .put("end", span.end());
        }
    }

    static ObjectNode write(Witness witness) {
        ObjectNode out = Json.object()
                .put("siglum", witness.siglum())
                .put("label", witness.label())
                .put("url", witness.article().url());
        witness.article().headline().ifPresent(headline -> out.put("headline", headline.value()));
        witness.capture().ifPresent(capture -> out.put("capture", capture.recordId()));
        witness.capturedAt().ifPresent(date -> out.put("capturedAt", date.toString()));
        witness.cutShort()
                .ifPresent(reason -> out.putObject("cutShort")
                        .put("reason", reason.word())
                        .put("storedBytes", witness.capture().orElseThrow().payloadLength()));
        out.put("extractor", witness.article().extractor());
        ArrayNode blocks = out.putArray("blocks");
        for (Block block : witness.article().blocks()) {
            blocks.addObject().put("kind", block.kind().word()).put("text", block.text());
        }
        return out;
    }
}
