package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.CaptureResultJson;
import org.pressmark.json.FindingJson;
import org.pressmark.json.Json;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.WaczStep;
import org.pressmark.pipeline.ImportFiles;
import org.pressmark.pipeline.ImportFiles.Imported;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.StatedDate;
import org.pressmark.report.CaptureLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Takes existing files into the archive. */
@Command(
        name = "import",
        description = {
            "Take WARC, ARC and WACZ files (compressed or not) into the archive, or single documents "
                    + "under an address that you state.",
            "A file that was stopped half way is gone on with when it is given again. Of a damaged file "
                    + "the sound records are taken over and every damaged stretch is named; the file itself is left "
                    + "alone.",
            "Exit status: 0 everything was taken over, whatever is noted of its form; 6 something was lost or is not "
                    + "what it says of itself."
        },
        footer = {
            "",
            "Examples:  pressmark import old-crawl.warc.gz",
            "           pressmark import --check story.wacz   (exit status 5: broken, 1: maker not trusted)",
            "           pressmark import saved.html --url http://www.example.org/story --date 2021-12-27"
        })
final class ImportCommand extends BaseCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "WARC, ARC or WACZ files; with --url, one document.")
    private List<Path> files;

    @Option(names = "--url", paramLabel = "URL", description = "The address of the document, as you state it.")
    @Nullable
    private String url;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "When it was saved, e.g. 2021-12-27 or 2021-12-27T14:40:00Z.")
    @Nullable
    private String date;

    @Option(names = "--type", paramLabel = "TYPE", description = "Its media type (default: by the file's name).")
    @Nullable
    private String type;

    @Option(
            names = "--check",
            description = "Only check a WACZ file, its hashes and its signature step by step; take nothing in.")
    private boolean check;

    @Option(
            names = "--no-extract",
            description = "Index the captures only; 'pressmark reextract' reads their articles.")
    private boolean noExtract;

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        CommonOptions.put(values, Setting.CAPTURE_EXTRACT, noExtract ? "false" : null, "--no-extract");
    }

    @Override
    ExitCode run() throws IOException {
        if (check) {
            return check();
        }
        if (url == null && (date != null || type != null)) {
            throw new ParameterException(spec.commandLine(), "--date and --type go with a document and its --url");
        }
        try (Pipeline house = open()) {
            return url == null ? archives(house) : document(house, url);
        }
    }

    private ExitCode check() throws IOException {
        boolean failed = false;
        boolean untrusted = false;
        for (Path file : files) {
            for (WaczStep step : ImportFiles.check(file)) {
                failed |= step.verdict() == WaczStep.Verdict.FAILED;
                untrusted |= step.name().equals(WaczStep.DOMAIN_TRUST) && step.verdict() != WaczStep.Verdict.OK;
                out().println(
                                common.json
                                        ? Json.compact(Json.object()
                                                .put("file", file.toString())
                                                .put("step", step.name())
                                                .put(
                                                        "verdict",
                                                        step.verdict().name().toLowerCase(Locale.ROOT))
                                                .put("words", step.words()))
                                        : Troubles.safe(String.format(
                                                Locale.ROOT,
                                                "%-9s %s: %s",
                                                step.verdict().name().toLowerCase(Locale.ROOT),
                                                step.name(),
                                                step.words())));
            }
        }
        return failed ? ExitCode.DAMAGED : untrusted ? ExitCode.DIFFERS : ExitCode.OK;
    }

    private ExitCode document(Pipeline house, String address) throws IOException {
        if (files.size() != 1) {
            throw new ParameterException(spec.commandLine(), "--url goes with one FILE, found " + files.size());
        }
        Optional<Instant> stated = Optional.ofNullable(date).map(StatedDate::parse);
        CaptureResult result =
                new ImportFiles(house).document(files.get(0), address, stated, Optional.ofNullable(type));
        out().print(common.json ? Json.pretty(CaptureResultJson.write(result)) : CaptureLines.one(result, style()));
        return ExitCode.OK;
    }

    private ExitCode archives(Pipeline house) throws IOException {
        boolean trouble = false;
        int taken = 0;
        try (ProgressLine progress = new ProgressLine(terminal());
                StopSignal stop = new StopSignal(ExitCode.INTERRUPTED, this::ending)) {
            for (Path file : files) {
                try {
                    goOn(stop);
                    progress.show("reading " + file);
                    Imported imported = new ImportFiles(house)
                            .archiveFile(file, (name, doing, done, total, captures) -> {
                                goOn(stop);
                                progress.show(String.format(
                                        Locale.ROOT,
                                        "%s %s: %d %%, %,d captures",
                                        doing,
                                        name,
                                        done * 100 / Math.max(1, total),
                                        captures));
                            });
                    progress.clear();
                    taken++;
                    trouble |= !imported.whole();
                    print(imported);
                } catch (PipelineException e) {
                    if (e.trouble() == PipelineException.Trouble.STORAGE || files.size() == 1) {
                        throw e;
                    }
                    progress.clear();
                    trouble = true;
                    say("pressmark: " + e.getMessage());
                }
            }
        } catch (Stopped wanted) {
            say("pressmark: stopped; taken in: " + taken + " of " + files.size()
                    + " files. Give the others again: what is there of them already is not taken twice.");
            return ExitCode.INTERRUPTED;
        }
        return trouble ? ExitCode.PARTIAL : ExitCode.OK;
    }

    /** Somebody wants the end. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void goOn(StopSignal stop) {
        if (stop.wanted()) {
            throw new Stopped();
        }
    }

    private void ending() {
        say("pressmark: ending. Once more ends it at once.");
    }

    private void print(Imported imported) {
        if (common.json) {
            var json = Json.object()
                    .put("given", imported.given())
                    .put("outcome", imported.outcome())
                    .put("file", imported.file())
                    .put("records", imported.records())
                    .put("captures", imported.captures())
                    .put("repeated", imported.repeated());
            var damage = json.putArray("damage");
            imported.damage().forEach(finding -> damage.add(FindingJson.write(finding)));
            out().println(Json.compact(json));
        } else {
            String repeated = imported.repeated() == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            ", %,d not: the index has a record of the same id already",
                            imported.repeated());
            out().println(Troubles.safe(String.format(
                    Locale.ROOT,
                    "%s: %s as %s, %,d records, %,d captures indexed%s",
                    imported.given(),
                    imported.outcome(),
                    imported.file(),
                    imported.records(),
                    imported.captures(),
                    repeated)));
            imported.damage().forEach(this::notice);
            if (imported.outcome().equals("salvaged")) {
                say("pressmark: " + imported.given()
                        + ": its sound records are in the archive; if there is another copy of the file,"
                        + " import that too");
            }
            if (imported.outcome().equals("rewritten")) {
                say("pressmark: " + imported.given()
                        + ": nothing is lost; the archive's copy has each record in a gzip member of its own");
            }
        }
        out().flush();
    }
}
