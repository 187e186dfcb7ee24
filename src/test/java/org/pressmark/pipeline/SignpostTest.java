package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.pipeline.CrawlHouse.BASE;
import static org.pressmark.pipeline.CrawlHouse.HOST;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** A page that holds nothing but where to go leads there, as a redirect does, and no further. */
class SignpostTest {
    private static final String STORY = CrawlHouse.article("The story", "The council said so on Tuesday.");

    @TempDir
    Path folder;

    private final TestPress press = TestPress.open();
    private CrawlHouse house;

    @BeforeEach
    void putUp() {
        house = new CrawlHouse(folder, press);
        press.page(HOST, "/story", Reply.html(STORY));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void itsTargetIsCapturedToo() throws Exception {
        press.page(HOST, "/a", signpost("/story"));
        CaptureResult result = capture("/a");
        assertEquals(Outcome.NEW_PAGE, result.outcome(), result.toString());
        assertEquals(List.of(BASE + "/a", BASE + "/story"), result.hops());
        assertEquals(BASE + "/story", result.capture().orElseThrow().url());
    }

    @Test
    void aScriptBesideItMakesItNoWall() throws Exception {
        press.page(HOST, "/a", Reply.html(html("/story") + "<script>location.replace('/story')</script>"));
        assertEquals(BASE + "/story", capture("/a").capture().orElseThrow().url());
    }

    @Test
    void aHeaderDoesTheSame() throws Exception {
        press.page(
                HOST,
                "/a",
                Reply.answer(
                        "200 OK",
                        "Content-Type: text/html\r\nRefresh: 0; url=\"/story\"\r\n",
                        "<title>Moved</title>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(BASE + "/story", capture("/a").capture().orElseThrow().url());
    }

    @Test
    void itLeadsOnWhereTheServerSaysThatItIsUnchanged() throws Exception {
        press.page(
                HOST,
                "/a",
                Reply.answer(
                        "200 OK",
                        "Content-Type: text/html\r\nETag: \"1\"\r\n",
                        html("/story").getBytes(StandardCharsets.UTF_8)),
                Reply.status(304));
        capture("/a");
        CaptureResult again = capture("/a");
        assertEquals(BASE + "/story", again.capture().orElseThrow().url());
        assertEquals(Outcome.UNCHANGED, again.outcome());
    }

    @Test
    void aPageWithATextIsThePage() throws Exception {
        press.page(HOST, "/a", Reply.html(STORY.replace("<head>", "<head>" + html("/b"))));
        assertEquals(BASE + "/a", capture("/a").capture().orElseThrow().url());
    }

    @Test
    void whatLoadsItselfAgainIsNotFollowed() throws Exception {
        press.page(HOST, "/a", signpost("/a?again=1"))
                .page(HOST, "/b", signpost("/c"))
                .page(HOST, "/c", signpost("/b"));
        assertEquals(List.of(BASE + "/a"), capture("/a").hops());
        assertEquals(List.of(BASE + "/b", BASE + "/c"), capture("/b").hops(), "a circle ends where it began");
    }

    @Test
    void aLongWayEndsAtTheLimit() throws Exception {
        for (int i = 0; i < 40; i++) {
            press.page(HOST, "/way" + i, signpost("/way" + (i + 1)));
        }
        CaptureResult result = capture("/way0");
        assertEquals(Outcome.FAILED, result.outcome());
        assertTrue(result.detail().startsWith("more than "), result.detail());
    }

    @Test
    void theAddressGuardHolds() throws Exception {
        press.page(HOST, "/a", signpost("http://127.0.0.1:1/")).page(HOST, "/b", signpost("file:///etc/passwd"));
        CaptureResult result = capture("/a");
        assertEquals(Outcome.REFUSED, result.outcome());
        assertTrue(result.detail().contains("127.0.0.1"), result.detail());
        assertEquals(List.of(BASE + "/b"), capture("/b").hops());
    }

    @Test
    void anImportedSignpostIsNoWall() {
        PageBuild build = new PageBuild(0, 1, 0, 0, false, true, Optional.of(BASE + "/story"), false);
        assertEquals(BASE + "/story", build.sendsOn(BASE + "/a").orElseThrow());
        assertTrue(build.sendsOn(BASE + "/story?x").isEmpty());
    }

    private static String html(String to) {
        return "<meta http-equiv=refresh content=\"0;url=" + to + "\">";
    }

    private static Reply signpost(String to) {
        return Reply.html(html(to));
    }

    private CaptureResult capture(String path) throws Exception {
        try (Pipeline open = house.open();
                CapturePage pages = new CapturePage(open, url -> {})) {
            return pages.capture(BASE + path);
        }
    }
}
