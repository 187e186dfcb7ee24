package org.pressmark.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs commands in this process as a person would type them, and keeps what they print. */
final class Console {
    private final Map<String, String> environment;

    Console() {
        this(Map.of());
    }

    Console(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What one command did. */
    @SuppressWarnings("ArrayRecordComponent") // read by one test, never compared
    record Run(int code, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Both streams, for the message of a failed assertion. */
        @Override
        public String toString() {
            return "exit " + code + "\n" + out() + err;
        }
    }

    Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                100);
        int code = Main.run(terminal, environment, words);
        terminal.flush();
        return new Run(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
