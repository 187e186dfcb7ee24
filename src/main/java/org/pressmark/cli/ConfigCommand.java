package org.pressmark.cli;

import java.io.IOException;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import picocli.CommandLine.Command;

/** Prints the settings in force. */
@Command(
        name = "config",
        description = "Print what is in force and where each value came from.",
        footer = {"", "Example:  pressmark config --set fetch.delay=5s"})
final class ConfigCommand extends BaseCommand {
    @Override
    ExitCode run() throws IOException {
        Settings settings = settings();
        if (common.json) {
            var list = Json.array();
            for (Setting setting : Setting.values()) {
                Settings.Value value = settings.value(setting);
                list.addObject()
                        .put("key", setting.key())
                        .put("value", shown(setting, value.text()))
                        .put("origin", value.origin())
                        .put("default", setting.defaultText())
                        .put("kind", setting.kind().word())
                        .put("variable", setting.variable())
                        .put("effect", setting.effect());
            }
            out().println(Json.pretty(list));
            return ExitCode.OK;
        }
        for (Setting setting : Setting.values()) {
            Settings.Value value = settings.value(setting);
            out().println(Troubles.safe(
                    setting.key() + ": " + shown(setting, value.text()) + "   (" + value.origin() + ")"));
            out().println("    " + setting.effect());
        }
        return ExitCode.OK;
    }

    /** A password is never shown. */
    private static String shown(Setting setting, String text) {
        if (setting.secret() && !text.isEmpty()) {
            return "(set, not shown)";
        }
        return text.isEmpty() ? "\"\"" : text;
    }
}
