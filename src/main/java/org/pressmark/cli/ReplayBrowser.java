package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Capture;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/** Shows a stored page in a browser, or takes its picture there, by a server of this machine's own. */
record ReplayBrowser(BaseCommand command, Pipeline house, Settings settings) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    /** @param picture where to write a picture; nothing: a person looks at the page */
    void run(Capture capture, @Nullable Path picture) throws IOException {
        try (WebServer server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0)) {
            String page = server.url() + "web/" + STAMP.format(capture.date()) + "mp_/" + capture.url();
            if (picture == null) {
                open(server, page);
            } else {
                take(page, picture);
            }
        }
    }

    private void open(WebServer server, String page) throws IOException {
        command.out().println(Troubles.safe(page));
        command.out().flush();
        Optional<Path> opener = settings.text(Setting.REPLAY_BROWSER).isEmpty()
                ? onPath(OPENERS).or(() -> onPath(PROGRAMS))
                : browser();
        if (opener.isPresent()) {
            new ProcessBuilder(opener.get().toString(), page)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } else {
            command.say("pressmark: no browser was found; open the address above. Ctrl-C ends the server");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "pressmark-stop"));
        try {
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(String page, Path picture) throws IOException {
        Path program = browser()
                .orElseThrow(() -> new PipelineException(
                        Trouble.INPUT,
                        "--screenshot: no Chromium was found on the path; install one or name it in replay.browser"));
        Path profile = Files.createTempDirectory("pressmark-");
        try {
            Path made = profile.resolve("page.png");
            List<String> words = new ArrayList<>(List.of(
                    program.toString(),
                    "--headless=new",
                    "--disable-gpu",
                    "--no-first-run",
                    "--hide-scrollbars",
                    "--disable-background-networking",
                    "--disable-sync",
                    "--disable-extensions",
                    "--no-proxy-server",
                    // Whatever the page may ask for, no name leads anywhere but here.
                    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                    "--window-size=1280,2400",
                    "--virtual-time-budget=5000",
                    "--user-data-dir=" + profile.resolve("profile"),
                    "--screenshot=" + made));
            if ("root".equals(System.getProperty("user.name"))) {
                words.add("--no-sandbox"); // Chromium refuses to start for root with it
            }
            words.add(page);
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            if (!Files.exists(made)) {
                throw new IOException(program + ": made no picture of the page");
            }
            Files.write(picture, Files.readAllBytes(made));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the picture was taken", e);
        } finally {
            delete(profile);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private Optional<Path> browser() {
        String named = settings.text(Setting.REPLAY_BROWSER);
        return named.isEmpty() ? onPath(PROGRAMS) : Optional.of(Path.of(named)).filter(Files::isExecutable);
    }

    private Optional<Path> onPath(List<String> names) {
        String path = command.environment().getOrDefault("PATH", "");
        return names.stream()
                .flatMap(name -> Stream.of(path.split(java.io.File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
