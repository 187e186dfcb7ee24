package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.archive.OddFiles.bytes;
import static org.pressmark.archive.OddFiles.http;
import static org.pressmark.archive.OddFiles.join;
import static org.pressmark.archive.OddFiles.member;
import static org.pressmark.archive.OddFiles.noise;
import static org.pressmark.archive.OddFiles.record;
import static org.pressmark.archive.OddFiles.response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;

class ImporterTest {
    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();
    private WarcArchive archive;

    @BeforeEach
    void open() throws IOException {
        archive = Sample.archive(dir.resolve("archive"), findings);
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    private Path file(String name, byte[]... parts) throws IOException {
        Path file = dir.resolve(name);
        Files.write(file, join(parts));
        return file;
    }

    private ImportResult importFile(Path file) throws IOException {
        captures.clear();
        findings.clear();
        return archive.importFile(file, captures::add, findings::add);
    }

    private String text(Capture capture) throws IOException {
        return new String(
                Sample.bytes(archive.read(capture, original -> Optional.empty()).body()), StandardCharsets.UTF_8);
    }

    @Test
    void copiesAnIntactFileByteForByteAndOnce() throws IOException {
        Path file = file("crawl.warc.gz", member(response("http://a/1", "one")), member(response("http://a/2", "two")));
        ImportResult result = importFile(file);
        assertEquals(ImportResult.Outcome.COPIED, result.outcome());
        assertEquals("crawl.warc.gz", result.file());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(dir.resolve("archive/crawl.warc.gz")));
        assertEquals(List.of("one", "two"), List.of(text(captures.get(0)), text(captures.get(1))));
        List<Capture> first = List.copyOf(captures);
        Path renamed = Files.move(file, dir.resolve("same.warc.gz"));
        assertEquals(ImportResult.Outcome.ALREADY_THERE, importFile(renamed).outcome());
        assertEquals(first, captures);
        assertEquals(1, archive.files().size());
        assertEquals(first, Sample.captures(archive));
    }

    @Test
    void givesAnotherFileOfTheSameNameAnother() throws IOException {
        importFile(file("crawl.warc", bytes(response("http://a/1", "one"))));
        ImportResult second = importFile(file("crawl.warc", bytes(response("http://a/2", "two"))));
        assertEquals("crawl-" + second.sha256().hex().substring(0, 8) + ".warc", second.file());
        assertEquals("two", text(captures.get(0)));
        assertEquals(second.file(), captures.get(0).location().file());
    }

    @Test
    void takesWhatIsSoundOfADamagedFileAndTellsTheRest() throws IOException {
        byte[] one = member(response("http://a/1", "one"));
        byte[] bad = member(response("http://a/2", "two"));
        bad[40] ^= 1;
        byte[] three = member(response("http://a/3", "three"));
        Path file = file("torn.warc.gz", one, bad, noise(999, 1), three, new byte[] {0x1f, (byte) 0x8b, 8, 0});
        byte[] before = Files.readAllBytes(file);
        ImportResult result = importFile(file);
        assertEquals(ImportResult.Outcome.SALVAGED, result.outcome());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertArrayEquals(
                join(one, three), Files.readAllBytes(dir.resolve("archive").resolve(result.file())));
        assertEquals(List.of("one", "three"), List.of(text(captures.get(0)), text(captures.get(1))));
        List<Finding> damage =
                findings.stream().filter(f -> f.level() == Finding.Level.DAMAGE).toList();
        assertEquals(result.damaged(), damage.size());
        assertEquals(one.length, damage.get(0).offset());
        assertTrue(damage.get(0).message().contains("expected"), damage.get(0).message());
        assertEquals(ImportResult.Outcome.ALREADY_THERE, importFile(file).outcome());
        assertEquals(2, captures.size());
    }

    @Test
    void salvagesPlainFiles() throws IOException {
        byte[] one = bytes(response("http://a/1", "one"));
        byte[] two = bytes(response("http://a/2", "two"));
        byte[] cut = java.util.Arrays.copyOf(bytes(response("http://a/3", "y".repeat(900))), 500);
        ImportResult result = importFile(file("torn.warc", one, noise(99, 2), bytes("\n"), two, cut));
        assertEquals(ImportResult.Outcome.SALVAGED, result.outcome());
        assertArrayEquals(
                join(one, two), Files.readAllBytes(dir.resolve("archive").resolve(result.file())));
        assertEquals("two", text(captures.get(1)));
    }

    /** What was read when a file was gone through is read again, alone, from the place that was kept. */
    @ParameterizedTest
    @ValueSource(ints = {-3, -1, 1, 2, 5, 500, 100_000_000})
    void aRecordOfWrongLengthIsReadAloneAsItWasInItsFile(int wrong) throws IOException {
        String told = response("http://a/2", "two two two");
        int length = Integer.parseInt(told.replaceFirst("(?s).*Content-Length: ([0-9]+).*", "$1"));
        String lying = told.replace("Content-Length: " + length, "Content-Length: " + (length + wrong));
        importFile(file("lying.warc", bytes(lying), bytes(response("http://a/3", "three"))));
        assertEquals(2, captures.size());
        assertEquals("two two two", text(captures.get(0)));
        assertEquals("three", text(captures.get(1)));
    }

    @Test
    void writesAFileInOneMemberAnewRecordByRecord() throws IOException, InterruptedException {
        String both = response("http://a/1", "one") + response("http://a/2", "two");
        ImportResult result = importFile(file("single.warc.gz", member(both)));
        assertEquals(ImportResult.Outcome.REWRITTEN, result.outcome());
        assertEquals(List.of("one", "two"), List.of(text(captures.get(0)), text(captures.get(1))));
        Path written = dir.resolve("archive").resolve(result.file());
        findings.clear();
        assertTrue(Sample.records(written, findings).stream().allMatch(ScannedRecord::alone));
        assertEquals(List.of(), findings);
        assertEquals("", Jwarc.validate(List.of(written)));
    }

    @Test
    void tellsHeadersAgainstTheStandardAndImportsThemStill() throws IOException {
        String record = response("http://a/1", "one")
                .replace("WARC-Date", "WARC-Refers-To-Date: 2020-02-03T04:05:06Z\r\nWARC-Date");
        assertEquals(
                ImportResult.Outcome.COPIED,
                importFile(file("rules.warc", bytes(record))).outcome());
        assertEquals(
                List.of("header-rule"), findings.stream().map(Finding::code).toList());
        assertEquals(1, captures.size());
    }

    @Test
    void tellsWhatCannotBeFoundByAddressOrDate() throws IOException {
        String record = response("http://a/1", "one").replace("2020-02-03T04:05:06Z", "yesterday");
        assertEquals(
                ImportResult.Outcome.COPIED,
                importFile(file("undated.warc", bytes(record))).outcome());
        assertTrue(findings.stream().anyMatch(finding -> finding.code().equals("no-date-or-address")), "" + findings);
        assertEquals(0, captures.size());
    }

    @Test
    void givesNoFileANameThatSteersATerminalOrIsTooLong() throws IOException {
        assertEquals("a_31m_b.warc", ImportName.clean("a\u009b31m\u202eb.warc"));
        String longest = "n".repeat(247) + ".warc.gz";
        String both = response("http://a/1", "one") + response("http://a/2", "two");
        ImportResult result = importFile(file(longest, member(both)));
        assertEquals(ImportResult.Outcome.REWRITTEN, result.outcome());
        assertEquals(
                ImportResult.Outcome.ALREADY_THERE,
                importFile(dir.resolve(longest)).outcome());
    }

    @Test
    void givesIndexLinesThatOthersRead() throws IOException {
        importFile(file("lines.warc.gz", member(response("http://www.A.example/\"b\"?y&x", "one"))));
        List<String> lines = new ArrayList<>();
        try (CdxScan scan = new CdxScan(1, findings::add)) {
            scan.scan(List.of(dir.resolve("archive/lines.warc.gz")), line -> lines.add(line.cdxj()));
        }
        String length = Long.toString(captures.get(0).location().length());
        assertEquals(
                List.of("example,a)/\"b\"?x&y 20200203040506 {\"url\": \"http://www.A.example/\\\"b\\\"?y&x\", "
                        + "\"mime\": \"text/html\", \"status\": \"200\", \"digest\": \""
                        + Sample.body("one").sha1().base32() + "\", \"length\": \"" + length
                        + "\", \"offset\": \"0\", \"filename\": \"lines.warc.gz\"}"),
                lines);
    }

    @Test
    void namesWhatIsNoArchive() throws IOException {
        Path html = file("page.warc.gz", bytes("<!DOCTYPE html><p>no</p>"));
        NotAnArchiveException refused = assertThrows(NotAnArchiveException.class, () -> importFile(html));
        assertTrue(String.valueOf(refused.getMessage()).contains("found an HTML document"), refused.getMessage());
        Path gzip = file("data.gz", member("only text"));
        assertTrue(assertThrows(NotAnArchiveException.class, () -> importFile(gzip))
                .found()
                .contains("without any record"));
        Path text = file("notes.txt", bytes("some notes\nof mine\n"));
        assertEquals(
                "a text file",
                assertThrows(NotAnArchiveException.class, () -> importFile(text))
                        .found());
        assertThrows(NotAnArchiveException.class, () -> importFile(dir.resolve("absent.warc")));
        assertEquals(List.of(), archive.files());
        try (var left = Files.list(dir.resolve("archive/.pressmark/work"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void judgesRolesOfWhatOthersCaptured() throws IOException {
        String type = "application/http;msgtype=response";
        importFile(file(
                "roles.warc",
                bytes(response("http://a/page", "x")),
                bytes(record(
                        "WARC/1.0",
                        "response",
                        "http://a/old",
                        type,
                        http("HTTP/1.1 302 Found\r\nLocation: /page", ""),
                        "")),
                bytes(record(
                        "WARC/1.0",
                        "response",
                        "http://a/p.png",
                        type,
                        http("HTTP/1.1 200 OK\r\nContent-Type: image/png", "x"),
                        "")),
                bytes(record(
                        "WARC/1.0",
                        "response",
                        "http://a/no",
                        type,
                        http("HTTP/1.1 404 No\r\nContent-Type: text/html", "x"),
                        "")),
                bytes(record("WARC/1.0", "response", "dns:a", "text/dns", "a 192.0.2.1", "")),
                bytes(record("WARC/1.0", "resource", "http://a/doc", "text/plain", "x", "")),
                bytes(record(
                        "WARC/1.0",
                        "request",
                        "http://a/page",
                        "application/http;msgtype=request",
                        "GET / HTTP/1.0\r\n\r\n",
                        ""))));
        assertEquals(
                List.of(
                        Capture.Role.PAGE,
                        Capture.Role.REDIRECT,
                        Capture.Role.REQUISITE,
                        Capture.Role.PAGE,
                        Capture.Role.PAGE),
                captures.stream().map(Capture::role).toList());
        assertEquals(Optional.of("http://a/page"), captures.get(1).redirect());
        assertEquals(Optional.of(captures.get(0).recordId()), captures.get(0).page());
    }

    /** A page's text under a crawler's own name would else be a page, with a copy: the page. */
    @Test
    void takesACrawlersNotesForNoPages() throws IOException {
        importFile(file(
                "text-1.warc.gz",
                member(record("WARC/1.1", "resource", "urn:text:http://a/", "text/plain", "words of the page", "")),
                member(record("WARC/1.1", "resource", "urn:pageinfo:http://a/", "application/json", "{}", "")),
                member(record(
                        "WARC/1.0",
                        "resource",
                        "<metadata://gnu.org/software/wget/warc/wget.log>",
                        "text/plain",
                        "-",
                        "")),
                member(record("WARC/1.1", "resource", "http://a/notes.txt", "text/plain", "a page of a kind", ""))));
        assertEquals(
                List.of(Capture.Role.REQUISITE, Capture.Role.REQUISITE, Capture.Role.REQUISITE, Capture.Role.PAGE),
                captures.stream().map(Capture::role).toList());
    }

    @Test
    void readsRevisitsOfOtherWriters() throws IOException {
        String body = "<p>same</p>";
        String digest = "WARC-Payload-Digest: " + Sample.body(body).sha1().base32() + "\r\n";
        String profile = "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n";
        String type = "application/http; msgtype=response";
        importFile(file(
                "revisits.warc.gz",
                member(record(
                        "WARC/1.0",
                        "response",
                        "http://a/",
                        type,
                        http("HTTP/1.1 200 OK\r\nContent-Type: text/html", body),
                        digest)),
                member(record(
                        "WARC/1.0",
                        "revisit",
                        "http://b/",
                        type,
                        http("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 11", ""),
                        digest + profile
                                + "WARC-Refers-To-Target-URI: http://a/\r\n"
                                + "WARC-Refers-To-Date: 2020-02-03T04:05:06Z\r\n")),
                member(record("WARC/1.0", "revisit", "http://a/", type, "", digest + profile)),
                member(record(
                        "WARC/1.0",
                        "revisit",
                        "http://c/",
                        type,
                        "",
                        digest + profile.replace("identical", "uri-agnostic-identical")
                                + "WARC-Refers-To-Target-URI: http://a/\r\n"
                                + "WARC-Refers-To-Date: 2020-02-03T04:05:06Z\r\n"))));
        assertEquals(4, captures.size());
        Capture original = captures.get(0);
        for (Capture revisit : captures.subList(1, 4)) {
            assertEquals(Capture.Kind.REVISIT_IDENTICAL, revisit.kind());
            assertEquals(Sample.body(body).sha1(), revisit.payload());
            assertEquals(
                    body,
                    new String(
                            Sample.bytes(archive.read(revisit, o -> Optional.of(original))
                                    .body()),
                            StandardCharsets.UTF_8));
        }
    }
}
