package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Cookies and headers that a person gave go to whom they belong, and nowhere else: not on a redirect, not into records or logs. */
final class AccessTest {
    private static final String PAPER = "paper.example";
    private static final String STRANGER = "stranger.example";
    private static final String SECRET = "s3cr3t-of-a-subscriber";

    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();

    @AfterEach
    void close() {
        press.close();
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString(), "--delay", "0"));
        for (String host : List.of(PAPER, "img." + PAPER, STRANGER)) {
            all.addAll(List.of("--connect-to", press.connectTo(host)));
        }
        return new Console().run(all.toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private String cookieFile() throws IOException {
        return write(
                        "cookies.txt",
                        "# Netscape HTTP Cookie File\n"
                                + "." + PAPER + "\tTRUE\t/\tFALSE\t0\tsession\t" + SECRET + "\n"
                                + "#HttpOnly_" + PAPER + "\tFALSE\t/premium\tFALSE\t4102444800\tlevel\tgold\n"
                                + PAPER + "\tFALSE\t/\tTRUE\t0\tsecure\tonly\n"
                                + PAPER + "\tFALSE\t/\tFALSE\t1000000000\told\tvoid\n")
                .toString();
    }

    private Optional<String> sent(String host, String path, String header) {
        return press.requests(host, path).get(0).header(header);
    }

    private String warcs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(folder.resolve("warcs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    in.transferTo(out);
                }
            }
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void eachCookieGoesToItsOwnDomainAndPathAlone() throws IOException {
        press.page(
                        PAPER,
                        "/premium/story",
                        Reply.html("<title>A</title><h1>A</h1><img src=http://img." + PAPER + "/a.png>"
                                + "<img src=http://" + STRANGER + "/b.png>"))
                .page("img." + PAPER, "/a.png", Reply.content("image/png", new byte[] {1}))
                .page(STRANGER, "/b.png", Reply.content("image/png", new byte[] {2}));
        Console.Run run = run("capture", "--cookies", cookieFile(), "http://" + PAPER + "/premium/story");
        assertEquals(0, run.code(), run.toString());
        assertEquals(Optional.of("level=gold; session=" + SECRET), sent(PAPER, "/premium/story", "Cookie"));
        assertEquals(Optional.of("session=" + SECRET), sent("img." + PAPER, "/a.png", "Cookie"));
        assertEquals(Optional.empty(), sent(STRANGER, "/b.png", "Cookie"));
        assertFalse(run.toString().contains(SECRET), run.toString());
    }

    @Test
    void aRedirectElsewhereTakesNothingAlong() {
        press.page(PAPER, "/story", Reply.redirect("http://" + STRANGER + "/landing"))
                .page(STRANGER, "/landing", Reply.html("<title>L</title><p>landed"));
        Console.Run run = run("capture", "--header", "Authorization: Bearer " + SECRET, "http://" + PAPER + "/story");
        assertEquals(0, run.code(), run.toString());
        assertEquals(Optional.of("Bearer " + SECRET), sent(PAPER, "/story", "Authorization"));
        assertEquals(Optional.empty(), sent(STRANGER, "/landing", "Authorization"));
    }

    @Test
    void aCookieThatARedirectSetsGoesAlongOnThatWayAlone() {
        Reply page = Reply.html("<h1>Story</h1><p>The page behind the gate.</p><img src=/picture.png>");
        Reply gate = Reply.raw("HTTP/1.1 302 Found\r\nLocation: /story\r\nSet-Cookie: seen=yes; Path=/; HttpOnly\r\n"
                + "Set-Cookie: wide=1; Domain=example\r\nset-cookie: other=1; Domain=" + STRANGER + "\r\n"
                + "Content-Length: 0\r\n\r\n");
        press.page(
                        PAPER,
                        "/story",
                        (request, out) -> (request.header("Cookie").orElse("").equals("seen=yes") ? page : gate)
                                .send(request, out))
                .page(PAPER, "/next", Reply.html("<h1>Next</h1><p>Another page.</p>"));
        Console.Run run = run("capture", "http://" + PAPER + "/story", "http://" + PAPER + "/next");
        assertEquals(0, run.code(), run.toString());
        assertEquals(2, press.requests(PAPER, "/story").size());
        assertEquals(
                Optional.of("seen=yes"),
                press.requests(PAPER, "/picture.png").get(0).header("Cookie"));
        assertEquals(Optional.empty(), press.requests(PAPER, "/next").get(0).header("Cookie"));
        assertTrue(run.out().startsWith("+ new page"), run.out());
    }

    @Test
    void aGateThatNeverOpensIsALoop() {
        press.page(
                PAPER,
                "/story",
                Reply.raw("HTTP/1.1 302 Found\r\nLocation: /story\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"));
        Console.Run run = run("capture", "http://" + PAPER + "/story");
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.out().contains("redirect loop"), run.toString());
        assertEquals(2, press.requests(PAPER, "/story").size());
    }

    @Test
    void theRecordSaysRedactedUnlessItIsToldNotTo() throws IOException {
        press.page(PAPER, "/story", Reply.html("<title>A</title><h1>A</h1><p>words"));
        String url = "http://" + PAPER + "/story";
        run("capture", "--cookies", cookieFile(), "--header", "X-Key: " + SECRET, url);
        String records = warcs();
        assertTrue(records.contains("X-Key: (redacted)\r\n") && records.contains("Cookie: (redacted)\r\n"), records);
        assertFalse(records.contains(SECRET), records);
        run("capture", "--set", "capture.redact=false", "--cookies", cookieFile(), url);
        assertTrue(warcs().contains("Cookie: session=" + SECRET + "\r\n"), warcs());
    }

    @Test
    void aSourceHasItsOwnAndGivesThemToItsOwnHosts() throws IOException {
        write("headers.txt", "# for the crawler\nX-Key: " + SECRET + "\n");
        Path list = write(
                "sources.yaml",
                "sources:\n  - name: Paper\n    feeds: [http://" + PAPER + "/feed]\n" + "    scope: {hosts: [" + PAPER
                        + ", " + STRANGER + "]}\n    headers: headers.txt\n");
        press.page(
                        PAPER,
                        "/feed",
                        Reply.content(
                                "text/xml",
                                ("<rss><item><link>http://" + PAPER + "/a</link></item><item><link>http://" + STRANGER
                                                + "/b</link></item></rss>")
                                        .getBytes(StandardCharsets.UTF_8)))
                .page(PAPER, "/a", Reply.html("<title>A</title><h1>A</h1><p>words"))
                .page(STRANGER, "/b", Reply.html("<title>B</title><h1>B</h1><p>words"));
        Console.Run run = run("crawl", "--sources", list.toString());
        assertEquals(0, run.code(), run.toString());
        assertEquals(Optional.of(SECRET), sent(PAPER, "/feed", "X-Key"));
        assertEquals(Optional.of(SECRET), sent(PAPER, "/a", "X-Key"));
        assertEquals(Optional.empty(), sent(STRANGER, "/b", "X-Key"));
        assertEquals(Optional.empty(), sent(PAPER, "/robots.txt", "X-Key"));
    }

    @Test
    void aWrongFileIsNamedWithItsLineAndWithoutItsSecrets() throws IOException {
        Path cookies = write("bad.txt", "# fine\npaper.example " + SECRET + "\n");
        Console.Run run = run("capture", "--cookies", cookies.toString(), "http://" + PAPER + "/story");
        assertEquals(ExitCode.CONFIG.code(), run.code(), run.toString());
        assertTrue(run.err().contains("bad.txt, line 2"), run.err());
        assertFalse(run.err().contains(SECRET), run.err());
        Console.Run ours = run("capture", "--header", "Host: elsewhere", "http://" + PAPER + "/story");
        assertTrue(ours.err().contains("not for you to set"), ours.toString());
    }
}
