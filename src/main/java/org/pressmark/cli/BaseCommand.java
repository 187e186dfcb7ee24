package org.pressmark.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Finding;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.report.TerminalStyle;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands share: the common options, the streams, a house that is opened for the command and closed after it. */
abstract class BaseCommand implements Callable<Integer> {
    /** So many places of one file are told of each kind of trouble. */
    private static final int MOST_TOLD = 100;

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @ParentCommand
    private Main main;

    @Spec
    CommandSpec spec;

    private final Map<String, Integer> told = new ConcurrentSkipListMap<>();

    /** Does the command's work; gives its exit code. */
    abstract ExitCode run() throws IOException;

    /** What this command's own flags set; none unless overridden. */
    void flags(Map<Setting, Settings.Value> values) {}

    @Override
    public final Integer call() throws IOException {
        ExitCode code = run();
        out().flush();
        told.forEach((kind, count) -> {
            if (count > MOST_TOLD) {
                say(String.format(Locale.ROOT, "pressmark: %s: %,d places more like these", kind, count - MOST_TOLD));
            }
        });
        return code.code();
    }

    final Settings settings() throws IOException {
        Map<Setting, Settings.Value> flags = new EnumMap<>(Setting.class);
        flags(flags);
        return common.settings(main.environment(), flags);
    }

    /** Opens the house with the settings in force; notices go to standard error as they come. */
    final Pipeline open() throws IOException {
        return Pipeline.open(settings(), Main.Version.text(), this::notice);
    }

    /** The same; before each notice this is done, e.g. to take a progress line away. */
    final Pipeline open(Runnable beforeNotice) throws IOException {
        return Pipeline.open(settings(), Main.Version.text(), finding -> {
            beforeNotice.run();
            notice(finding);
        });
    }

    final void notice(Finding finding) {
        String place = finding.file().isEmpty()
                ? ""
                : finding.offset() < 0 ? finding.file() + ": " : finding.file() + ", byte " + finding.offset() + ": ";
        // Of a file that is damaged all through the first places tell enough.
        if (finding.offset() < 0 || told.merge(finding.file() + ", " + finding.code(), 1, Integer::sum) <= MOST_TOLD) {
            say("pressmark: " + place + finding.message());
        }
    }

    /** How text is set for standard output, as wide as the terminal. */
    final TerminalStyle style() throws IOException {
        return style(0);
    }

    /** The same, so many columns wide; 0: as the terminal is. */
    final TerminalStyle style(int width) throws IOException {
        return Style.of(settings(), terminal(), main.environment().containsKey("NO_COLOR"), width);
    }

    final Terminal terminal() {
        return main.terminal();
    }

    final Map<String, String> environment() {
        return main.environment();
    }

    final java.io.PrintStream out() {
        return main.terminal().out();
    }

    /** One line to standard error, made safe for a terminal. */
    final void say(String line) {
        main.terminal().err().println(Troubles.safe(line));
    }
}
