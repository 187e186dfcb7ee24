package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.Finding;
import org.pressmark.model.HttpHead;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.Truncation;

class WarcArchiveTest {
    private static final String URL = "https://www.a.example/story?b=1";

    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void writesRequestResponseAndMetadataThatAgree() throws IOException {
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Sample.append(archive, Sample.page(URL, "<p>Story</p>"));
        }
        Path file = onlyFile();
        assertTrue(file.getFileName().toString().matches("pressmark-20261122101500-00000-[0-9a-f]{8}\\.warc\\.gz"));
        List<ScannedRecord> all = Sample.records(file, findings);
        assertEquals(List.of(), findings);
        assertEquals(
                List.of("warcinfo", "metadata", "request", "response", "metadata"),
                all.stream().map(ScannedRecord::type).toList());
        assertEquals("application/pem-certificate-chain", all.get(1).blockType());
        List<ScannedRecord> records = new ArrayList<>(all);
        records.remove(1);
        ScannedRecord info = records.get(0);
        assertEquals(file.getFileName().toString(), info.field("WARC-Filename").orElseThrow());
        assertEquals("Pressmark/test", info.blockField("software").orElseThrow());
        assertEquals("WARC File Format 1.1", info.blockField("format").orElseThrow());
        assertTrue(info.blockField("conformsTo").orElseThrow().contains("warc-1.1"));
        assertEquals("obey", info.blockField("robots").orElseThrow());
        assertEquals(Optional.empty(), info.targetUri());
        ScannedRecord response = records.get(2);
        for (ScannedRecord record : records.subList(1, 4)) {
            assertEquals("WARC/1.1", record.version());
            assertEquals(Optional.of(Sample.THEN), record.date());
            assertEquals(URL, record.targetUri().orElseThrow());
            assertTrue(record.alone());
        }
        assertEquals(List.of(response.recordId()), records.get(1).concurrentTo());
        assertEquals(List.of(response.recordId()), records.get(3).concurrentTo());
        assertEquals(
                "<" + info.recordId() + ">", response.field("WARC-Warcinfo-ID").orElseThrow());
        assertEquals("192.0.2.7", response.field("WARC-IP-Address").orElseThrow());
        assertEquals("page", records.get(3).blockField("role").orElseThrow());
        assertEquals("17", records.get(3).blockField("fetchTimeMs").orElseThrow());
    }

    @Test
    void givesTheSameCaptureAtAppendingAndAtRebuilding() throws IOException {
        List<Capture> appended = new ArrayList<>();
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture page = Sample.append(archive, Sample.page(URL, "<p>Story</p>"));
            appended.add(page);
            CaptureContext part =
                    CaptureContext.forPage().inCourseOf(page.recordId(), Capture.Role.REQUISITE, "E", Optional.of(URL));
            appended.add(archive.append(archive.prepare(
                    Sample.exchange(
                            "https://a.example/x.png",
                            "HTTP/1.1 200 OK\r\ncontent-type: Image/PNG\r\n\r\n",
                            Sample.body("png")),
                    part)));
            CaptureContext hop =
                    CaptureContext.forPage().inCourseOf(page.recordId(), Capture.Role.REDIRECT, "R", Optional.empty());
            appended.add(archive.append(archive.prepare(
                    Sample.exchange(
                            "http://a.example/old",
                            "HTTP/1.1 301 Moved\r\nLocation: ../new?x=1 y\r\n\r\n",
                            Sample.body("")),
                    hop)));
            appended.add(archive.append(archive.prepare(
                    Sample.page(URL, "<p>Story</p>"), CaptureContext.forPage().repeating(page))));
            appended.add(archive.append(archive.prepare(
                    Sample.exchange(URL, "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n", Sample.body("")),
                    CaptureContext.forPage().repeating(page))));
            appended.add(archive.appendResource(new GivenDocument(
                    "https://b.example/copy",
                    Sample.body("text"),
                    "text/plain; charset=utf-8",
                    Optional.of(Instant.parse("2021-12-27T00:00:00Z")),
                    "copy.txt",
                    "a person")));
            archive.appendMetadata(URL, Optional.of(page.recordId()), Map.of("note-text", "seen"));
        }
        try (WarcArchive again = Sample.archive(dir, findings)) {
            assertEquals(appended, Sample.captures(again));
        }
        assertEquals("http://a.example/new?x=1%20y", appended.get(2).redirect().orElseThrow());
        assertEquals("image/png", appended.get(1).mediaType());
        assertEquals(appended.get(0).recordId(), appended.get(1).page().orElseThrow());
        assertEquals(Capture.Kind.REVISIT_IDENTICAL, appended.get(3).kind());
        assertEquals(Capture.Kind.REVISIT_NOT_MODIFIED, appended.get(4).kind());
        assertEquals(appended.get(0).payload(), appended.get(4).payload());
        assertEquals("text/html", appended.get(4).mediaType());
        assertEquals(Instant.parse("2021-12-27T00:00:00Z"), appended.get(5).date());
    }

    @Test
    void keepsTheHeadByteForByte() throws IOException {
        String head = String.join(
                "\r\n",
                "HTTP/1.1 200 Tr\u00e8s bien",
                "X-Odd : 1",
                "set-cookie: a=1",
                "Set-Cookie: b=2",
                "X-Latin: \u00e9\u00ff",
                "X-Folded: a",
                "  b",
                "Content-Length: 4",
                "",
                "");
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture capture = Sample.append(archive, Sample.exchange(URL, head, Sample.body("body")));
            ArchivedResponse read = archive.read(capture, original -> Optional.empty());
            assertEquals(head, read.head().orElseThrow().raw());
            assertEquals(Optional.empty(), read.headAsSent());
            assertArrayEquals("body".getBytes(StandardCharsets.UTF_8), Sample.bytes(read.body()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-A: 100% \u00e9\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 7\r\nTransfer-Encoding: gzip,\r\n chunked\r\n\r\n",
                "HTTP/1.1 200 OK\nContent-Length: 99\n\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html"
            })
    void storesATrueHeadAndKeepsTheOneThatWasSent(String head) throws IOException {
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture capture = Sample.append(archive, Sample.exchange(URL, head, Sample.body("body")));
            ArchivedResponse read = archive.read(capture, original -> Optional.empty());
            HttpHead stored = read.head().orElseThrow();
            assertEquals(head, read.headAsSent().orElseThrow().raw());
            assertEquals(Optional.empty(), stored.first("Transfer-Encoding"));
            assertEquals(
                    head.contains("ength") || head.contains("ncoding"),
                    stored.first("Content-Length").isPresent());
            assertEquals("4", stored.first("Content-Length").orElse("4"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200\r\n\r\n",
                "no status line at all\r\n\r\n",
                "\r\n",
                "HTTP/1.1 204 No Content\nX: y\n\n",
                "HTTP/1.1 200 OK\r\nX: line ends of two kinds\n\r\n",
                "HTTP/1.1 200 OK\nX: y\r\n\n",
                "HTTP/1.0 999 ?\r\n: nameless\r\n\r\n"
            })
    void takesHeadsOfEveryKindAndEmptyBodies(String head) throws IOException {
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            for (String text : List.of("", "<html>x</html>\r\n\r\nWARC/1.0\r\n")) {
                Capture capture = Sample.append(archive, Sample.exchange(URL, head, Sample.body(text)));
                ArchivedResponse read = archive.read(capture, original -> Optional.empty());
                assertEquals(head, read.head().orElseThrow().raw());
                assertEquals(text, new String(Sample.bytes(read.body()), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void spoolsLargeBodiesAndReadsThemBack() throws IOException {
        byte[] large = new byte[5_000_000];
        new Random(7).nextBytes(large);
        Path file = dir.resolve("body");
        Files.write(file, large);
        Body body = new Body.Spooled(
                file,
                large.length,
                Digests.of(Digest.Algorithm.SHA1, large),
                Digests.of(Digest.Algorithm.SHA256, large));
        try (WarcArchive archive = Sample.archive(dir.resolve("a"), findings)) {
            Capture capture = Sample.append(
                    archive, Sample.exchange(URL, "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", body));
            Body read = archive.read(capture, original -> Optional.empty()).body();
            Body.Spooled spooled = assertInstance(read);
            assertArrayEquals(large, Files.readAllBytes(spooled.file()));
            Files.delete(spooled.file());
            try (var left = Files.list(dir.resolve("a").resolve(".pressmark/work"))) {
                assertEquals(
                        List.of(),
                        left.filter(f -> !f.toString().endsWith(".lock")).toList());
            }
        }
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(dir)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static Body.Spooled assertInstance(Body body) {
        assertTrue(body instanceof Body.Spooled, "a large body lies in a file");
        return (Body.Spooled) body;
    }

    @Test
    void refusesABodyThatChangedUnderIt() throws IOException {
        Path file = dir.resolve("body");
        Files.writeString(file, "short");
        Body body = new Body.Spooled(
                file, 9, Sample.body("").sha1(), Sample.body("").sha256());
        try (WarcArchive archive = Sample.archive(dir.resolve("a"), findings)) {
            Exchange exchange = Sample.exchange(URL, "HTTP/1.1 200 OK\r\n\r\n", body);
            IOException refused = assertThrows(IOException.class, () -> Sample.append(archive, exchange));
            assertTrue(String.valueOf(refused.getMessage()).contains("expected a body of 9 bytes, found 5"));
            assertEquals(List.of(), archive.files());
        }
    }

    @Test
    void resolvesRevisitsAndKeepsTheirOwnHead() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nDate: %s\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture first = Sample.append(archive, Sample.exchange(URL, head.formatted("Mon"), Sample.body("packed")));
            Capture second = archive.append(archive.prepare(
                    Sample.exchange("https://b.example/", head.formatted("Tue"), Sample.body("packed")),
                    CaptureContext.forPage().repeating(first)));
            Capture third = archive.append(archive.prepare(
                    Sample.exchange(URL, "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n", Sample.body("")),
                    CaptureContext.forPage().repeating(second)));
            assertEquals(
                    first.recordId(), third.refersTo().orElseThrow().recordId().orElseThrow());
            ArchivedResponse identical = archive.read(second, original -> Optional.of(first));
            assertEquals("Tue", identical.head().orElseThrow().first("Date").orElseThrow());
            assertEquals(
                    "6", identical.head().orElseThrow().first("Content-Length").orElseThrow());
            assertEquals(
                    head.formatted("Tue"), identical.headAsSent().orElseThrow().raw());
            assertArrayEquals("packed".getBytes(StandardCharsets.UTF_8), Sample.bytes(identical.body()));
            ArchivedResponse notModified = archive.read(third, original -> Optional.of(first));
            assertEquals(
                    "gzip",
                    notModified.head().orElseThrow().first("Content-Encoding").orElseThrow());
            assertEquals(304, notModified.headAsSent().orElseThrow().status());
            ScannedRecord record = archive.readRecord(third.location());
            assertEquals(first.url(), record.field("WARC-Refers-To-Target-URI").orElseThrow());
            assertEquals(
                    Sample.body("packed").sha1().base32(),
                    record.field("WARC-Payload-Digest").orElseThrow());
            MissingOriginalException missing = assertThrows(
                    MissingOriginalException.class, () -> archive.read(second, original -> Optional.empty()));
            assertEquals(URL, missing.original().url());
        }
    }

    @Test
    void refusesToCallAnotherPayloadARevisit() throws IOException {
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture first = Sample.append(archive, Sample.page(URL, "one"));
            Exchange other = Sample.page(URL, "two");
            assertThrows(
                    IllegalArgumentException.class,
                    () -> archive.prepare(other, CaptureContext.forPage().repeating(first)));
        }
    }

    @Test
    void tellsTruncationAndNeverRepeatsHalfAPayload() throws IOException {
        Exchange whole = Sample.exchange(URL, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", Sample.body("half"));
        Exchange cut = new Exchange(
                whole.url(),
                whole.startedAt(),
                Duration.ZERO,
                whole.requestHead(),
                whole.responseHead(),
                whole.body(),
                Optional.of("2001:db8::1"),
                List.of("h2"),
                Optional.empty(),
                Optional.of(Truncation.TIME));
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture first = Sample.append(archive, cut);
            assertEquals(Optional.of(Truncation.TIME), first.truncated());
            ScannedRecord record = archive.readRecord(first.location());
            assertEquals("time", record.field("WARC-Truncated").orElseThrow());
            Capture second =
                    archive.append(archive.prepare(cut, CaptureContext.forPage().repeating(first)));
            assertEquals(Capture.Kind.RESPONSE, second.kind());
        }
    }

    @Test
    void eachLocationIsOneGzipMember() throws IOException {
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture capture = Sample.append(archive, Sample.page(URL, "<p>Story</p>"));
            byte[] stored;
            try (var in = archive.openRecord(capture.location())) {
                stored = in.readAllBytes();
            }
            assertEquals(capture.location().length(), stored.length);
            String record = new String(
                    new GZIPInputStream(new ByteArrayInputStream(stored)).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(record.startsWith("WARC/1.1\r\nWARC-Type: response\r\n"), record);
            assertTrue(record.endsWith("<p>Story</p>\r\n\r\n"), record);
        }
    }

    @Test
    void saysWhereARecordIsDamaged() throws IOException {
        Capture capture;
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            capture = Sample.append(archive, Sample.page(URL, "<p>Story</p>"));
        }
        Path file = dir.resolve(capture.location().file());
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (capture.location().offset() + capture.location().length() / 2)] ^= 0x40;
        Files.write(file, bytes);
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            DamagedRecordException damaged = assertThrows(
                    DamagedRecordException.class, () -> archive.read(capture, original -> Optional.empty()));
            assertEquals(capture.location().offset(), damaged.offset());
            assertEquals(capture.location().file(), damaged.file());
            assertFalse(damaged.expected().isEmpty() || damaged.found().isEmpty());
            RecordLocation beyond = new RecordLocation(capture.location().file(), bytes.length, 10);
            assertThrows(DamagedRecordException.class, () -> archive.readRecord(beyond));
        }
    }

    @Test
    void rotatesBySizeAndByAge() throws IOException {
        Instant[] now = {Sample.THEN};
        ArchiveSettings small = new ArchiveSettings(
                3800,
                Duration.ofHours(1),
                6,
                1 << 20,
                "Pressmark/test",
                "obey",
                Optional.of("A. Rchivist"),
                Optional.empty(),
                Optional.empty());
        List<Capture> appended = new ArrayList<>();
        InstantSource clock = () -> now[0];
        try (WarcArchive archive = Sample.archive(dir, small, clock, 1, findings)) {
            for (int i = 0; i < 4; i++) {
                appended.add(Sample.append(archive, Sample.page(URL + i, "<p>" + i + "</p>")));
            }
            assertEquals(
                    2,
                    appended.stream().map(c -> c.location().file()).distinct().count(),
                    "" + appended);
            now[0] = now[0].plus(Duration.ofHours(2));
            appended.add(Sample.append(archive, Sample.page(URL, "later")));
            assertEquals(
                    3,
                    appended.stream().map(c -> c.location().file()).distinct().count(),
                    "" + appended);
            Capture open = appended.get(4);
            assertTrue(Files.exists(dir.resolve(open.location().file() + ".open")));
            assertEquals(open, archive.read(open, original -> Optional.empty()).capture());
        }
        try (WarcArchive again = Sample.archive(dir, findings)) {
            assertEquals(appended, Sample.captures(again));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void writesACertificateOncePerHostAndFile() throws IOException {
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Sample.append(archive, Sample.page(URL, "1"));
            Sample.append(archive, Sample.page(URL, "2"));
            Sample.append(archive, Sample.page("https://b.example/", "3"));
        }
        Path file = onlyFile();
        List<ScannedRecord> records = Sample.records(file, findings).stream()
                .filter(record -> record.type().equals("metadata"))
                .toList();
        List<ScannedRecord> written = records.stream()
                .filter(record -> record.blockType().equals("application/pem-certificate-chain"))
                .toList();
        assertEquals(
                List.of("urn:tls-certificates:https://www.a.example", "urn:tls-certificates:https://b.example"),
                written.stream().flatMap(record -> record.targetUri().stream()).toList(),
                "other indexers would list the chain under a page's address, as that page");
        List<String> chains = written.stream().map(ScannedRecord::recordId).toList();
        assertEquals(
                List.of(chains.get(0), chains.get(0), chains.get(1)),
                records.stream()
                        .flatMap(record -> record.blockField("tls-certificates").stream())
                        .map(id -> id.substring(1, id.length() - 1))
                        .toList());
    }

    @Test
    void leavesNothingBehindWhenNothingWasStored() throws IOException {
        Sample.archive(dir, findings).close();
        try (var files = Files.list(dir)) {
            assertEquals(
                    List.of(".pressmark"),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void jwarcFindsNothingWrongWithWhatIsWritten() throws IOException, InterruptedException {
        givesTheSameCaptureAtAppendingAndAtRebuilding();
        try (WarcArchive archive = Sample.archive(dir, SETTINGS_FAST, InstantSource.fixed(Sample.THEN), 2, findings)) {
            Sample.append(
                    archive,
                    Sample.exchange(URL, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Sample.body("x")));
            Sample.append(archive, Sample.exchange(URL, "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n", Sample.body("")));
            tellsTruncationAndNeverRepeatsHalfAPayload();
        }
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            assertEquals(3, archive.files().size());
            assertEquals("", Jwarc.validate(archive.files()));
        }
    }

    private static final ArchiveSettings SETTINGS_FAST = new ArchiveSettings(
            1 << 20,
            Duration.ofDays(1),
            1,
            16,
            "Pressmark/test",
            "ignore",
            Optional.empty(),
            Optional.of("Pressmark/1"),
            Optional.empty());
}
