package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;
import org.netpreserve.jwarc.tools.WarcTool;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** A real capture of everything that servers do, read by another's reader and judged by another's validator. */
final class ConformanceTest {
    private static final String HOST = "news.example";

    @TempDir
    private Path folder;

    private TestPress press;

    @BeforeEach
    void open() {
        press = TestPress.openTls(HOST);
        press.page(
                HOST,
                "/chunked",
                Reply.raw(
                        true,
                        "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + Reply.CHUNKED_HEAD
                                + "5\r\n<h1>A\r\n5\r\n</h1>\r\n0\r\nX-Sum: 1\r\n\r\n"));
        press.page(HOST, "/old", Reply.redirect(301, "/tagged"));
        press.page(HOST, "/tagged", Reply.tagged("\"v1\"", story()));
        press.page(HOST, "/same", Reply.html(story() + "<a href=/chunked>b</a>"));
        press.page(HOST, "/gzip", Reply.gzip(story()));
        press.page(HOST, "/early", Reply.closeEarly(500, "<p>half"));
        press.page(HOST, "/busy", Reply.answer("429 Slow Down", "Retry-After: 1\r\n", new byte[] {'x'}));
        press.page(HOST, "/shell", Reply.html("<div id=app></div><script src=/app.js></script>"));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void jwarcFindsNothingWrongWithACaptureOfEverything() throws IOException, InterruptedException {
        for (int visit = 0; visit < 2; visit++) {
            capture("/chunked", "/old", "/tagged", "/same", "/gzip", "/early", "/shell", "/missing", "/busy");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WarcTool.class.getName(),
                "validate"));
        warcs().forEach(file -> command.add(file.toString()));
        Process jwarc = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jwarc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, jwarc.waitFor(), said);
        assertEquals("", said);
        Console.Run verified = new Console().run("verify", "--archive", archive());
        assertEquals(0, verified.code(), verified.toString());
    }

    @Test
    void everyCaptureIsRequestAnswerAndMetadataOfOneDate() throws IOException {
        capture("/tagged", "/same");
        capture("/tagged", "/same");
        List<String> profiles = new ArrayList<>();
        int certificates = 0;
        for (Path file : warcs()) {
            List<WarcRecord> records = records(file);
            assertEquals("warcinfo", records.get(0).type());
            List<WarcRecord> rest = new ArrayList<>(records.subList(1, records.size()));
            certificates += rest.size();
            rest.removeIf(record -> record.contentType().toString().equals("application/pem-certificate-chain"));
            certificates -= rest.size();
            for (int i = 0; i < rest.size(); i += 3) {
                assertEquals("request", rest.get(i).type());
                assertTrue(
                        List.of("response", "revisit").contains(rest.get(i + 1).type()));
                assertEquals("metadata", rest.get(i + 2).type());
                assertEquals(rest.get(i).date(), rest.get(i + 1).date());
                assertEquals(rest.get(i).date(), rest.get(i + 2).date());
                if (rest.get(i + 1) instanceof WarcRevisit revisit) {
                    profiles.add(revisit.profile().toString().replaceFirst(".*/", ""));
                    assertTrue(revisit.refersToTargetURI().isPresent()
                            && revisit.refersToDate().isPresent());
                    assertTrue(revisit.payloadDigest().isPresent());
                }
            }
        }
        assertEquals(List.of("identical-payload-digest", "server-not-modified", "identical-payload-digest"), profiles);
        assertEquals(warcs().size(), certificates, "the chain stands once in each file");
    }

    @Test
    void metadataSaysHowItWentAndWhatItNames() throws IOException {
        capture("/same", "/chunked", "/shell", "/busy"); // after a 429 the host is let alone for a while
        String same = metadata("/same");
        assertTrue(same.contains("outlink: https://news.example/chunked L a/@href\r\n"), same);
        for (Path file : warcs()) {
            records(file);
        }
        assertTrue(
                blocks.values().stream()
                        .anyMatch(block -> block.startsWith("software: ")
                                && block.matches("(?s).*configuration-digest: sha256:[0-9a-f]{64}\r\n.*")),
                blocks::toString);
        assertTrue(same.contains("time-first-byte-ms: ") && same.contains("tls-certificates: <urn:uuid:"), same);
        String chunked = metadata("/chunked");
        assertTrue(chunked.contains("http-trailer: X-Sum: 1%0D%0A\r\n"), chunked);
        assertTrue(chunked.contains("http-interim-head: HTTP/1.1 103 Early Hints%0D%0A"), chunked);
        assertTrue(metadata("/busy").contains("host-paused-s: "), metadata("/busy"));
        assertTrue(metadata("/busy").contains("wall: rate-limit: status 429\r\n"), metadata("/busy"));
        assertTrue(metadata("/shell").contains("role: wall\r\n"), metadata("/shell"));
        assertTrue(metadata("/shell").contains("wall: empty-shell: 0 characters of text, 1 scripts\r\n"));
    }

    @Test
    void verifySaysSoByItsExitCodeWhenARuleIsBroken() throws IOException {
        capture("/same");
        byte[] block = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        Files.writeString(
                Path.of(archive(), "theirs.warc"),
                "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Date: 2021-12-27T10:00:00Z\r\n"
                        + "Content-Type: application/warc-fields\r\nContent-Length: 13\r\n\r\nsoftware: x\r\n\r\n\r\n"
                        + "WARC/1.1\r\nWARC-Type: request\r\nWARC-Record-ID: <urn:x:2>\r\n"
                        + "WARC-Date: 2021-12-27T10:00:00Z\r\nWARC-Target-URI: <http://a.example/>\r\n"
                        + "Content-Type: application/http;msgtype=request\r\nContent-Length: " + block.length
                        + "\r\n\r\n" + new String(block, StandardCharsets.US_ASCII) + "\r\n\r\n");
        Console.Run verified = new Console().run("verify", "--archive", archive());
        assertEquals(ExitCode.DIFFERS.code(), verified.code(), verified.toString());
        assertTrue(verified.out().contains("bare URI"), verified.toString());
    }

    private String metadata(String path) throws IOException {
        for (Path file : warcs()) {
            for (WarcRecord record : records(file)) {
                boolean certificates = record.contentType().toString().equals("application/pem-certificate-chain");
                if (record instanceof WarcMetadata metadata
                        && !certificates
                        && metadata.targetURI().toString().equals("https://" + HOST + path)) {
                    return Objects.requireNonNull(blocks.get(record.id().toString()));
                }
            }
        }
        throw new AssertionError("no metadata record of " + path);
    }

    private final java.util.Map<String, String> blocks = new java.util.HashMap<>();

    private List<WarcRecord> records(Path file) throws IOException {
        List<WarcRecord> out = new ArrayList<>();
        try (WarcReader reader = new WarcReader(file)) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcMetadata || record instanceof Warcinfo) {
                    byte[] block = record.body().stream().readAllBytes();
                    blocks.put(record.id().toString(), new String(block, StandardCharsets.UTF_8));
                } else if (record instanceof WarcResponse response) {
                    assertTrue(response.http().status() > 0);
                }
                out.add(record);
            }
        }
        return out;
    }

    private List<Path> warcs() throws IOException {
        try (var files = Files.list(Path.of(archive()))) {
            return files.filter(file -> file.toString().endsWith(".warc.gz"))
                    .sorted()
                    .toList();
        }
    }

    private void capture(String... paths) {
        List<String> words = new ArrayList<>(List.of(
                "capture",
                "--archive",
                archive(),
                "--no-requisites",
                "--delay",
                "0s",
                "--connect-to",
                press.connectTo(HOST),
                "--cacert",
                press.authority().pemFile(folder).toString()));
        for (String path : paths) {
            words.add("https://" + HOST + path);
        }
        new Console().run(words.toArray(String[]::new));
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }

    private static String story() {
        return "<title>Story</title><h1>Story</h1>"
                + "<p>A paragraph that is long enough to be read as the body of an article.</p>".repeat(6);
    }
}
