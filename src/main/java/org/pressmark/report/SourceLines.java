package org.pressmark.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Source;

/** Sources, and what lies at their addresses, for the terminal. */
public final class SourceLines {
    private SourceLines() {}

    /** A source with its addresses and how it stands. */
    public static String one(Source source, long known, long waiting, Optional<Instant> next) {
        StringBuilder out = new StringBuilder(Shown.line(source.name()))
                .append(source.paused() ? "  (paused)" : "")
                .append('\n');
        source.entries()
                .forEach(url -> out.append("    ").append(Shown.line(url)).append('\n'));
        out.append("    ").append(Words.count(known, "address", "addresses")).append(" known, ");
        out.append(Words.number(waiting)).append(" to be visited");
        next.ifPresent(time -> out.append(", the next ").append(Words.minute(time)));
        return out.append('\n').toString();
    }

    /** What lies at one address of a source. */
    public static String checked(
            String source,
            String url,
            String kind,
            int found,
            int inScope,
            List<String> examples,
            Optional<String> trouble) {
        StringBuilder out = new StringBuilder(Shown.line(source))
                .append(": ")
                .append(Shown.line(url))
                .append('\n');
        trouble.ifPresent(
                words -> out.append("    trouble: ").append(Shown.line(words)).append('\n'));
        if (!kind.isEmpty()) {
            out.append("    ").append(kind).append(", names ").append(Words.count(found, "address", "addresses"));
            out.append(", ").append(Words.number(inScope)).append(" in scope\n");
        }
        examples.forEach(
                example -> out.append("      ").append(Shown.line(example)).append('\n'));
        return out.toString();
    }
}
