package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressmark.config.Setting;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is typed behind an option, a command or a setting: it is understood or refused, and never called a fault of ours. */
final class HostileWordsTest {
    private static final String HOST = "news.example";
    private static final String STORED = "http://" + HOST + "/story";

    /** An address that is refused before any name is looked up. */
    private static final String REFUSED = "http://127.0.0.1:9/";

    private static final List<String> WORDS =
            List.of("", " ", "-1", "99999999999999999999", "http://[", "\0", "{", "é\ud800");

    /** A command that would write to a file of such a name would leave it here. */
    private static final List<String> PATHS = List.of("\0", "/dev/null/é", "/");

    private static final Pattern FILES = Pattern.compile("FILE|DIR|PATH");

    /** What goes on until it is told to end, or asks other hosts whatever the word. */
    private static final Set<String> ENDLESS = Set.of("serve", "watch", "demo", "help", "history");

    /** Options of every command are tried with one of them. */
    private static final String EVERYWHERE = "list";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void storesAPage() {
        try (TestPress press =
                TestPress.open().page(HOST, "/story", Reply.html("<h1>A story</h1><p>It is short.</p>"))) {
            Console.Run run = run(List.of("capture", STORED, "--connect-to", press.connectTo(HOST)));
            assertEquals(0, run.code(), run.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void areUnderstoodOrRefused(String name) {
        CommandLine line = commandLine();
        for (String part : name.split(" ", -1)) {
            line = Objects.requireNonNull(line.getSubcommands().get(part));
        }
        List<String> troubles = new ArrayList<>();
        Set<String> common = name.equals(EVERYWHERE)
                ? Set.of()
                : optionsOf(
                        Objects.requireNonNull(commandLine().getSubcommands().get(EVERYWHERE)));
        for (ArgSpec spec : line.getCommandSpec().args()) {
            if (spec instanceof OptionSpec option
                    && (option.arity().max() == 0 || common.contains(option.longestName()))) {
                continue;
            }
            for (String word : namesFile(spec) ? PATHS : WORDS) {
                List<String> typed = new ArrayList<>(List.of(name.split(" ", -1)));
                typed.addAll(othersThan(spec, line));
                typed.add(spec instanceof OptionSpec option ? option.longestName() + "=" + word : word);
                tell(typed, run(typed), troubles);
            }
        }
        assertEquals(List.of(), troubles);
    }

    @Test
    void ofSettingsToo() {
        List<String> troubles = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            for (String word : List.of("", "x", "0", "999999999", "999999999d", "999999999GiB", "http://[", "\0")) {
                if (setting != Setting.ARCHIVE_DIR) {
                    List<String> typed = List.of("capture", REFUSED, "--set=" + setting.key() + "=" + word);
                    tell(typed, run(typed), troubles);
                }
            }
        }
        assertEquals(List.of(), troubles);
    }

    private static boolean namesFile(ArgSpec spec) {
        return spec.type() == Path.class || FILES.matcher(spec.paramLabel()).find();
    }

    private static void tell(List<String> typed, Console.Run run, List<String> troubles) {
        if (run.code() == ExitCode.INTERNAL.code() || run.err().contains("\tat ")) {
            troubles.add(typed + ": " + run.err().lines().limit(12).collect(Collectors.joining("\n")));
        }
    }

    private static List<String> othersThan(ArgSpec tried, CommandLine line) {
        return line.getCommandSpec().positionalParameters().stream()
                .filter(spec -> spec != tried && spec.index().min() == 0)
                .map(spec -> STORED)
                .toList();
    }

    private static Console.Run run(List<String> words) {
        List<String> typed = new ArrayList<>(words);
        if (words.stream().noneMatch(word -> word.startsWith("--archive"))) {
            typed.add(1, "--archive=" + folder.resolve("warcs"));
        }
        return new Console().run(typed.toArray(new String[0]));
    }

    private static CommandLine commandLine() {
        return Main.commandLine(Terminal.system(Map.of(), new StandardOutput()), Map.of());
    }

    private static Set<String> optionsOf(CommandLine line) {
        return line.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toSet());
    }

    private static Stream<String> commands() {
        return all("", commandLine());
    }

    private static Stream<String> all(String before, CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .filter(entry -> !ENDLESS.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().getSubcommands().isEmpty()
                        ? Stream.of(before + entry.getKey())
                        : all(before + entry.getKey() + " ", entry.getValue()));
    }
}
