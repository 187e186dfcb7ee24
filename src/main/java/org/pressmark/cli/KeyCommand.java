package org.pressmark.cli;

import java.io.IOException;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.SignLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The signing key. */
@Command(
        name = "key",
        description = {
            "Show the key that signs your archives' logs, put a new one in its place, or print its public " + "half.",
            "It is made by the first capture, in your own configuration folder, readable by you alone; "
                    + "keep a copy of the file apart from the archive. rotate keeps the old key's file beside the "
                    + "new one and has both sign the handover."
        },
        footer = {
            "",
            "Examples:  pressmark key show",
            "           pressmark key export > archive-key.pem",
            "           pressmark key rotate"
        })
final class KeyCommand extends BaseCommand {
    /** What is to be done. */
    enum Action {
        show,
        rotate,
        export
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "show",
            paramLabel = "ACTION",
            description = "${COMPLETION-CANDIDATES} (default: show).")
    private Action action;

    @Override
    ExitCode run() throws IOException {
        SignLog.Key key;
        try (Pipeline house = open()) {
            SignLog log = new SignLog(house);
            key = action == Action.rotate ? log.rotate() : log.key();
        }
        if (common.json) {
            var json = Json.object()
                    .put("file", key.file())
                    .put("fingerprint", key.fingerprint())
                    .put("publicKey", key.base64())
                    .put("pem", key.pem())
                    .put("log", key.log())
                    .put("verifierKey", key.vkey())
                    .put("signsThisLog", key.signs());
            key.earlier().forEach(json.putArray("earlier")::add);
            out().print(Json.pretty(json));
        } else if (action == Action.export) {
            out().print(key.pem());
        } else {
            show(key);
        }
        return ExitCode.OK;
    }

    private void show(SignLog.Key key) {
        line(action == Action.rotate ? "new key" : "key", key.fingerprint());
        line("file", key.file());
        if (!key.log().isEmpty()) {
            line("log", key.log() + (key.signs() ? ", signed by this key" : ", not yet signed by this key"));
            line("verifier key", key.vkey());
            key.earlier().forEach(earlier -> line("earlier key", earlier));
        }
    }

    private void line(String name, String value) {
        out().println(Troubles.safe(String.format(java.util.Locale.ROOT, "%-13s %s", name, value)));
    }
}
