package org.pressmark.cli;

import org.pressmark.config.Setting;
import org.pressmark.config.SettingException;
import org.pressmark.config.Settings;
import org.pressmark.report.TerminalStyle;

/** How this command's text is set: colours only where a person reads them, unless told otherwise. */
final class Style {
    private Style() {}

    /**
     * The style for standard output.
     *
     * @param width columns; 0: the terminal's
     */
    static TerminalStyle of(Settings settings, Terminal terminal, boolean noColour, int width) {
        String when = settings.text(Setting.OUTPUT_COLOUR);
        boolean colour = switch (when) {
            case "always" -> true;
            case "never" -> false;
            case "auto" -> terminal.outIsTerminal() && !noColour;
            default ->
                throw new SettingException(settings.value(Setting.OUTPUT_COLOUR).origin() + ": output.colour is '"
                        + when + "'; expected auto, always or never");
        };
        return new TerminalStyle(width > 0 ? width : terminal.width(), colour, true);
    }
}
