package org.pressmark.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.regex.Pattern;
import org.pressmark.config.SettingException;
import org.pressmark.markup.SafeText;
import org.pressmark.pipeline.PipelineException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one or two lines for people and an exit code. */
final class Troubles {
    private final Terminal terminal;
    private final Map<String, String> environment;

    Troubles(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /** For picocli: the words could not be understood. */
    int parameters(ParameterException e, String[] args) {
        say(String.valueOf(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        say("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    /** For picocli: the command threw. */
    int execution(Exception thrown, CommandLine line, ParseResult parsed) {
        terminal.out().flush();
        Exception e = PipelineException.told(thrown);
        ExitCode code = code(e);
        say(words(e, code));
        if (code == ExitCode.INTERNAL || environment.containsKey("PRESSMARK_DEBUG")) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            terminal.err().println(SafeText.escape(trace.toString()));
        }
        // A command whose exit codes another program has set (compare: as diff) says so in its annotation.
        int own = line.getCommandSpec().exitCodeOnExecutionException();
        return own == CommandLine.ExitCode.SOFTWARE ? code.code() : own;
    }

    /** A line that sends no control character to a terminal. */
    static String safe(String line) {
        return SafeText.escape(line);
    }

    /** Archived lines without control characters, each ended by a line feed. */
    static String lines(String archived) {
        return SafeText.escape(archived.replace("\r\n", "\n"));
    }

    private void say(String message) {
        terminal.err().println(safe("pressmark: " + message));
    }

    private static ExitCode code(Exception e) {
        if (e instanceof PipelineException known) {
            return switch (known.trouble()) {
                case INPUT -> ExitCode.USAGE;
                case SETTING -> ExitCode.CONFIG;
                case NOT_FOUND -> ExitCode.NOT_FOUND;
                case DAMAGED -> ExitCode.DAMAGED;
                case STORAGE, READ_ONLY -> ExitCode.IO;
            };
        }
        if (e instanceof SettingException) {
            return ExitCode.CONFIG;
        }
        if (e instanceof NoSuchFileException
                || e instanceof FileNotFoundException
                || e instanceof InvalidPathException) {
            return ExitCode.USAGE;
        }
        return e instanceof IOException ? ExitCode.IO : ExitCode.INTERNAL;
    }

    /** What the system says of a full disk, naming no file (Linux and macOS, their quotas, Windows). */
    private static final Pattern NO_ROOM =
            Pattern.compile("No space left on device|Disk quota exceeded|There is not enough space on the disk");

    private static String words(Exception e, ExitCode code) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file"
                    + (missing.getReason() == null ? "" : " (" + missing.getReason() + ")");
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied; choose another file or folder, or change its rights";
        }
        if (e instanceof InvalidPathException path) {
            return path.getInput() + ": no file can be called so (" + path.getReason()
                    + "); where it has other letters than English ones, set a locale of UTF-8, e.g. LC_ALL=C.UTF-8";
        }
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getMessage() + ": " + e.getClass().getSimpleName();
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        if (e instanceof IOException && NO_ROOM.matcher(message).matches()) {
            return message + ": the archive's disk, the one written to or the temporary folder's is full. What was"
                    + " acknowledged is stored; make room and give the command again";
        }
        return code == ExitCode.INTERNAL
                ? "a fault of Pressmark's own (" + e.getClass().getSimpleName() + ": " + message
                        + "); nothing stored is lost. Please report it with the lines below."
                : message;
    }
}
