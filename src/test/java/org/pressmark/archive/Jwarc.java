package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.WarcReader;

/** Another reader's judgement: jwarc's own validator, run as it is. Its exit code says little; its words count. */
final class Jwarc {
    private Jwarc() {}

    /** Everything that {@code jwarc validate} says of the files; empty where it finds nothing wrong. */
    static String validate(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(java.net.URI.create(WarcReader.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString(),
                "org.netpreserve.jwarc.tools.WarcTool",
                "validate"));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? said : said + "exit " + exit;
    }
}
