package org.pressmark.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.pressmark.pipeline.CompareVersions;
import org.pressmark.report.HistoryPart;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which of a page's texts are shown; a page that changes every day has more than anybody reads at once. */
final class TextBounds {
    @Option(
            names = "--until",
            paramLabel = "N",
            description =
                    "Of the page's texts those up to number N, as they are numbered by 'list URL' (default: the last).")
    @Nullable
    private Integer until;

    @Option(names = "--limit", paramLabel = "N", description = "At most N of its texts (default: 500).")
    private int limit = CompareVersions.MOST;

    OptionalInt until() {
        return until == null ? OptionalInt.empty() : OptionalInt.of(until);
    }

    int limit() {
        return limit;
    }

    /** True where any was given. */
    boolean given() {
        return until != null || limit != CompareVersions.MOST;
    }

    /** Refuses numbers that name no text. */
    void check(BaseCommand command) {
        if (until != null && until < 1) {
            throw new ParameterException(
                    command.spec.commandLine(), "--until " + until + ": expected the number of a text, from 1");
        }
        if (limit < 1) {
            throw new ParameterException(command.spec.commandLine(), "--limit " + limit + ": expected a number from 1");
        }
    }

    /** Says which texts are shown, and the way to those before. */
    static void say(BaseCommand command, HistoryPart part) {
        part.words()
                .ifPresent(words -> command.say("pressmark: " + words + " are shown"
                        + (part.first() > 1 ? "; --until " + (part.first() - 1) + " shows those before" : "")));
    }
}
