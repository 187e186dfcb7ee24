package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pressmark.pipeline.CrawlHouse.BASE;
import static org.pressmark.pipeline.CrawlHouse.HOST;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.CaptureResult;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Parts that the page's own bytes do not name: what its head names, and the icon that browsers look for. */
class UnnamedPartsTest {
    private static final String STORY = CrawlHouse.article("The story", "The council said so on Tuesday.");

    @TempDir
    Path folder;

    private final TestPress press = TestPress.open();
    private CrawlHouse house;

    @BeforeEach
    void putUp() {
        house = new CrawlHouse(folder, press);
        press.page(HOST, "/a", Reply.html(STORY)).page(HOST, "/b", Reply.html(STORY));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void whatTheLinkHeaderNeedsIsFetchedAndNothingElse() throws Exception {
        press.page(HOST, "/headed", Reply.answer("200 OK", """
                        Content-Type: text/html; charset=utf-8\r
                        Link: </one.css>; rel=stylesheet, <two.css>; REL="preload"; as="style"\r
                        link: <http://news.example/i,c.png>;rel="shortcut icon"; title="a \\", <x>; b", <canon>; rel=canonical\r
                        Link: <https://news.example/wp-json/>; rel="https://api.w.org/", </next>; rel=next, <never\r
                        """, STORY.getBytes(StandardCharsets.UTF_8)));
        for (String part : List.of("/one.css", "/two.css", "/i,c.png")) {
            press.page(HOST, part, Reply.text("a part"));
        }
        CaptureResult result = capture("/headed").get(0);
        assertEquals(3, result.requisites(), result.missing().toString());
        assertEquals(List.of("/robots.txt", "/headed", "/one.css", "/two.css", "/i,c.png"), asked());
    }

    @Test
    void aManifestUnderThePlainTypeIsRead() throws Exception {
        press.page(HOST, "/app", Reply.html("<link rel=manifest href=/site.json><link rel=icon href=/own.png>" + STORY))
                .page(HOST, "/site.json", json("{\"icons\": [{\"src\": \"/large.png\"}]}"))
                .page(HOST, "/own.png", Reply.text("icon"))
                .page(HOST, "/large.png", Reply.text("icon"));
        assertEquals(3, capture("/app").get(0).requisites());
        assertEquals(List.of("/robots.txt", "/app", "/site.json", "/own.png", "/large.png"), asked());
    }

    @Test
    void theIconOfTheHostIsAskedForOnce() throws Exception {
        press.page(HOST, "/favicon.ico", Reply.content("image/x-icon", new byte[] {1, 2, 3}));
        List<CaptureResult> results = capture("/a", "/b");
        assertEquals(1, results.get(0).requisites());
        assertEquals(0, results.get(1).requisites());
        assertEquals(List.of("/robots.txt", "/a", "/favicon.ico", "/b"), asked());
    }

    @Test
    void thatThereIsNoneIsRememberedAndNothingIsMissing() throws Exception {
        assertEquals(List.of(), capture("/a").get(0).missing());
        capture("/b");
        assertEquals(1, press.requests(HOST, "/favicon.ico").size());
        house.clock.advance(Duration.ofDays(31));
        capture("/a");
        assertEquals(2, press.requests(HOST, "/favicon.ico").size(), "after a month it may be there");
    }

    @Test
    void robotsMayKeepItForThemselves() throws Exception {
        press.page(HOST, "/robots.txt", Reply.text("User-agent: *\nDisallow: /favicon.ico\n"));
        assertEquals(List.of(), capture("/a").get(0).missing());
        assertEquals(List.of("/robots.txt", "/a"), asked());
    }

    private static Reply json(String text) {
        return Reply.content("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> asked() {
        return press.requests().stream().map(request -> request.path()).toList();
    }

    private List<CaptureResult> capture(String... paths) throws Exception {
        try (Pipeline open = house.open();
                CapturePage pages = new CapturePage(open, url -> {})) {
            return List.of(paths).stream()
                    .map(path -> pages.capture(BASE + path))
                    .toList();
        }
    }
}
