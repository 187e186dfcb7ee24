package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.testing.Browser;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/** Everything that a page needs is captured with it, so that a browser which replays it asks for nothing that is not there. */
final class RequisitesTest {
    private static final String HOST = "page.example";
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                    + " width='9' height='9'><image xlink:href='/in-svg.png' width='9' height='9'/></svg>";

    /** Pictures, wherever a page may name one. */
    private static final List<String> PICTURES = List.of(
            "/plain.png",
            "/small.png",
            "/large.png",
            "/source.png",
            "/poster.png",
            "/preloaded.png",
            "/preload-set.png",
            "/favicon.png",
            "/touch.png",
            "/lazy.png",
            "/in-style.png",
            "/in-attribute.png",
            "/in-sheet.png",
            "/deep.png",
            "/set-1x.png",
            "/in-svg.png",
            "/ld-image.png",
            "/ld-logo.png",
            "/ld-thumbnail.png",
            "/in-map.png",
            "/shared.png",
            "/in-manifest.png",
            "/in-frame.png",
            "/in-inner-frame.png");

    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();

    @BeforeEach
    void putUp() {
        press.page(HOST, "/page", Reply.html("""
                <!doctype html><html><head><title>All of it</title>
                <link rel="stylesheet" href="/first.css"><link rel="icon" href="/favicon.png" type="image/png">
                <link rel="apple-touch-icon" sizes="180x180" href="/touch.png">
                <link rel="preload" as="image" href="/preloaded.png" imagesrcset="/preload-set.png 2x">
                <link rel="preload" as="font" href="/preloaded.woff2" crossorigin>
                <link rel="modulepreload" href="/module.js"><link rel="manifest" href="/site.webmanifest">
                <meta property="og:image" content="/shared.png">
                <style>body { background: url(/in-style.png) }</style>
                <script type="application/ld+json">{"@context": "http://never.example/context", "@graph": [{"@type": "NewsArticle",
                 "@id": "http://never.example/id", "url": "http://never.example/url", "author": {"url": "http://never.example/author"},
                 "image": ["/ld-image.png", {"@type": "ImageObject", "url": "/ld-image.png"}], "thumbnailUrl": "/ld-thumbnail.png",
                 "publisher": {"logo": {"@type": "ImageObject", "contentUrl": "/ld-logo.png"}}}]}</script>
                <script type="application/ld+json">{"image": broken</script>
                <script src="/plain.js"></script></head><body>
                <h1>All of it</h1><p>Words that make it a page of an article, and not an empty shell, by some measure.</p>
                <img src="/plain.png" srcset="/small.png 1x, /large.png 2x"><picture><source srcset="/source.png"><img src="/plain.png">
                </picture><video poster="/poster.png"></video><img data-src="/lazy.png"><div style="background: url('/in-attribute.png')">
                x</div><img src="/drawing.svg"><p class="font">In a font of its own</p><iframe src="/frame.html"></iframe></body></html>"""))
                .page(
                        HOST,
                        "/first.css",
                        css(
                                "@import url('/second.css') screen; @import \"third.css\"; .a { background: url(in-sheet.png) }"
                                        + " @font-face { font-family: F; src: url(/font.woff2) format('woff2'), url(/font.woff) } .font { font-family: F }"))
                .page(
                        HOST,
                        "/second.css",
                        css("@import '/fourth.css'; .b { background-image: image-set('/set-1x.png' 1x) }"))
                .page(HOST, "/third.css", css("ol { list-style-image: url(\"/in-map.png\") }"))
                .page(HOST, "/fourth.css", css("h1 { background: url(/deep.png) }"))
                .page(HOST, "/drawing.svg", Reply.content("image/svg+xml", SVG.getBytes(StandardCharsets.UTF_8)))
                .page(HOST, "/plain.js", Reply.content("text/javascript", new byte[] {'1'}))
                .page(
                        HOST,
                        "/module.js",
                        script("import {a} from './lib/part.js'; const later = () => import('/later.js');"))
                .page(
                        HOST,
                        "/lib/part.js",
                        script("export * from './more.js'; import 'bare-name'; // import '/comment.js'"))
                .page(HOST, "/lib/more.js", script("export const a = 1"))
                .page(
                        HOST,
                        "/site.webmanifest",
                        Reply.content(
                                "application/manifest+json",
                                "{\"icons\": [{\"src\": \"in-manifest.png\"}], \"start_url\": \"/never\"}"
                                        .getBytes(StandardCharsets.UTF_8)))
                .page(
                        HOST,
                        "/frame.html",
                        Reply.html("<img src=in-frame.png><iframe src='/inner.html'></iframe><a href=/never>x</a>"))
                .page(
                        HOST,
                        "/inner.html",
                        Reply.html("<body background='/in-inner-frame.png'><iframe src=/frame.html></iframe>"));
        PICTURES.forEach(path -> press.page(HOST, path, Reply.content("image/png", PNG)));
        for (String font : List.of("/font.woff2", "/font.woff", "/preloaded.woff2")) {
            press.page(HOST, font, Reply.content("font/woff2", new byte[] {'w', 'O', 'F', '2'}));
        }
    }

    @AfterEach
    void close() {
        press.close();
    }

    private static Reply script(String text) {
        return Reply.content("text/javascript", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply css(String text) {
        return Reply.content("text/css", text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode captured() {
        Console.Run run = new Console()
                .run(
                        "capture",
                        "--json",
                        "--archive",
                        folder.resolve("warcs").toString(),
                        "--delay",
                        "0",
                        "--set",
                        "fetch.requisite-delay=0s",
                        "--connect-to",
                        press.connectTo(HOST),
                        "http://" + HOST + "/page");
        assertEquals(0, run.code(), run.toString());
        return Json.parse(run.out());
    }

    @Test
    void everyPartIsCapturedOnceAndNothingElseIsAsked() {
        JsonNode result = captured();
        assertEquals(0, result.path("missing").size(), result.toString());
        TreeSet<String> asked = new TreeSet<>();
        press.requests().forEach(request -> assertTrue(asked.add(request.host() + request.path()), request.path()));
        TreeSet<String> expected = new TreeSet<>(List.of(HOST + "/page", HOST + "/robots.txt"));
        PICTURES.forEach(path -> expected.add(HOST + path));
        List.of(
                        "/first.css",
                        "/second.css",
                        "/third.css",
                        "/fourth.css",
                        "/drawing.svg",
                        "/plain.js",
                        "/module.js",
                        "/lib/part.js",
                        "/lib/more.js",
                        "/site.webmanifest",
                        "/frame.html",
                        "/inner.html",
                        "/font.woff2",
                        "/font.woff",
                        "/preloaded.woff2")
                .forEach(path -> expected.add(HOST + path));
        assertEquals(expected, asked);
    }

    @Test
    void aBrowserThatReplaysItMissesNothing() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine");
        captured();
        Settings settings = Settings.defaults()
                .with(Map.of(
                        Setting.ARCHIVE_DIR,
                        new Settings.Value(folder.resolve("warcs").toString(), "test")));
        try (Pipeline house = Pipeline.open(settings, "test", finding -> {});
                WebServer server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0);
                Browser browser = Browser.open(
                        Browser.program().orElseThrow(), Files.createDirectory(folder.resolve("profile")))) {
            String origin = server.url().replaceFirst("/$", "");
            browser.go(origin + "/web/http://" + HOST + "/page");
            assertEquals("All of it", browser.evaluate("document.title"));
            List<String> requests = new ArrayList<>(browser.requests());
            assertTrue(requests.size() > 10, requests.toString());
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();
            for (String request : requests) {
                if (request.startsWith("data:")) {
                    continue;
                }
                assertTrue(request.startsWith(origin + "/web/"), request + " is asked outside the archive");
                HttpResponse<Void> answer = client.send(
                        HttpRequest.newBuilder(URI.create(request)).build(), HttpResponse.BodyHandlers.discarding());
                assertEquals(200, answer.statusCode(), request);
            }
        }
    }
}
