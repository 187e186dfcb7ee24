package org.pressmark.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code pressmark}: every command by name, and the process's streams that they share. */
@Command(
        name = "pressmark",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Captures article pages into WARC files, compares the copies, traces where each came from, replays what it"
                    + " stored.",
            ""
        },
        footer = {"", "Each command explains itself, with an example: pressmark help COMMAND"})
public final class Main implements Runnable {
    /** Every command; each is called as its class is, e.g. {@code replay} of {@code ReplayCommand}. */
    private static final List<Class<?>> COMMANDS = List.of(
            CommandLine.HelpCommand.class,
            DemoCommand.class,
            CaptureCommand.class,
            CrawlCommand.class,
            WatchCommand.class,
            SourcesCommand.class,
            WhyCommand.class,
            AlertCommand.class,
            HistoryCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ListCommand.class,
            ShowCommand.class,
            ExtractCommand.class,
            CompareCommand.class,
            TraceCommand.class,
            CopiesCommand.class,
            FindCommand.class,
            LinkCommand.class,
            ReplayCommand.class,
            SearchCommand.class,
            ServeCommand.class,
            VerifyCommand.class,
            CheckpointCommand.class,
            ProveCommand.class,
            KeyCommand.class,
            ForgetCommand.class,
            RebuildCommand.class,
            ReextractCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ConfigCommand.class);

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;

    Main(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the words after {@code pressmark}
     */
    public static void main(String[] args) {
        NativeCrypto.install();
        StandardOutput standard = new StandardOutput();
        Terminal terminal = Terminal.system(System.getenv(), standard);
        int code = run(terminal, System.getenv(), args);
        terminal.flush();
        if (standard.trouble().isPresent()) {
            terminal.err()
                    .println("pressmark: not all could be written to standard output: "
                            + standard.trouble().get() + "; what was stored is safe");
            code = code == 0 ? ExitCode.IO.code() : code;
        }
        // Halts threads that a library may have left running; everything acknowledged is on disk by now.
        System.exit(code);
    }

    /** Runs one command in this process, on the given streams; gives its exit code. */
    static int run(Terminal terminal, Map<String, String> environment, String... args) {
        try {
            return commandLine(terminal, environment, named(args)).execute(args);
        } catch (OutOfMemoryError e) { // what the command held is let go of by now
            terminal.err()
                    .println("pressmark: this takes more memory than there is; PRESSMARK_OPTS=-Xmx2g gives it 2 GB");
            return ExitCode.INTERNAL.code();
        }
    }

    /** The whole command line, also for the documents that are made from it. */
    static CommandLine commandLine(Terminal terminal, Map<String, String> environment) {
        return commandLine(terminal, environment, COMMANDS);
    }

    /** What the words need: to describe all commands to the parser takes longer than most of them run. */
    private static List<Class<?>> named(String... args) {
        String first = args.length == 0 ? "" : args[0];
        for (Class<?> command : COMMANDS) {
            boolean help = command == CommandLine.HelpCommand.class;
            if (!help
                    && first.equals(
                            command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT))) {
                return List.of(command);
            }
        }
        return args.length == 1 && first.equals("--version") ? List.of() : COMMANDS;
    }

    private static CommandLine commandLine(
            Terminal terminal, Map<String, String> environment, List<Class<?>> commands) {
        CommandLine line = new CommandLine(new Main(terminal, environment));
        commands.forEach(line::addSubcommand);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandTable());
        for (CommandLine command : line.getSubcommands().values()) {
            command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionList());
            command.getCommandSpec().usageMessage().parameterListHeading("%n");
            command.getCommandSpec().usageMessage().optionListHeading("%n");
        }
        return line.setOut(new java.io.PrintWriter(terminal.out(), true, java.nio.charset.StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(terminal.err(), true, java.nio.charset.StandardCharsets.UTF_8))
                .setUsageHelpWidth(100)
                .setExitCodeExceptionMapper(e -> ExitCode.INTERNAL.code())
                .setParameterExceptionHandler(new Troubles(terminal, environment)::parameters)
                .setExecutionExceptionHandler(new Troubles(terminal, environment)::execution);
    }

    Terminal terminal() {
        return terminal;
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; 'pressmark help' lists them");
    }

    /** Reads the version from the jar's manifest; outside a jar there is none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"pressmark " + text()};
        }

        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "0.0.0-unpackaged" : version;
        }
    }
}
