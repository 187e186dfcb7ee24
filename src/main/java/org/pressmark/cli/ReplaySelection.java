package org.pressmark.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Settings;
import org.pressmark.pipeline.Selection;
import picocli.CommandLine.Option;

/** Which of a page's captures may answer. */
final class ReplaySelection {
    @Option(
            names = "--before",
            paramLabel = "DATE",
            description = "Only captures made before DATE begins; alone: the last of them.")
    @Nullable
    private String before;

    @Option(
            names = "--after",
            paramLabel = "DATE",
            description = "Only captures made after DATE has ended; alone: the first of them.")
    @Nullable
    private String after;

    @Option(
            names = "--exact",
            description = "Only what was asked for: no capture of another time, no address that is merely like it.")
    private boolean exact;

    @Option(
            names = "--within",
            paramLabel = "TIME",
            description = "Only captures so near to the time asked for, e.g. 12h, 2d.")
    @Nullable
    private String within;

    Selection selection() {
        Optional<Duration> most = Optional.ofNullable(within).map(Settings::parseDuration);
        return new Selection(Optional.ofNullable(before), Optional.ofNullable(after), exact, most);
    }
}
