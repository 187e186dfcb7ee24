package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Whatever a server or a file holds: a clear message, nothing lost, the rest goes on. */
final class HostileInputTest {
    private static final String HOST = "news.example";
    private static final String GOOD = "<title>A title</title><h1>A title</h1><p>"
            + "A paragraph that is long enough to be taken for the article of this page, with a full stop. </p>"
                    .repeat(4);

    @TempDir
    private Path folder;

    private TestPress press;

    @BeforeEach
    void open() {
        press = TestPress.open().page(HOST, "/good", Reply.html(GOOD));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void anErrorPageIsStoredAsWhatItIs() {
        press.page(HOST, "/gone", Reply.status(404));
        Console.Run run = capture("/gone", "/good");
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("404"), run.toString());
        assertTrue(run.out().contains("new page"), run.toString());
        assertSound();
    }

    @Test
    void aRefusedConnectionIsToldAndTheRestGoesOn() {
        Console.Run run =
                run("capture", "--connect-to", "closed.example:80:127.0.0.1:1", "http://closed.example/", url("/good"));
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.out().contains("failed"), run.toString());
        assertTrue(run.out().contains("new page"), run.toString());
        assertTrue(run("list", "http://closed.example/").out().contains("failed"), "the attempt is remembered");
        assertSound();
    }

    @Test
    void aRedirectLoopIsNamedHopByHop() {
        press.page(HOST, "/a", Reply.redirect("/b")).page(HOST, "/b", Reply.redirect("/a"));
        Console.Run run = capture("/a", "/good");
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.out().contains("redirect loop"), run.toString());
        assertEquals(0, run("replay", url("/b"), "--headers").code(), "each hop is stored");
        assertSound();
    }

    @ParameterizedTest
    @CsvSource({
        "/to 100%?sale=50%&b=%zz, /to%20100%?sale=50%&b=%zz",
        "\\\\HOST\\backslash, /backslash",
        "http:/one-slash, /one-slash",
        "?x=1, /start?x=1",
        "/../../up, /up",
        "/caf\u00e9, /caf%E9",
        "/caf\u00c3\u00a9, /caf%C3%A9",
        "/a|b^{c}, /a%7Cb%5E%7Bc%7D"
    })
    void redirectsLeadWhereABrowserWouldGo(String location, String asked) {
        press.page(HOST, asked, Reply.html("<h1>There</h1><p>The page that was meant.</p>"))
                .page(
                        HOST,
                        "/start",
                        Reply.raw("HTTP/1.1 302 Found\r\nLocation: " + location.replace("HOST", HOST)
                                + "\r\nContent-Length: 0\r\n\r\n"));
        Console.Run run = capture("/start");
        assertEquals(0, run.code(), run.toString());
        assertEquals(1, press.requests(HOST, asked).size(), press.requests().toString());
    }

    @Test
    void anEndlessRowOfRedirectsEnds() {
        for (int i = 0; i < 30; i++) {
            press.page(HOST, "/r" + i, Reply.redirect("/r" + (i + 1)));
        }
        Console.Run run = capture("/r0");
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.out().contains("more than 10 redirects"), run.toString());
    }

    @Test
    void anEndlessBodyIsCutAndMarked() {
        press.page(HOST, "/endless", Reply.endless());
        Console.Run run = run("capture", "--set", "fetch.max-body=300KiB", url("/endless"), url("/good"));
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("cut"), run.toString());
        assertTrue(run.out().contains("new page"), run.toString());
        assertSound();
    }

    @Test
    void aPageInShiftJisIsRead() {
        byte[] page = ("<meta charset=Shift_JIS><title>見出し</title><h1>見出し</h1><p>"
                        + "これは記事の本文です。新聞社が配信しました。".repeat(12))
                .getBytes(Charset.forName("Shift_JIS"));
        press.page(HOST, "/sjis", Reply.content("text/html", page));
        assertEquals(0, capture("/sjis").code());
        Console.Run text = run("extract", url("/sjis"));
        assertTrue(text.out().contains("見出し") && text.out().contains("記事の本文"), text.toString());
    }

    @Test
    void aWrongCharsetLabelIsSeenThrough() {
        byte[] page = GOOD.replace("A title", "Größe — “Straße”").getBytes(StandardCharsets.UTF_8);
        press.page(HOST, "/label", Reply.content("text/html; charset=iso-8859-1", page));
        assertEquals(0, capture("/label").code());
        Console.Run text = run("extract", url("/label"));
        assertTrue(text.out().contains("Größe — “Straße”"), text.toString());
    }

    @Test
    void anEmptyPageIsStoredWithoutAnArticle() {
        press.page(HOST, "/empty", Reply.content("text/html", new byte[0]));
        Console.Run run = capture("/empty", "/good");
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("no article found"), run.toString());
        assertSound();
    }

    @Test
    void aTerminalEscapeInAPageReachesNoTerminal() {
        String nasty = "\u001b]0;owned\u0007\u001b[2J";
        press.page(HOST, "/esc", Reply.html(GOOD.replace("A title", "A " + nasty + " title")));
        assertEquals(0, capture("/esc").code());
        for (String[] words : new String[][] {
            {"replay", url("/esc")},
            {"show", url("/esc")},
            {"extract", url("/esc")},
            {"extract", url("/esc"), "--markdown"},
            {"trace", url("/esc")},
            {"list"},
            {"compare", url("/esc"), url("/esc")},
            {"replay", url("/esc"), "--headers"}
        }) {
            Console.Run run = run(words);
            assertFalse(run.out().indexOf('\u001b') >= 0 || run.out().indexOf('\u0007') >= 0, run.toString());
        }
    }

    @Test
    void aTruncatedFileGivesItsSoundRecords() throws IOException {
        assertEquals(0, capture("/good").code());
        byte[] whole = Files.readAllBytes(warc());
        Path torn = Files.write(folder.resolve("torn.warc.gz"), java.util.Arrays.copyOf(whole, whole.length - 200));
        Console.Run run =
                new Console().run("import", "--archive", folder.resolve("other").toString(), torn.toString());
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.out().contains("salvaged"), run.toString());
        assertTrue(run.err().contains("byte"), "the place of the damage is named: " + run);
        Console.Run verified =
                new Console().run("verify", "--archive", folder.resolve("other").toString());
        assertEquals(0, verified.code(), verified.toString());
    }

    @Test
    void aCorruptedFileGivesItsSoundRecords() throws IOException {
        assertEquals(0, capture("/good").code());
        byte[] bytes = Files.readAllBytes(warc());
        for (int i = bytes.length / 2; i < bytes.length / 2 + 40; i++) {
            bytes[i] ^= 0x5a;
        }
        Path corrupt = Files.write(folder.resolve("corrupt.warc.gz"), bytes);
        Console.Run run =
                new Console().run("import", "--archive", folder.resolve("other").toString(), corrupt.toString());
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        Console.Run verified =
                new Console().run("verify", "--archive", folder.resolve("other").toString());
        assertEquals(0, verified.code(), verified.toString());
    }

    @Test
    void aFileThatIsNoArchiveIsNamedForWhatItIs() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), GOOD);
        Console.Run run = run("import", page.toString());
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        assertTrue(run.err().contains("page.html") && run.err().contains("--url"), run.toString());
    }

    @Test
    void noiseIsNoArticle() throws IOException {
        byte[] noise = new byte[50_000];
        new java.util.Random(7).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.bin"), noise);
        Console.Run run = run("extract", file.toString());
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        assertTrue(run.err().contains("not a text document"), run.toString());
    }

    @Test
    void aPackedPageOfHundredsOfMegabytesIsCutShort() throws IOException {
        Path file = folder.resolve("page.html.gz");
        byte[] line = "<p>The talks go on and on until an agreement is found.</p>\n"
                .repeat(20_000)
                .getBytes(StandardCharsets.UTF_8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 200; i++) {
                gzip.write(line);
            }
        }
        Console.Run run = run("extract", file.toString(), "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("cut-short"));
    }

    @Test
    void badFilesDoNotKeepGoodOnesOut() throws IOException {
        assertEquals(0, capture("/good").code());
        Path page = Files.writeString(folder.resolve("page.html"), GOOD);
        Path other = folder.resolve("other");
        Console.Run run =
                new Console().run("import", "--archive", other.toString(), page.toString(), warc().toString());
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(
                new Console().run("list", "--archive", other.toString()).out().contains(HOST));
    }

    @Test
    void aBombIsBounded() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }
        press.page(
                HOST,
                "/bomb",
                Reply.answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb.toByteArray()));
        Console.Run run = capture("/bomb", "/good");
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("new page"), run.toString());
        assertSound();
    }

    @Test
    void wordsThatMakeNoSenseAreToldSo() {
        assertUsage("capture");
        assertUsage("capture", "--no-such-flag", "http://a.example/");
        assertUsage("compare", "missing.html", "http://a.example/");
        assertUsage("compare", "one");
        assertUsage("import", "nowhere.warc.gz");
        assertUsage("frobnicate");
        assertEquals(
                ExitCode.CONFIG.code(), run("list", "--set", "fetch.delay=soon").code());
        assertEquals(ExitCode.CONFIG.code(), run("list", "--set", "no.such=1").code());
        assertEquals(
                ExitCode.NOT_FOUND.code(),
                run("replay", "http://never.example/").code());
        assertEquals(ExitCode.NOT_FOUND.code(), run("list").code(), "there is no archive yet");
    }

    private void assertUsage(String... words) {
        Console.Run run = run(words);
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        assertTrue(run.err().startsWith("pressmark: "), run.toString());
        assertFalse(run.err().contains("\tat "), run.toString());
    }

    private void assertSound() {
        Console.Run run = run("verify");
        assertEquals(0, run.code(), run.toString());
    }

    private Console.Run capture(String... paths) {
        List<String> words = new ArrayList<>(List.of("capture", "--delay", "0s"));
        for (String path : paths) {
            words.add(url(path));
        }
        return run(words.toArray(String[]::new));
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        if (words[0].equals("capture")) {
            all.addAll(List.of("--connect-to", press.connectTo(HOST), "--set", "fetch.requisite-delay=0s"));
        }
        return new Console().run(all.toArray(String[]::new));
    }

    private Path warc() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("warcs"))) {
            return files.filter(file -> file.toString().endsWith(".warc.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String url(String path) {
        return "http://" + HOST + path;
    }
}
