package org.pressmark.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.replay.ArchivedBytes;
import org.pressmark.replay.SingleFileHtml;
import org.pressmark.testing.Browser;
import org.pressmark.testing.Trap;
import org.pressmark.testing.WarcMaker;

/** Icons that lie in other files, seen in a real browser in pages that run no script. Needs a Chromium on this machine. */
final class SpritesInBrowserTest {
    private static final String URL = "https://icons.example/page";
    private static final String MARCH = "2020-03-01T00:00:00Z";

    /** Red by its own style sheet, green by the page's, blue by a gradient within the file. */
    private static final String SPRITE =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                    + "<defs><linearGradient id='g'><stop stop-color='#00f'/></linearGradient></defs>"
                    + "<style>.red{fill:#f00}</style>"
                    + "<symbol id='own' viewBox='0 0 10 10'><path class='red' d='M0 0h10v10H0z'/></symbol>"
                    + "<symbol id='page' viewBox='0 0 10 10'><path fill='currentColor' d='M0 0h10v10H0z'/></symbol>"
                    + "<symbol id='shade' viewBox='0 0 10 10'><use xlink:href='#square'/></symbol>"
                    + "<path id='square' fill='url(#g)' d='M0 0h10v10H0z'/>"
                    + "<symbol id='hostile' onload='document.title=1'><script>document.title=1</script>"
                    + "<image href='https://live.example/seen.png' width='9' height='9'/></symbol></svg>";

    private static final String PAGE = "<!DOCTYPE html><title>icons</title><base href='/assets/'>"
            + "<style>body{margin:0}svg{display:block;width:100px;height:100px;color:#0f0}.red{fill:#fff}</style>"
            + "<body><svg><use href='sprite.svg#own'></use></svg><svg><use xlink:href='/assets/sprite.svg#page'/></svg>"
            + "<svg><use href='https://icons.example/assets/sprite.svg#shade'/></svg>"
            + "<svg><use href='sprite.svg#hostile'/></svg><svg><use href='none.svg#i'/></svg></body>";

    @TempDir
    private static Path folder;

    private static Path warc;

    @BeforeAll
    static void write() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine: replay is not tried in a browser");
        WarcMaker maker = new WarcMaker();
        maker.page(URL, MARCH, PAGE);
        maker.response(
                "https://icons.example/assets/sprite.svg",
                "2020-03-01T00:00:02Z",
                "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\n\r\n",
                SPRITE.getBytes(UTF_8));
        warc = maker.write(folder.resolve("icons.warc.gz"));
    }

    private static Browser open(Trap trap, String profile) throws Exception {
        return Browser.open(
                Browser.program().orElseThrow(), Files.createDirectory(folder.resolve(profile)), trap.browserWords());
    }

    /** The colours in the middle of the first three icons. */
    private static List<String> seen(Browser browser) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(browser.picture()));
        return List.of(colour(picture, 50), colour(picture, 150), colour(picture, 250));
    }

    private static String colour(BufferedImage picture, int y) {
        return Integer.toHexString(picture.getRGB(50, y));
    }

    @Test
    void anIconOfAnotherFileIsDrawnWithoutScripts() throws Exception {
        try (ReplayServer server = ReplayServer.over(folder.resolve("served"), warc);
                Trap trap = Trap.set();
                Browser browser = open(trap, "p1")) {
            browser.go(server.origin() + "/web/20200301000000mp_/" + URL);
            browser.quiet(600);
            assertEquals(List.of("ffff0000", "ff00ff00", "ff0000ff"), seen(browser));
            assertEquals("icons", browser.evaluate("document.title"));
            assertEquals("null", browser.evaluate("self.origin"));
            assertEquals("500", browser.evaluate("document.body.offsetHeight"));
            for (String asked : browser.asked()) {
                assertTrue(asked.startsWith(server.origin()), asked);
            }
        }
    }

    @Test
    void withScriptsTheBrowserTakesItFromTheArchive() throws Exception {
        try (ReplayServer server =
                        ReplayServer.over(folder.resolve("scripts"), ServeOptions.STANDARD.withScripts(true), warc);
                Trap trap = Trap.set();
                Browser browser = open(trap, "p2")) {
            browser.go(server.origin() + "/view/20200301000000/" + URL);
            browser.quiet(600);
            String asked = browser.asked().toString();
            assertTrue(asked.contains("im_/https://icons.example/assets/sprite.svg"), asked);
        }
    }

    @Test
    void anIconOfAnotherFileIsDrawnInASingleFile() throws Exception {
        byte[] html = new SingleFileHtml(
                        new SingleFileHtml.Provenance(URL, Instant.parse(MARCH), "sha256:ab", "urn:uuid:1"),
                        url -> url.endsWith("/assets/sprite.svg")
                                ? Optional.of(new ArchivedBytes(Optional.of("image/svg+xml"), SPRITE.getBytes(UTF_8)))
                                : Optional.empty(),
                        100_000)
                .make(PAGE.getBytes(UTF_8), Optional.of("text/html;charset=utf-8"), URL)
                .bytes();
        Path file = Files.write(folder.resolve("single.html"), html);
        try (Trap trap = Trap.set();
                Browser browser = open(trap, "p3")) {
            browser.go(file.toUri().toString());
            browser.quiet(600);
            assertEquals(List.of("ffff0000", "ff00ff00", "ff0000ff"), seen(browser));
            assertEquals(List.of(file.toUri().toString()), browser.asked());
        }
    }
}
