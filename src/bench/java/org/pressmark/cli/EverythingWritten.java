package org.pressmark.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pressmark.testing.Http2Press;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;
import org.pressmark.testing.TestWarc;
import org.pressmark.testing.TestWayback;

/**
 * Makes archives that hold every kind of record that the program writes, so that other people's programs can judge them:
 * pages packed, chunked, cut short and unchanged, over HTTP/1.1 and HTTP/2, captures that another archive gave, documents
 * handed in, damaged files taken over, words on links, takedowns, and exports of all that.
 *
 * <p>{@code java … EverythingWritten FOLDER}; the archives lie in FOLDER/captured and FOLDER/forgotten, the exports beside
 * them; exit 1 where a command did not do what it should.
 */
public final class EverythingWritten {
    private static final String HOST = "news.example";
    private static final String MODERN = "modern.example";
    private static final String WAYBACK = "wayback.example";
    private static final String STORY = "https://" + HOST + "/story";
    private static final String DATE = "2020-03-01T00:00:00Z";

    private final Path folder;
    private final Console console;
    private boolean sound = true;

    private EverythingWritten(Path folder) {
        this.folder = folder;
        this.console = new Console(
                Map.of("XDG_CONFIG_HOME", folder.resolve("configuration").toString()));
    }

    public static void main(String[] args) throws IOException {
        EverythingWritten all = new EverythingWritten(Files.createDirectories(Path.of(args[0])));
        try (TestPress press = TestPress.openTls(HOST);
                TestPress plain = TestPress.open();
                Http2Press modern = Http2Press.open(MODERN, article("modern"))) {
            all.capture(press, modern);
            all.history(plain);
        }
        all.takeIn();
        all.speakOfLinks();
        all.export();
        all.forget();
        System.exit(all.sound ? 0 : 1);
    }

    private void capture(TestPress press, Http2Press modern) throws IOException {
        putUp(press);
        Path authorities = folder.resolve("authorities.pem");
        Files.writeString(
                authorities, press.authority().pem() + modern.authority().pem());
        List<String> words = new ArrayList<>(List.of(
                "capture",
                "--delay",
                "0s",
                "--set",
                "fetch.max-body=64KiB",
                "--set",
                "fetch.total-time=4s",
                "--cacert",
                authorities.toString(),
                "--connect-to",
                press.connectTo(HOST),
                "--connect-to",
                modern.connectTo(MODERN)));
        for (String path : List.of(
                "/", "/story", "/gzip", "/br", "/chunked", "/old", "/latin1", "/endless", "/drip", "/early", "/missing",
                "/empty", "/shell", "/document.pdf", "/a%20b?x=%C3%BC&y=1%272", "/busy")) {
            words.add("https://" + HOST + path);
        }
        words.add("https://" + MODERN + "/story");
        for (int visit = 0; visit < 2; visit++) {
            run(0, words.toArray(String[]::new));
        }
    }

    private static void putUp(TestPress press) {
        press.page(HOST, "/robots.txt", Reply.text("User-agent: *\nDisallow: /private\n"));
        press.page(HOST, "/", Reply.html("<title>Front</title><a href=/story>story</a><img src=/p.png>" + article("front")));
        press.page(HOST, "/p.png", Reply.content("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}));
        press.page(HOST, "/story", Reply.tagged("\"v1\"", article("story")));
        press.page(HOST, "/gzip", Reply.gzip(article("gzip")));
        press.page(
                HOST,
                "/br",
                Reply.answer(
                        "200 OK",
                        "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: br\r\n",
                        brotli(article("brotli"))));
        press.page(
                HOST,
                "/chunked",
                Reply.raw(
                        true,
                        "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + Reply.CHUNKED_HEAD
                                + "5\r\n<h1>A\r\n5\r\n</h1>\r\n0\r\nX-Sum: 1\r\n\r\n"));
        press.page(HOST, "/old", Reply.redirect(301, "/older"));
        press.page(HOST, "/older", Reply.redirect(302, STORY));
        press.page(
                HOST,
                "/latin1",
                Reply.answer(
                        "200 Tr\u00e8s bien",
                        "Content-Type: text/html; charset=iso-8859-1\r\nX-Odd : \u00e9\r\nSet-Cookie: a=1\r\n"
                                + "set-cookie: b=2\r\nX-Folded: a\r\n  b\r\n",
                        article("caf\u00e9").getBytes(StandardCharsets.ISO_8859_1)));
        press.page(HOST, "/endless", Reply.endless());
        press.page(HOST, "/drip", Reply.drip(Duration.ofMillis(200)));
        press.page(HOST, "/early", Reply.closeEarly(500, "<p>half"));
        press.page(HOST, "/busy", Reply.answer("429 Slow Down", "Retry-After: 1\r\n", new byte[] {'x'}));
        press.page(HOST, "/empty", Reply.status(204));
        press.page(HOST, "/shell", Reply.html("<div id=app></div><script src=/app.js></script>"));
        press.page(HOST, "/document.pdf", Reply.content("application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        press.page(HOST, "/a%20b?x=%C3%BC&y=1%272", Reply.html(article("odd address")));
    }

    private void history(TestPress press) {
        String url = "http://paper.example/story";
        byte[] packed = Reply.gzipped(article("third").getBytes(StandardCharsets.UTF_8));
        new TestWayback(press, WAYBACK, url)
                .html("20200503100000", article("first"))
                .html("20210704120000", article("second"))
                .with(
                        "20220101000000",
                        "200",
                        "text/html",
                        TestWayback.sha1(packed),
                        TestWayback.archived(
                                "20220101000000",
                                "200 OK",
                                "text/html",
                                "Content-Encoding: gzip\r\nx-archive-orig-content-encoding: gzip\r\n",
                                packed))
                .with(
                        "20230101000000",
                        "301",
                        "text/html",
                        TestWayback.sha1(new byte[0]),
                        TestWayback.archived(
                                "20230101000000",
                                "301 Moved",
                                "text/html",
                                "Location: http://" + WAYBACK + "/web/20230101000000id_/http://paper.example/new\r\n",
                                new byte[0]));
        run(0, "history", url, "--from", "http://" + WAYBACK, "--delay", "0", "--connect-to", press.connectTo(WAYBACK));
    }

    /** A document with an address stated for it, a sound file, and one that is damaged between its records. */
    private void takeIn() throws IOException {
        Path document = Files.writeString(folder.resolve("document.html"), article("document"));
        run(0, "import", document.toString(), "--url", "http://given.example/doc", "--date", "2021-12-27");
        TestWarc warc = new TestWarc()
                .raw(TestWarc.member(("WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Date: " + DATE
                                + "\r\nContent-Type: application/warc-fields\r\nContent-Length: 13\r\n\r\nsoftware: x\r\n\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)))
                .page("http://theirs.example/", DATE, article("theirs"))
                .revisit("http://theirs.example/", "2020-04-01T00:00:00Z", "http://theirs.example/", DATE, article("theirs"));
        byte[] sound = warc.bytes();
        byte[] more = new TestWarc()
                .page("http://theirs.example/behind", DATE, article("behind the damage"))
                .bytes();
        Path damaged = folder.resolve("damaged.warc.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(sound);
        bytes.writeBytes("no record at all".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(more);
        Files.write(damaged, bytes.toByteArray());
        run(6, "import", damaged.toString());
    }

    private void speakOfLinks() {
        run(0, "link", STORY, "AFP", "--add", "--note", "told by the editor", "--by", "A. Tester");
        run(0, "link", STORY, "AFP", "--reject", "--note", "an older story: caf\u00e9");
    }

    private void export() {
        run(0, "export", "--warc", "https://" + HOST + "/*", "http://paper.example/*", out("out.warc.gz"));
        run(0, "export", "--wacz", "https://" + HOST + "/*", "http://given.example/*", out("out.wacz"));
        run(0, "export", "--cdxj", "--all", out("out.cdxj"));
    }

    private void forget() throws IOException {
        try (TestPress press = TestPress.open()) {
            press.page(HOST, "/one", Reply.html(article("one")));
            press.page(HOST, "/two", Reply.html(article("two")));
            runIn("forgotten", 0, "capture", "--delay", "0s", "--connect-to", press.connectTo(HOST), "http://" + HOST + "/one", "http://" + HOST + "/two");
        }
        runIn("forgotten", 0, "forget", "http://" + HOST + "/one", "--reason", "an order of the court", "--yes");
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private void run(int expected, String... words) {
        runIn("captured", expected, words);
    }

    private void runIn(String archive, int expected, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve(archive).toString()));
        Console.Run run = console.run(all.toArray(String[]::new));
        if (run.code() != expected) {
            sound = false;
            System.err.println(String.join(" ", words) + ": expected exit " + expected + ", found " + run);
        }
    }

    private static String article(String of) {
        return "<!doctype html><title>On " + of + "</title><article><h1>On " + of + "</h1>"
                + ("<p>The paragraph on " + of + " is long enough to be the text of an article of this paper.</p>").repeat(5)
                + "</article>";
    }

    /** A stream of one block that is stored as it is (RFC 7932 §9.2). */
    private static byte[] brotli(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = (plain.length - 1) << 4 | 1 << 20;
        out.write(bits);
        out.write(bits >> 8);
        out.write(bits >> 16);
        out.writeBytes(plain);
        out.write(3);
        return out.toByteArray();
    }
}
