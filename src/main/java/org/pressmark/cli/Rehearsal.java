package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the class-data archive is made of (train-cds.sh): commands whose classes are to be at hand, run one after the other in
 * one JVM. No command of its own, and nothing that a program calls.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs them and ends the process.
     *
     * @param args a settings file and a scratch folder
     */
    public static void main(String[] args) throws IOException {
        NativeCrypto.install();
        Terminal terminal = Terminal.system(Map.of(), new StandardOutput());
        Path scratch = Path.of(args[1]);
        String[] common = {
            "--config", args[0], "--archive", scratch.resolve("warcs").toString()
        };
        String html = scratch.resolve("comparison.html").toString();
        Main.run(terminal, Map.of(), words(new String[] {"demo", "--html", html}, common));
        try (DemoSite site = DemoSite.start()) {
            String route = "copies.example:80:127.0.0.1:" + site.port();
            String[] crawl = words(
                    new String[] {"crawl", DemoSite.ORIGINAL, "--connect-to", route, "--delay", "0", "--no-extract"},
                    common);
            Main.run(terminal, Map.of(), crawl);
            Main.run(terminal, Map.of(), words(crawl, "--again"));
        }
        // As Main ends: threads that a library left running must not keep the archive from being written.
        System.exit(0);
    }

    private static String[] words(String[] before, String... more) {
        return Stream.of(before, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
