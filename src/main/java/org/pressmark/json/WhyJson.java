package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.pressmark.model.Queued;
import org.pressmark.model.Why;

/**
 * Why an address was captured or not as JSON: {@code url, captures, last, queued, attempts, scopes}; {@code queued} with
 * {@code source, how, foundIn, hops, due, hinted, visits, edits, misses, last}.
 */
public final class WhyJson {
    private WhyJson() {}

    public static ObjectNode write(Why why) {
        ObjectNode out = Json.object().put("url", why.url()).put("captures", why.captures());
        why.last().ifPresent(last -> out.set("last", CaptureJson.write(last)));
        why.queued().ifPresent(row -> out.set("queued", queued(row)));
        for (Why.Attempt attempt : why.attempts()) {
            out.withArray("attempts")
                    .addObject()
                    .put("date", attempt.date().toString())
                    .put("outcome", attempt.outcome())
                    .put("detail", attempt.detail());
        }
        for (Why.Verdict verdict : why.verdicts()) {
            ObjectNode row = out.withArray("scopes")
                    .addObject()
                    .put("source", verdict.source())
                    .put("inScope", verdict.refused().isEmpty())
                    .put("paused", verdict.paused());
            verdict.refused().ifPresent(rule -> row.put("rule", rule));
        }
        return out;
    }

    private static ObjectNode queued(Queued row) {
        ObjectNode out = Json.object()
                .put("source", row.source())
                .put("task", row.sighting().task().name().toLowerCase(Locale.ROOT))
                .put("how", row.sighting().how().name().toLowerCase(Locale.ROOT))
                .put("foundIn", row.sighting().foundIn())
                .put("foundAt", row.history().foundAt().toString())
                .put("hops", row.hops());
        row.sighting().title().ifPresent(title -> out.put("title", title));
        row.due().ifPresent(due -> out.put("due", due.toString()));
        out.put("hinted", row.hinted())
                .put("visits", row.history().visits())
                .put("edits", row.history().edits())
                .put("misses", row.history().misses());
        row.last()
                .ifPresent(last -> out.putObject("last")
                        .put("at", last.at().toString())
                        .put("outcome", last.outcome())
                        .put("status", last.status())
                        .put("detail", last.detail())
                        .put("tries", last.tries()));
        return out;
    }
}
