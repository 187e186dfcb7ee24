package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.pressmark.model.Change;
import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Headline;
import org.pressmark.model.PageHistory.Step;

/**
 * A page's history as JSON: {@code url, captures, distinctTexts, versions, steps, headlines}. A step is {@code from, to}
 * (version numbers), {@code lastSeen} of the earlier text, {@code firstSeen} of the later, {@code severity, silent,
 * verdicts, changes}; a headline {@code text, firstSeen, lastSeen, captures}.
 */
public final class PageHistoryJson {
    private PageHistoryJson() {}

    /**
     * The history as a tree.
     *
     * @param shown which changes to write
     */
    public static ObjectNode write(PageHistory history, Predicate<Change> shown) {
        ObjectNode out = Json.object()
                .put("url", history.url())
                .put("captures", history.captures().size())
                .put("distinctTexts", history.distinctTexts());
        ArrayNode versions = out.putArray("versions");
        history.versions().forEach(version -> versions.add(VersionJson.write(version)));
        ArrayNode steps = out.putArray("steps");
        history.steps().forEach(step -> steps.add(write(step, shown)));
        ArrayNode headlines = out.putArray("headlines");
        for (Headline headline : history.headlines()) {
            headlines
                    .addObject()
                    .put("text", headline.text())
                    .put("firstSeen", headline.firstSeen().toString())
                    .put("lastSeen", headline.lastSeen().toString())
                    .put("captures", headline.captures());
        }
        return out;
    }

    private static ObjectNode write(Step step, Predicate<Change> shown) {
        ObjectNode out = Json.object()
                .put("from", step.from().number())
                .put("to", step.to().number())
                .put("lastSeen", step.from().lastSeen().toString())
                .put("firstSeen", step.to().firstSeen().toString())
                .put("severity", step.severity().word())
                .put("silent", step.silent());
        ArrayNode verdicts = out.putArray("verdicts");
        step.comparison().verdicts().forEach(verdict -> verdicts.add(Words.of(verdict)));
        ArrayNode changes = out.putArray("changes");
        step.comparison().changes().stream().filter(shown).forEach(change -> changes.add(ComparisonJson.write(change)));
        return out;
    }
}
