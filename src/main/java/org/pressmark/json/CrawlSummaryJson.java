package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.CrawlSummary;

/**
 * What a crawl did as JSON: {@code seconds, visits, outcomes, failures, captures, bytes, found, waiting, next, hosts, notes, unread, early};
 * outcomes and failures are counts by their words.
 */
public final class CrawlSummaryJson {
    private CrawlSummaryJson() {}

    public static ObjectNode write(CrawlSummary summary) {
        ObjectNode out =
                Json.object().put("seconds", summary.took().toMillis() / 1000.0).put("visits", summary.visits());
        ObjectNode outcomes = out.putObject("outcomes");
        summary.outcomes().forEach(outcomes::put);
        ObjectNode failures = out.putObject("failures");
        summary.failures().forEach(failures::put);
        out.put("captures", summary.captures())
                .put("bytes", summary.bytes())
                .put("found", summary.found())
                .put("waiting", summary.waiting());
        summary.next().ifPresent(next -> out.put("next", next.toString()));
        for (CrawlSummary.Host host : summary.hosts()) {
            out.withArray("hosts")
                    .addObject()
                    .put("host", host.name())
                    .put("visits", host.visits())
                    .put("troubles", host.troubles())
                    .put("bytes", host.bytes())
                    .put("state", host.state());
        }
        summary.notes().forEach(out.withArray("notes")::add);
        summary.unread().forEach(out.withArray("unread")::add);
        out.put("early", summary.early());
        return out;
    }
}
