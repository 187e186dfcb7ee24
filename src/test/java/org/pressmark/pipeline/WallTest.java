package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.archive.CaptureContext;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

class WallTest {
    private static final String URL = "https://news.example/2021/12/27/story";
    private static final String ARTICLE = "<h1>Story</h1>"
            + "<p>A paragraph that says what an article says.</p>".repeat(8) + "<script src=a></script>";

    @Test
    void anArticleIsNoWall() throws IOException {
        assertEquals("", wall(URL, "200 OK", "", ARTICLE));
        assertEquals("", wall(URL, "404 Not Found", "", "<h1>Gone</h1><script src=a></script>"));
        assertEquals("", wall(URL, "403 Forbidden", "", "<h1>403</h1>"), "a plain denial wants nothing");
    }

    @Test
    void rateLimitsAndLoginsAreToldByStatus() throws IOException {
        assertEquals("rate-limit", wall(URL, "429 Too Many", "", "x"));
        assertEquals("rate-limit", wall(URL, "503 Busy", "Retry-After: 5\r\n", "x"));
        assertEquals("login", wall(URL, "401 Who", "", "x"));
    }

    @Test
    void botChecksAreToldByHeaderOrBuild() throws IOException {
        assertEquals("bot-check", wall(URL, "403 Forbidden", "CF-Mitigated: challenge\r\n", ARTICLE));
        assertEquals("bot-check", wall(URL, "403 Forbidden", "", "<p>Wait…</p><script src=/challenge.js></script>"));
        assertEquals(
                "bot-check", wall(URL, "200 OK", "", "<meta http-equiv=refresh content=5><script>check()</script>"));
    }

    @Test
    void aPageThatAsksForAPasswordAndSaysLittleIsALogin() throws IOException {
        assertEquals("login", wall(URL, "200 OK", "", "<h1>Welcome</h1><form><input type=password></form>"));
        assertEquals("", wall(URL, "200 OK", "", ARTICLE + "<form><input type=password></form>"));
    }

    @Test
    void aShellWithoutTextIsEmptyUnlessItsDataHoldTheArticle() throws IOException {
        assertEquals("empty-shell", wall(URL, "200 OK", "", "<div id=root></div><script src=/app.js></script>"));
        assertEquals(
                "",
                wall(
                        URL,
                        "200 OK",
                        "",
                        "<div id=root></div><script type=application/ld+json>{\"articleBody\":\"…\"}</script>"));
    }

    @Test
    void anotherHostsPageThatCarriesTheAddressIsAConsentPage() throws IOException {
        String consent = "https://consent.example/?continue=https%3A%2F%2Fnews.example%2F2021%2F12%2F27%2Fstory";
        Found found = Found.SEED.redirectedFrom(URL);
        assertEquals("consent", wall(consent, "200 OK", "", "<p>Your choice</p>", Capture.Role.PAGE, found));
        assertEquals("", wall(consent, "200 OK", "", "<p>Your choice</p>", Capture.Role.PAGE, Found.SEED));
        assertEquals("", wall("https://news.example/story?from=mail", "200 OK", "", ARTICLE, Capture.Role.PAGE, found));
    }

    @Test
    void aRedirectFromWithinToTheFrontIsASoft404() throws IOException {
        assertEquals("soft-404", redirect("/"));
        assertEquals("soft-404", redirect("https://www.news.example/"));
        assertEquals("", redirect("/2021/12/27/story-renamed"));
        assertEquals("", redirect("https://other.example/"));
    }

    private static String redirect(String to) throws IOException {
        return wall(URL, "302 Found", "Location: " + to + "\r\n", "moved", Capture.Role.REDIRECT, Found.SEED);
    }

    private static String wall(String url, String status, String headers, String html) throws IOException {
        return wall(url, status, headers, html, Capture.Role.PAGE, Found.SEED);
    }

    /** The kind's word, or empty text. */
    private static String wall(String url, String status, String headers, String html, Capture.Role role, Found found)
            throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        Exchange exchange = new Exchange(
                url,
                Instant.parse("2021-12-27T10:00:00Z"),
                Duration.ofMillis(5),
                new HttpHead("GET / HTTP/1.1\r\n\r\n"),
                new HttpHead(
                        "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n"),
                new Body.InMemory(bytes, digest(Digest.Algorithm.SHA1, bytes), digest(Digest.Algorithm.SHA256, bytes)),
                Optional.empty(),
                List.of("http/1.1"),
                Optional.empty(),
                Optional.empty());
        CaptureContext context =
                new CaptureContext(role, Optional.empty(), found.via(), found.hops(), Optional.empty(), Map.of());
        return Wall.of(Answer.of(exchange), context, PageScan.of(Answer.of(exchange)))
                .map(wall -> wall.kind().word())
                .orElse("");
    }

    private static Digest digest(Digest.Algorithm algorithm, byte[] bytes) {
        try {
            return Digest.of(
                    algorithm, MessageDigest.getInstance(algorithm.javaName()).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
