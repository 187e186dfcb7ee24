package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.TestWarc;

/** Addresses with percent signs that encode nothing: browsers send them, and the server that we use refuses them. */
final class StrayPercentTest {
    private static final String DAY = "2024-03-01T12:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void aPageGetsItsPictureWhoseNameHoldsAPercentSign() throws IOException {
        TestWarc warc = new TestWarc();
        warc.page("http://odd.example/", DAY, "<!doctype html><title>Odd</title><p>Odd</p><img src='/100%.png'>");
        warc.answer("http://odd.example/100%.png", DAY, "200 OK", "image/png", "picture");
        warc.page("http://odd.example/5%", DAY, "<!doctype html><title>Five</title><p>Five of a hundred</p>");
        try (ReplayServer server = ReplayServer.over(
                folder.resolve("archive"), ServeOptions.STANDARD, warc.write(folder.resolve("odd.warc.gz")))) {
            String page =
                    server.get("/web/20240301120000mp_/http://odd.example/").text();
            String picture = Jsoup.parse(page).select("img").attr("src");
            assertEquals("/web/20240301120000im_/http://odd.example/100%25.png", picture);
            ReplayServer.Got got = server.get(picture);
            assertEquals(200, got.status(), got.head());
            assertEquals("picture", got.text());
            String listed = server.get("/page?url=http://odd.example/5%25").text();
            String view = Jsoup.parse(listed).select("a[href^=/view/]").attr("href");
            assertEquals(200, server.get(view).status(), listed);
            assertTrue(view.endsWith("/5%25"), view);
        }
    }
}
