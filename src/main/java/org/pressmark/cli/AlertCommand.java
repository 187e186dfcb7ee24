package org.pressmark.cli;

import java.io.IOException;
import java.util.List;
import org.pressmark.config.SettingException;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.SendAlerts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows, tries and sends alerts. */
@Command(
        name = "alert",
        description = {
            "Tell newsrooms of edits: to webhooks and by mail, as the settings alerts.… name them. 'watch' and 'crawl'"
                    + " do it by themselves; this shows what waits, sends what is due, or sends a test by each way.",
            "A message that is not taken is tried again for three days. Edits are told that are seen after alerts were"
                    + " set up."
        },
        footer = {
            "",
            "Examples:  pressmark alert test --set alerts.webhooks=https://newsroom.example/hook",
            "           pressmark alert send",
            "           pressmark alert --json"
        })
final class AlertCommand extends BaseCommand {
    /** What is to be done. */
    enum Action {
        list,
        send,
        test
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "ACTION",
            description = "${COMPLETION-CANDIDATES} (default: list).")
    private Action action;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open();
                SendAlerts alerts = new SendAlerts(house)) {
            return switch (action) {
                case list -> list(alerts);
                case send -> send(alerts);
                case test -> test(alerts);
            };
        }
    }

    private ExitCode list(SendAlerts alerts) {
        List<SendAlerts.Waiting> waiting = alerts.waiting();
        for (SendAlerts.Waiting one : waiting) {
            out().print(
                            common.json
                                    ? Json.compact(Json.object()
                                                    .put("id", one.id())
                                                    .put("channel", one.channel())
                                                    .put("tries", one.tries())
                                                    .put("due", one.due().toString())
                                                    .put("trouble", one.trouble()))
                                            + "\n"
                                    : Troubles.safe(one.channel() + "  " + one.id() + "  tried " + one.tries()
                                                    + " times, next " + one.due() + "  " + one.trouble())
                                            + "\n");
        }
        if (waiting.isEmpty() && !common.json) {
            out().println(
                            alerts.wanted()
                                    ? "no alert waits"
                                    : "no alerts are set up; alerts.webhooks and alerts.mail-to name who gets them");
        }
        return ExitCode.OK;
    }

    private ExitCode send(SendAlerts alerts) {
        SendAlerts.Told told = alerts.run();
        out().println(
                        common.json
                                ? Json.compact(
                                        Json.object().put("sent", told.sent()).put("waiting", told.waiting()))
                                : told.sent() + " sent, " + told.waiting() + " waiting");
        return told.waiting() > 0 ? ExitCode.PARTIAL : ExitCode.OK;
    }

    private ExitCode test(SendAlerts alerts) {
        if (!alerts.wanted()) {
            throw new SettingException("nobody is to be told: alerts.webhooks and alerts.mail-to are empty;"
                    + " set them in config/pressmark.yaml or by --set");
        }
        boolean allTaken = true;
        for (SendAlerts.Tested one : alerts.test()) {
            allTaken &= one.trouble().isEmpty();
            if (common.json) {
                var row = Json.object()
                        .put("channel", one.channel())
                        .put("taken", one.trouble().isEmpty());
                one.trouble().ifPresent(trouble -> row.put("trouble", trouble));
                out().println(Json.compact(row));
            } else {
                out().println(Troubles.safe(one.channel() + ": " + one.trouble().orElse("taken")));
            }
        }
        return allTaken ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
