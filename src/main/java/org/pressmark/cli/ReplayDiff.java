package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.pressmark.json.CaptureJson;
import org.pressmark.json.ComparisonJson;
import org.pressmark.json.Json;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.PageThroughTime;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.pipeline.Selection;
import org.pressmark.report.ComparisonView;
import org.pressmark.report.HeaderChange;
import org.pressmark.report.HeaderDiff;
import org.pressmark.report.TerminalComparison;
import org.pressmark.report.TerminalStyle;

/** Two captures set against each other: the article's words and fields, and the heads of the answers. */
record ReplayDiff(BaseCommand command, ReplayCapture replay, TerminalStyle style) {

    /** @param other a time, for the same page, or an address */
    void run(Reference.Stored asked, Chosen choice, String other, Selection selection) throws IOException {
        Reference.Stored second =
                Reference.time(other) ? new Reference.Stored(asked.url(), other) : ReplayCommand.stored(other);
        Chosen against = replay.choose(second, selection);
        ChoiceWords.of(second, against).forEach(command::say);
        command.say(ChoiceWords.line(against));
        Capture a = choice.capture();
        Capture b = against.capture();
        Comparison comparison = new PageThroughTime(replay).compare(a, b);
        List<HeaderChange> headers = headers(a, b);
        if (command.common.json) {
            ObjectNode out = Json.object();
            out.set("base", CaptureJson.write(a));
            out.set("other", CaptureJson.write(b));
            out.set("headers", ReplayJson.headers(headers));
            out.set("comparison", ComparisonJson.write(comparison, comparison.changes()));
            command.out().print(Json.pretty(out));
        } else {
            command.out().print(TerminalComparison.render(comparison, ComparisonView.STANDARD, style, List.of()));
            command.out().print(HeaderDiff.render(headers, style));
        }
    }

    private List<HeaderChange> headers(Capture a, Capture b) throws IOException {
        ArchivedResponse first = replay.read(a);
        ArchivedResponse second = replay.read(b);
        try {
            return PageThroughTime.headers(first, second);
        } finally {
            replay.letGo(first);
            replay.letGo(second);
        }
    }
}
