package org.pressmark.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the signing key lies unless a setting says otherwise: in the user's own configuration folder. */
final class KeyPlace {
    private static final String NAME = "signing-key.pem";

    private KeyPlace() {}

    /**
     * The file, as the platform has it.
     *
     * @param environment {@code XDG_CONFIG_HOME} goes first; then macOS' and Windows' folders,
     *     else {@code ~/.config}
     * @return empty where the environment names no home
     */
    static Optional<Path> of(Map<String, String> environment, String system) {
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (!xdg.isEmpty()) {
            return Optional.of(Path.of(xdg, "pressmark", NAME));
        }
        String name = system.toLowerCase(Locale.ROOT);
        String appData = environment.getOrDefault("APPDATA", "");
        if (name.startsWith("windows") && !appData.isEmpty()) {
            return Optional.of(Path.of(appData, "Pressmark", NAME));
        }
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        if (home.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                name.startsWith("mac")
                        ? Path.of(home, "Library", "Application Support", "Pressmark", NAME)
                        : Path.of(home, ".config", "pressmark", NAME));
    }
}
