package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.Contents;
import org.pressmark.testing.Http2Press;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** What the server sent comes back: order, letter case, repeated and non-ASCII headers, the body as it was encoded. */
final class ByteFidelityTest {
    private static final String HOST = "news.example";
    private static final String ODD_HEAD = String.join(
                    "\r\n",
                    "HTTP/1.1 200 Alles klar, Löwe",
                    "x-second: 2",
                    "X-First: 1",
                    "set-cookie: a=1",
                    "Set-Cookie: b=2",
                    "X-Latin: café ü",
                    "Content-Type: text/html")
            + "\r\n";

    @TempDir
    private Path folder;

    private TestPress press;

    @BeforeEach
    void open() {
        press = TestPress.open();
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void aPlainReplyComesBackByteForByte() {
        String body = "<h1>Größe</h1><p>Ein Absatz.</p>";
        String sent = ODD_HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        press.page(HOST, "/odd", Reply.raw(sent));
        capture("/odd");
        assertArrayEquals(latin1(sent), run("replay", url("/odd"), "--raw").bytes());
    }

    @Test
    void aChunkedReplyIsStoredJoinedAndItsHeadGivenAsSent() {
        String head = ODD_HEAD + "Transfer-Encoding: chunked\r\n\r\n";
        press.page(HOST, "/chunked", Reply.raw(head + "5\r\n<h1>A\r\n5\r\n</h1>\r\n0\r\n\r\n"));
        capture("/chunked");
        assertArrayEquals(
                latin1(head + "<h1>A</h1>"),
                run("replay", url("/chunked"), "--raw", "--as-sent").bytes());
        String stored = new String(run("replay", url("/chunked"), "--raw").bytes(), StandardCharsets.ISO_8859_1);
        assertTrue(stored.contains("Content-Length: 10\r\n") && stored.endsWith("\r\n\r\n<h1>A</h1>"), stored);
        assertFalse(stored.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding"), stored);
    }

    @Test
    void aCompressedBodyStaysAsTheServerPackedIt() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<h1>Packed</h1>".getBytes(StandardCharsets.UTF_8));
        }
        press.page(
                HOST,
                "/gz",
                Reply.answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", packed.toByteArray()));
        capture("/gz");
        assertArrayEquals(
                packed.toByteArray(), run("replay", url("/gz"), "--body").bytes());
        assertTrue(run("replay", url("/gz")).out().contains("Packed"));
    }

    @Test
    void anUnchangedPageComesBackFromItsRevisit() {
        press.page(HOST, "/same", Reply.tagged("\"v1\"", "<h1>Same</h1><p>as ever it was.</p>"));
        capture("/same");
        Console.Run again = capture("/same");
        assertTrue(again.out().contains("unchanged"), again.toString());
        assertTrue(run("replay", url("/same"), "--body").out().contains("as ever it was"));
        assertEquals(0, run("verify").code());
    }

    @Test
    void aNewWordingIsANewVersionAndSaysWhatDiffers() {
        String story =
                "<title>T</title><h1>Minister speaks</h1><p>The minister said on Monday that the talks would go on"
                        + " until an agreement was found by both sides of the dispute.</p><p>Nobody else had anything to say about"
                        + " it, and the meeting ended at noon in the capital as planned.</p>";
        press.page(HOST, "/story", Reply.html(story), Reply.html(story.replace("would go on", "would not go on")));
        capture("/story");
        Console.Run second = capture("/story");
        assertTrue(second.out().contains("new version"), second.toString());
        assertTrue(second.out().contains("differs from version 1"), second.toString());
        assertEquals(1, run("compare", url("/story") + "@first", url("/story")).code());
    }

    @Test
    void theRecordNamesAHeadOfHttp2WhoseBytesWereNoText() throws IOException {
        try (Http2Press modern = Http2Press.open("modern.example", "<h1>Modern</h1>", latin1("M\u00fcller"))) {
            Console.Run run = run(
                    "capture",
                    "--delay",
                    "0s",
                    "--no-requisites",
                    "--connect-to",
                    modern.connectTo("modern.example"),
                    "--cacert",
                    modern.authority().pemFile(folder).toString(),
                    "https://modern.example/");
            assertEquals(0, run.code(), run.toString());
            List<String> named = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder.resolve("warcs"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".warc.gz")).toList()) {
                    Contents.records(
                            file,
                            record -> record.blockField("http-head-replaced").ifPresent(named::add),
                            finding -> {});
                }
            }
            assertEquals(List.of("x-odd", "x-odd"), named, "of robots.txt and of the page");
            assertEquals(0, run("verify").code());
        }
    }

    private Console.Run capture(String path) {
        Console.Run run = run("capture", "--delay", "0s", "--connect-to", press.connectTo(HOST), url(path));
        assertEquals(0, run.code(), run.toString());
        return run;
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String url(String path) {
        return "http://" + HOST + path;
    }
}
