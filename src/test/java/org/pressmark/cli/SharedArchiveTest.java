package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Two processes at one archive: a server in one terminal, captures in another. */
final class SharedArchiveTest {
    private static final String HOST = "news.example";
    private static final String PAGE = "<title>A story</title><h1>A story</h1><link rel=stylesheet href=/s.css>"
            + "<p>A paragraph that is long enough to be taken for the article of this page, with a full stop. </p>"
                    .repeat(4);

    @TempDir
    private Path folder;

    @Test
    void aServerShowsWhatAnotherProcessCaptures() throws IOException, InterruptedException {
        try (TestPress press = TestPress.open()
                .page(HOST, "/one", Reply.html(PAGE))
                .page(HOST, "/two", Reply.html(PAGE.replace("A story", "Another story")))
                .page(HOST, "/s.css", Reply.content("text/css", "body{color:#111}".getBytes(StandardCharsets.UTF_8)))) {
            assertEquals(0, capture(press, "/one").code());
            Process serving = serve();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(serving.getInputStream(), StandardCharsets.UTF_8))) {
                String base = Json.parse(Optional.ofNullable(lines.readLine()).orElseThrow())
                        .path("url")
                        .asText();
                assertTrue(get(base).body().contains("A story"), "the first page is listed");
                Console.Run second = capture(press, "/two");
                assertEquals(0, second.code(), second.toString());
                assertTrue(
                        get(base).body().contains("Another story"),
                        "the second page, captured while serving, is listed");
                HttpResponse<String> replayed = get(base + "web/http://" + HOST + "/two");
                assertEquals(200, replayed.statusCode());
                assertTrue(replayed.body().contains("Another story"), replayed.body());
                assertTrue(
                        replayed.body().contains("cs_/http://" + HOST + "/s.css"), "the style is asked of the archive");
                String policy =
                        replayed.headers().firstValue("Content-Security-Policy").orElse("");
                assertTrue(policy.contains("sandbox") && policy.contains("script-src 'none'"), policy);
                Console.Run verified = new Console().run("verify", "--archive", archive());
                assertEquals(0, verified.code(), verified.toString());
            } finally {
                serving.destroy();
                assertTrue(serving.waitFor(30, TimeUnit.SECONDS), "the server stops when it is told to");
            }
        }
    }

    private Console.Run capture(TestPress press, String path) {
        return new Console()
                .run(
                        "capture",
                        "--archive",
                        archive(),
                        "--connect-to",
                        press.connectTo(HOST),
                        "--delay",
                        "0s",
                        "http://" + HOST + path);
    }

    private Process serve() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--json",
                        "--port",
                        "0",
                        "--archive",
                        archive()))
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }
}
