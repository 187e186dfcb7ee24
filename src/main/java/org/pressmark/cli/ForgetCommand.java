package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.pressmark.json.Json;
import org.pressmark.pipeline.ForgetUrl;
import org.pressmark.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A takedown. */
@Command(
        name = "forget",
        description = {
            "Take all captures of an address out of the archive: out of the WARC files, the index, replay "
                    + "and search.",
            "In their places stand records that say what was there, by digests, and why it went; the log "
                    + "says so too, and 'verify' tells it. Parts of the page (pictures, styles) have addresses of "
                    + "their own.",
            "The address is not captured again until --allow. It cannot be undone but from a copy."
        },
        footer = {
            "",
            "Examples:  pressmark forget https://www.example.org/story --reason \"court order 12/2026\"",
            "           pressmark forget https://www.example.org/story --allow"
        })
final class ForgetCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "URL", description = "The address, as 'pressmark list' shows it.")
    private String url;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the archive. Needed.")
    private String reason = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--allow", description = "Let an address that was taken down be captured again.")
    private boolean allow;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            ForgetUrl forget = new ForgetUrl(house);
            if (allow) {
                forget.allow(url);
                print("allowed", url + ": may be captured again", 0, 0);
                return ExitCode.OK;
            }
            if (reason.isBlank()) {
                throw new ParameterException(
                        spec.commandLine(), "--reason is missing: say why, for those who ask later");
            }
            ForgetUrl.Gone plan = forget.plan(url);
            String what = plan.captures() + (plan.captures() == 1 ? " capture" : " captures") + " out of "
                    + plan.files() + (plan.files() == 1 ? " WARC file" : " WARC files");
            if (!yes && !agreed(what)) {
                say("nothing was taken out");
                return ExitCode.USAGE;
            }
            ForgetUrl.Gone gone = forget.forget(url, reason);
            print("forgotten", url + ": took " + what, gone.captures(), gone.files());
            return ExitCode.OK;
        }
    }

    private boolean agreed(String what) throws IOException {
        if (!terminal().errIsTerminal()) {
            throw new ParameterException(
                    spec.commandLine(), "nobody can be asked here; --yes takes " + what + " without asking");
        }
        terminal().err().print(Troubles.safe("Take " + what + "? It cannot be undone. [y/N] "));
        terminal().err().flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String answer = in.readLine();
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }

    private void print(String outcome, String words, int captures, int files) {
        out().print(
                        common.json
                                ? Json.pretty(Json.object()
                                        .put("outcome", outcome)
                                        .put("url", url)
                                        .put("captures", captures)
                                        .put("files", files))
                                : Troubles.safe(words) + "\n");
    }
}
