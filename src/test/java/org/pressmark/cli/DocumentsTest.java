package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.config.SettingsFile;
import org.pressmark.model.ChangeKind;
import picocli.CommandLine;

/** The documents say what the program does; -Dpressmark.docs=write makes docs/cli.md anew. */
final class DocumentsTest {
    private static final Path CLI = Path.of("docs/cli.md");

    @Test
    void cliPageEqualsTheHelpTexts() throws IOException {
        String expected = page();
        if ("write".equals(System.getProperty("pressmark.docs"))) {
            Files.writeString(CLI, expected, StandardCharsets.UTF_8);
        }
        assertEquals(
                expected,
                Files.readString(CLI, StandardCharsets.UTF_8),
                "run: ./mvnw test -Dtest=DocumentsTest -Dpressmark.docs=write");
    }

    @Test
    void everyCommandHelpsWithAnExample() {
        for (Map.Entry<String, CommandLine> command : commands().entrySet()) {
            Console.Run run = new Console().run(command.getKey(), "--help");
            assertEquals(0, run.code(), command.getKey());
            assertTrue(
                    command.getKey().equals("help") || run.out().contains("Example"),
                    command.getKey() + " has no example in its help");
        }
    }

    @Test
    void everyCommandStandsOnceInTheTableOfCommands() {
        assertEquals(
                commands().keySet().stream().sorted().toList(),
                CommandTable.GROUPS.stream()
                        .flatMap(group -> group.lines().stream())
                        .map(CommandTable.Line::command)
                        .sorted()
                        .toList());
    }

    @Test
    void everyCommandTakesArchiveAndJson() {
        for (Map.Entry<String, CommandLine> command : commands().entrySet()) {
            if (!command.getKey().equals("help")) {
                List<String> options = command.getValue().getCommandSpec().optionsMap().keySet().stream()
                        .toList();
                assertTrue(options.containsAll(List.of("--archive", "--json", "--db", "--config")), command.getKey());
            }
        }
    }

    @Test
    void theSettingsFileHasEverySettingWithItsDefault() throws IOException {
        Map<Setting, Settings.Value> file = SettingsFile.read(Path.of("config/pressmark.yaml"));
        for (Setting setting : Setting.values()) {
            assertTrue(file.containsKey(setting), setting.key() + " is missing in config/pressmark.yaml");
            assertEquals(
                    setting.defaultText(),
                    Objects.requireNonNull(file.get(setting)).text(),
                    setting.key());
        }
    }

    @Test
    void everySettingIsExplainedInTheFile() throws IOException {
        String text = Files.readString(Path.of("config/pressmark.yaml"), StandardCharsets.UTF_8);
        for (Setting setting : Setting.values()) {
            String name = setting.key().substring(setting.key().indexOf('.') + 1);
            assertTrue(
                    text.matches("(?s).*\n  # [^\n]*default[^\n]*\n  " + name + ":.*"),
                    setting.key() + ": no comment with unit, default and effect above it");
        }
    }

    @Test
    void everyKindOfChangeHasItsHeading() throws IOException {
        String text = Files.readString(Path.of("docs/changes.md"), StandardCharsets.UTF_8);
        for (ChangeKind kind : ChangeKind.values()) {
            assertTrue(
                    text.contains("\n### " + kind.word() + "\n"), kind.word() + " has no heading in docs/changes.md");
        }
    }

    /** docs/conformance.md names a test or a run for each of its checks; every test is there. */
    @Test
    void everyCheckHasItsRowAndEveryTestNamedThereExists() throws IOException {
        String text = Files.readString(Path.of("docs/conformance.md"), StandardCharsets.UTF_8);
        Map<String, Integer> last = Map.of("A", 18, "B", 25, "C", 34, "D", 43, "E", 53, "F", 67);
        int number = 0;
        for (String part : List.of("A", "B", "C", "D", "E", "F")) {
            while (number < Objects.requireNonNull(last.get(part))) {
                number++;
                assertTrue(text.contains("\n| " + part + number + " | "), part + number + " has no row");
            }
        }
        Map<String, Path> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.filter(file -> file.toString().endsWith("Test.java"))
                    .forEach(file -> tests.put(String.valueOf(file.getFileName()), file));
        }
        List<String> missing = new ArrayList<>();
        for (MatchResult named :
                Pattern.compile("`(\\w+Test)#(\\w+)`").matcher(text).results().toList()) {
            Path file = tests.get(named.group(1) + ".java");
            if (file == null
                    || !Files.readString(file, StandardCharsets.UTF_8).contains("void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyRoomStandsInTheArchitecture() throws IOException {
        String text = Files.readString(Path.of("docs/ARCHITECTURE.md"), StandardCharsets.UTF_8);
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/pressmark"))) {
            List<String> missing = rooms.map(room -> String.valueOf(room.getFileName()))
                    .filter(room -> !text.contains("| `" + room + "` |"))
                    .toList();
            assertEquals(List.of(), missing);
        }
    }

    private static Map<String, CommandLine> commands() {
        return Main.commandLine(Terminal.system(Map.of(), new StandardOutput()), Map.of())
                .getSubcommands();
    }

    private static String page() {
        StringBuilder out = new StringBuilder("# Commands\n\nMade from `--help`; a test keeps it so.\n");
        out.append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n");
        for (ExitCode code : ExitCode.values()) {
            out.append("| ")
                    .append(code.code())
                    .append(" | ")
                    .append(code.meaning())
                    .append(" |\n");
        }
        out.append("| 69 | the launcher found no suitable Java |\n");
        out.append("\n## pressmark\n\n")
                .append(usage(Main.commandLine(Terminal.system(Map.of(), new StandardOutput()), Map.of())));
        commands()
                .forEach((name, command) -> out.append("\n## pressmark ")
                        .append(name)
                        .append("\n\n")
                        .append(usage(command)));
        return out.toString();
    }

    private static String usage(CommandLine command) {
        String text = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
        return "```\n" + text.replaceAll("[ \t]+\n", "\n").strip() + "\n```\n";
    }
}
