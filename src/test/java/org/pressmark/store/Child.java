package org.pressmark.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with the test's class path. Its standard output is read line by line; its errors go to the test's. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Child(Class<?> main, List<String> options, Object... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    private static String classPath() {
        String whole = System.getProperty("surefire.test.class.path");
        return whole != null
                ? whole
                : System.getProperty("java.class.path", "")
                        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    /** The next line that the process prints, empty text where it has ended. */
    String line() throws IOException {
        String line = out.readLine();
        return line == null ? "" : line;
    }

    long pid() {
        return process.pid();
    }

    /** Kills it as {@code kill -9} does, and gives what it had printed meanwhile. */
    List<String> kill() throws IOException, InterruptedException {
        // Not by the process itself, which would close what we read from.
        process.toHandle().destroyForcibly();
        process.waitFor();
        List<String> rest = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            rest.add(line);
        }
        return rest;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    static BufferedReader ears() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
