package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pressmark.model.CrawlState;
import org.pressmark.model.CrawlState.Queue;

/**
 * How crawls stand, as a page of the web door.
 *
 * @param summary of the archive, in a line
 * @param attempts what was refused or failed, in a line; empty text where nothing was
 */
public record CrawlPage(String summary, String attempts, String at, List<Row> sources, List<Row> hosts) {
    /** A source or a host; numbers as people write them. */
    public record Row(
            String name,
            String known,
            String due,
            String taken,
            String visits,
            String edits,
            String troubles,
            String state) {}

    public CrawlPage {
        sources = List.copyOf(sources);
        hosts = List.copyOf(hosts);
    }

    public static CrawlPage of(CrawlState state) {
        List<String> attempts = new ArrayList<>();
        state.attempts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> attempts.add(Words.number(entry.getValue()) + " "
                        + Shown.line(entry.getKey()
                                .replace(" robots", " by robots.txt")
                                .replace(" other", ""))));
        return new CrawlPage(
                Words.count(state.captures(), "capture") + " of " + Words.count(state.pages(), "page") + ", "
                        + Words.count(state.versions(), "text") + ", " + Words.size(state.bytes()),
                String.join(", ", attempts),
                Words.minute(state.at()),
                state.sources().stream().map(CrawlPage::row).toList(),
                state.hosts().stream().map(CrawlPage::row).toList());
    }

    private static Row row(Queue queue) {
        return new Row(
                Shown.line(queue.name()),
                Words.number(queue.known()),
                Words.number(queue.due()),
                Words.number(queue.taken()),
                Words.number(queue.visits()),
                Words.number(queue.edits()),
                Words.number(queue.troubles()),
                queue.quietUntil()
                        .map(until -> "let alone until " + Words.minute(until))
                        .orElse(queue.taken() > 0 ? "being visited" : ""));
    }
}
