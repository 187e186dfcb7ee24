package org.pressmark.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The process's streams and what is known of the terminal behind them. The launcher says in {@code pressmark.terminal}
 * which streams are a terminal ({@code out}, {@code err}) and how wide it is, since Java cannot tell without a process.
 *
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param width columns; 80 where unknown
 */
record Terminal(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int width) {

    /** The real streams. Standard output is buffered whole: {@link #flush} before the process ends. */
    static Terminal system(Map<String, String> environment, StandardOutput standard) {
        String terminal = System.getProperty("pressmark.terminal", "");
        int width = number(System.getProperty("pressmark.columns", environment.getOrDefault("COLUMNS", "")));
        return new Terminal(
                new PrintStream(new BufferedOutputStream(standard, 1 << 16), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminal.contains("out"),
                terminal.contains("err"),
                width);
    }

    /** Standard output as bytes, for stored bytes that must not be re-coded. */
    OutputStream bytes() {
        return out;
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private static int number(String text) {
        return text.matches("[1-9][0-9]{1,3}") ? Math.max(20, Integer.parseInt(text)) : 80;
    }
}
