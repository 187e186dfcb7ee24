package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.SettingException;
import org.pressmark.config.Settings;
import org.pressmark.config.SettingsFile;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class CommonOptions {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of the WARC files; index and log lie in its .pressmark (default: warcs).")
    @Nullable
    String archive;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "JDBC address of a PostgreSQL database for the index (default: an H2 file in the archive).")
    @Nullable
    String database;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (default: config/pressmark.yaml beside the program).")
    @Nullable
    Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any setting, e.g. --set fetch.delay=2s; 'pressmark config' lists them.")
    List<String> set = new ArrayList<>();

    @Option(names = "--json", description = "Answer with JSON on standard output.")
    boolean json;

    @Option(names = "--colour", paramLabel = "WHEN", description = "Colours: auto, always or never (default: auto).")
    @Nullable
    String colour;

    /**
     * The settings in force: defaults, then the file, then the environment, then flags.
     *
     * @param flags what a command's own flags say
     * @throws SettingException if any of them cannot be used
     */
    Settings settings(Map<String, String> environment, Map<Setting, Settings.Value> flags) throws IOException {
        Map<Setting, Settings.Value> platform = new EnumMap<>(Setting.class);
        KeyPlace.of(environment, System.getProperty("os.name", ""))
                .ifPresent(file -> platform.put(Setting.LEDGER_KEY, new Settings.Value(file.toString(), "default")));
        Settings settings = Settings.defaults().with(platform);
        Optional<Path> file = file(environment);
        if (file.isPresent()) {
            Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
            values.putAll(SettingsFile.read(file.get()));
            values.entrySet()
                    .removeIf(entry -> entry.getKey() == Setting.LEDGER_KEY
                            && entry.getValue().text().isEmpty()); // the shipped file leaves the place to the platform
            settings = settings.with(values);
        }
        Map<Setting, Settings.Value> given = new EnumMap<>(Setting.class);
        put(given, Setting.ARCHIVE_DIR, archive, "--archive");
        put(given, Setting.DATABASE_URL, database, "--db");
        put(given, Setting.OUTPUT_COLOUR, colour, "--colour");
        given.putAll(flags);
        for (String assignment : set) {
            int equals = assignment.indexOf('=');
            String key = equals < 0 ? assignment : assignment.substring(0, equals);
            Setting setting = Setting.of(key)
                    .orElseThrow(() -> new SettingException("--set " + assignment + ": unknown setting '" + key
                            + "'; 'pressmark config' lists those there are"));
            if (equals < 0) {
                throw new SettingException("--set " + assignment + ": expected KEY=VALUE");
            }
            put(given, setting, assignment.substring(equals + 1), "--set");
        }
        return settings.withEnvironment(environment).with(given);
    }

    static void put(Map<Setting, Settings.Value> values, Setting setting, @Nullable String text, String flag) {
        if (text != null) {
            values.put(setting, new Settings.Value(text, "flag " + flag));
        }
    }

    private Optional<Path> file(Map<String, String> environment) throws NoSuchFileException {
        String named = config == null ? environment.get("PRESSMARK_CONFIG") : config.toString();
        if (named != null) {
            Path file = Path.of(named);
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(named, null, "no such settings file");
            }
            return Optional.of(file);
        }
        String home = System.getProperty("pressmark.home");
        return Optional.ofNullable(home)
                .map(folder -> Path.of(folder, "config", "pressmark.yaml"))
                .filter(Files::isRegularFile);
    }
}
