package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Settings;
import org.pressmark.json.CaptureJson;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.PageThroughTime;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.report.HistoryPart;
import org.pressmark.report.ListTable;
import org.pressmark.report.TimelineText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Gives a stored page back. */
@Command(
        name = "replay",
        description = {
            "Give a stored page back as of a time: in the terminal, byte for byte, as a file, in a browser.",
            "Standard error says which capture answers. Exit status: 0 the capture asked for, 3 the nearest to it, 4 not archived,"
                    + " 5 damaged. Of a damaged file (--from) 0, 3 and 4 are said only where what was asked for is not"
                    + " touched by the damage."
        },
        footer = {
            "",
            "Times are UTC: 2024, 2024-03, 2024-03-01T12:00, 20240301120000, latest, first, yesterday, last week, 3 days ago, monday.",
            "",
            "Examples:  pressmark replay http://copies.example/story",
            "           pressmark replay http://copies.example/story@2026-11 --headers",
            "           pressmark replay \"http://copies.example/story@last week\" --within 2d --main",
            "           pressmark replay http://copies.example/picture.jpg --body > picture.jpg",
            "           pressmark replay http://copies.example/story@first --diff latest",
            "           pressmark replay --from crawl.warc.gz http://copies.example/story",
            "           pressmark replay - --json < addresses.txt"
        })
final class ReplayCommand extends BaseCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "URL[@DATE]",
            description = "The page; - reads many from standard input, an address or a JSON line {url, when} a line.")
    @Nullable
    private String url;

    @Mixin
    private ReplaySelection selection = new ReplaySelection();

    @ArgGroup(exclusive = true)
    private ReplayRendering form = new ReplayRendering();

    @Mixin
    private TextBounds bounds = new TextBounds();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Look in a WARC, ARC or WACZ file and no archive; without URL: say what is in it.")
    @Nullable
    private Path from;

    @Option(
            names = "--as-sent",
            description = "With --raw, --headers: the head as the server sent it, transfer-encoding lines and all.")
    private boolean asSent;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    @Option(
            names = "--drift",
            paramLabel = "TIME",
            description = "With --coherence: mark parts further away in time than this (default: 1d).")
    private String drift = "1d";

    @Option(
            names = {"-0", "--null"},
            description = "With -: end each answer with a NUL byte.")
    private boolean nul;

    @Override
    ExitCode run() throws IOException {
        if (url == null && from == null) {
            throw new ParameterException(spec.commandLine(), "expected the address of a stored page, or --from FILE");
        }
        if (bounds.given() && !form.timeline) {
            throw new ParameterException(spec.commandLine(), "--until and --limit need --timeline");
        }
        try (Pipeline house = open();
                ReplayCapture replay = from == null ? ReplayCapture.quick(house) : ReplayCapture.from(house, from)) {
            ReplayShow show = new ReplayShow(this, replay, form, asSent, Settings.parseDuration(drift), style(width));
            if (url == null) {
                return contents(replay);
            }
            if (url.equals("-")) {
                if (!form.plain()) {
                    throw new ParameterException(spec.commandLine(), "- goes with what is shown on standard output");
                }
                return new ReplayMany(this, replay, show, form, selection.selection(), nul).run(System.in);
            }
            return form.timeline ? timeline(replay, stored(url).url()) : one(house, replay, show, stored(url));
        }
    }

    static Reference.Stored stored(String text) {
        if (Reference.parse(text) instanceof Reference.Stored asked) {
            return asked;
        }
        throw new PipelineException(
                Trouble.INPUT,
                text + ": expected the address of a stored page, found a file; --from FILE looks into it");
    }

    private ExitCode contents(ReplayCapture replay) {
        if (common.json) {
            replay.everything().forEach(capture -> out().println(Json.compact(CaptureJson.write(capture))));
        } else {
            out().print(ListTable.captures(replay.everything(), styleOrPlain()));
        }
        return ExitCode.OK;
    }

    private org.pressmark.report.TerminalStyle styleOrPlain() {
        try {
            return style(width);
        } catch (IOException e) {
            return org.pressmark.report.TerminalStyle.PLAIN;
        }
    }

    private ExitCode timeline(ReplayCapture replay, String address) throws IOException {
        bounds.check(this);
        HistoryPart part = new PageThroughTime(replay).of(address, bounds.until(), bounds.limit());
        TextBounds.say(this, part);
        out().print(common.json ? Json.pretty(ReplayJson.timeline(part)) : TimelineText.render(part, style(width)));
        return ExitCode.OK;
    }

    private ExitCode one(Pipeline house, ReplayCapture replay, ReplayShow show, Reference.Stored asked)
            throws IOException {
        Chosen choice = replay.choose(asked, selection.selection());
        ChoiceWords.of(asked, choice).forEach(this::say);
        say(ChoiceWords.line(choice));
        choice.capture()
                .witness()
                .ifPresent(archive -> say("pressmark: seen and kept by " + archive + ", not by this archive"));
        ExitCode code = choice.exact() ? ExitCode.OK : ExitCode.NEAREST;
        if (form.diff != null) {
            new ReplayDiff(this, replay, style(width)).run(asked, choice, form.diff, selection.selection());
        } else if (form.open || form.screenshot != null) {
            if (from != null) {
                throw new ParameterException(
                        spec.commandLine(), "--open and --screenshot show archives: import the file first");
            }
            new ReplayBrowser(this, house, settings()).run(choice.capture(), form.screenshot);
        } else if (form.single != null && !form.bytes()) {
            show.singleFile(choice, Path.of(form.single));
        } else if (common.json) {
            ObjectNode facts = show.json(asked, choice);
            out().print(Json.pretty(facts));
        } else if (form.bytes() && !terminal().outIsTerminal()) {
            show.bytes(choice, terminal().bytes());
        } else {
            out().print(show.text(choice));
        }
        boolean unsound =
                show.damaged(choice) || (form.verify && !show.proof(choice).sound());
        return unsound ? ExitCode.DAMAGED : code;
    }
}
