package org.pressmark.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Finding;
import org.pressmark.model.Finding.Level;

/** One test for each kind of damage. */
final class AuditorTest {
    private static final String FILE = "a.warc.gz";

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soundArchiveHasNoFindings(boolean gzip) throws IOException {
        String name = gzip ? FILE : "a.warc";
        WarcMaker maker = WarcMaker.archive(gzip, name, 5);
        write(name, maker.bytes());
        AuditReport report = audit(index(name, maker));
        assertEquals(List.of(), report.findings());
        assertEquals(1, report.files());
        assertEquals(6, report.records());
        assertEquals(maker.bytes().length, report.bytes());
        assertTrue(report.sound() && report.conformant());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyFlippedByteOfABlockIsFound(boolean gzip) throws IOException {
        String name = gzip ? FILE : "a.warc";
        WarcMaker maker = WarcMaker.archive(gzip, name, 2);
        WarcMaker.At last = maker.places().get(2);
        long from = gzip ? last.offset() + 10 : last.offset() + last.length() - 500;
        for (long at = from; at < last.offset() + last.length() - 4; at += 7) {
            byte[] bytes = maker.bytes();
            bytes[(int) at] ^= 0x20;
            write(name, bytes);
            AuditReport report = audit(index(name, maker));
            assertFalse(report.sound(), "byte " + at);
            assertTrue(report.findings().stream().allMatch(f -> f.offset() == last.offset()), report.toString());
        }
    }

    @Test
    void byteFlippedInAPlainBlockIsADigestThatDiffers() throws IOException {
        WarcMaker maker = WarcMaker.archive(false, "a.warc", 2);
        byte[] bytes = maker.bytes();
        bytes[(int) (maker.places().get(1).offset() + maker.places().get(1).length() - 20)] ^= 1;
        write("a.warc", bytes);
        AuditReport report = audit(index("a.warc", maker));
        assertEquals(Set.of("block-digest-differs", "payload-digest-differs", "index-digest-differs"), codes(report));
        assertTrue(report.findings().get(0).message().contains("expected a block with sha1:"));
    }

    @Test
    void byteFlippedInAGzipMemberNamesTheMemberAndWhatIsLost() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 3);
        WarcMaker.At second = maker.places().get(2);
        byte[] bytes = maker.bytes();
        bytes[(int) (second.offset() + second.length() - 6)] ^= 1; // the checksum itself
        write(FILE, bytes);
        AuditReport report = audit(index(FILE, maker));
        Finding finding = report.findings().get(0);
        assertEquals("gzip-member-damaged", finding.code());
        assertEquals(second.offset(), finding.offset());
        assertTrue(finding.message().contains(second.id()), finding.message());
        assertEquals(1, report.findings().size(), report.toString());
    }

    @Test
    void byteFlippedInAHeaderIsFound() throws IOException {
        WarcMaker maker = WarcMaker.archive(false, "a.warc", 3);
        int at = (int) maker.places().get(2).offset();
        write("a.warc", flipped(maker, at)); // WARC/ is no longer there
        assertTrue(codes(audit(index("a.warc", maker))).contains("garbage"));
        int length =
                new String(maker.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Content-Length", at);
        write("a.warc", flipped(maker, length + 2));
        assertTrue(codes(audit(index("a.warc", maker))).contains("content-length-missing"));
        int id = new String(maker.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("urn:uuid", at);
        write("a.warc", flipped(maker, id + 40));
        assertTrue(codes(audit(index("a.warc", maker))).contains("index-id-differs"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void truncatedTailIsFoundAndNamesTheRecord(boolean gzip) throws IOException {
        String name = gzip ? FILE : "a.warc";
        WarcMaker maker = WarcMaker.archive(gzip, name, 3);
        WarcMaker.At last = maker.places().get(3);
        for (int cut : new int[] {1, 5, 30, (int) last.length() / 2, (int) last.length() - 3}) {
            if (!gzip && cut <= 5) {
                continue; // its block is whole: told below
            }
            write(name, Arrays.copyOf(maker.bytes(), maker.bytes().length - cut));
            AuditReport report = audit(index(name, maker));
            assertEquals(1, report.findings().size(), cut + ": " + report);
            Finding finding = report.findings().get(0);
            assertTrue(Set.of("truncated-tail", "garbage").contains(finding.code()), cut + ": " + report);
            assertTrue(finding.message().contains(last.id()), finding.message());
        }
    }

    @Test
    void missingRecordEndOfAPlainFileIsFound() throws IOException {
        WarcMaker maker = WarcMaker.archive(false, "a.warc", 2);
        write("a.warc", Arrays.copyOf(maker.bytes(), maker.bytes().length - 2));
        assertFalse(audit(index("a.warc", maker)).sound());
    }

    @Test
    void garbageBetweenMembersIsFoundAndTheRestIsRead() throws IOException {
        WarcMaker maker = new WarcMaker(true);
        maker.add(maker.info(FILE))
                .add(maker.page(1))
                .raw(WarcMaker.utf8("this is no record\u001f\u008b\b at all"))
                .add(maker.page(2));
        write(FILE, maker.bytes());
        AuditReport report = audit(Optional.empty());
        assertEquals(Set.of("garbage"), codes(report));
        assertEquals(3, report.records());
    }

    @Test
    void garbageBetweenPlainRecordsIsFoundAndTheRestIsRead() throws IOException {
        WarcMaker maker = new WarcMaker(false);
        maker.add(maker.info("a.warc"))
                .add(maker.page(1))
                .raw(WarcMaker.utf8("no record\r\n\r\n"))
                .add(maker.page(2));
        write("a.warc", maker.bytes());
        AuditReport report = audit(Optional.empty());
        assertEquals(Set.of("garbage"), codes(report));
        assertEquals(3, report.records());
    }

    @Test
    void missingRecordIsFound() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 3);
        IndexView index = index(FILE, maker).orElseThrow();
        WarcMaker.At gone = maker.places().get(2);
        byte[] all = maker.bytes();
        write(
                FILE,
                WarcMaker.join(
                        Arrays.copyOf(all, (int) gone.offset()),
                        Arrays.copyOfRange(all, (int) (gone.offset() + gone.length()), all.length)));
        AuditReport report = audit(Optional.of(index));
        assertTrue(codes(report).contains("record-missing"), report.toString());
        assertTrue(report.findings().stream()
                .anyMatch(f -> f.code().equals("record-missing") && f.message().contains(gone.id())));
        assertTrue(codes(report).contains("index-offset-differs"), report.toString());
    }

    @Test
    void addedRecordIsFound() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 3);
        Optional<IndexView> index = index(FILE, maker);
        maker.add(maker.page(99));
        write(FILE, maker.bytes());
        AuditReport report = audit(index);
        assertEquals(Set.of("record-not-indexed"), codes(report));
    }

    /** Every crawl of Heritrix begins so. */
    @Test
    void aLookUpOfAHostNeedsNoPlaceInTheIndex() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 1);
        Optional<IndexView> index = index(FILE, maker);
        maker.add(maker.record("response", WarcMaker.utf8("20200101000000\nnews.example.\t60\tIN\tA\t192.0.2.1\n"))
                .with("WARC-Target-URI", "dns:news.example")
                .with("Content-Type", "text/dns"));
        write(FILE, maker.bytes());
        assertFalse(
                codes(audit(index)).contains("record-not-indexed"), audit(index).toString());
    }

    @Test
    void swappedDigestInTheIndexIsFound() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 2);
        WarcMaker.At first = maker.places().get(1);
        write(FILE, maker.bytes());
        IndexView index = IndexView.of(Stream.of(
                new IndexedRecord(
                        first.id(),
                        FILE,
                        first.offset(),
                        first.length(),
                        maker.places().get(2).payloadSha256()),
                entry(FILE, maker.places().get(2))));
        assertEquals(Set.of("index-digest-differs"), codes(audit(Optional.of(index))));
    }

    @Test
    void swappedDigestsInTheRecordsAreFound() throws IOException {
        WarcMaker maker = new WarcMaker(true);
        WarcMaker.Rec one = maker.page(1);
        WarcMaker.Rec two = maker.page(2);
        String digest = one.field("WARC-Payload-Digest");
        one.with("WARC-Payload-Digest", two.field("WARC-Payload-Digest"));
        two.with("WARC-Payload-Digest", digest);
        write(FILE, maker.add(maker.info(FILE)).add(one).add(two).bytes());
        AuditReport report = audit(Optional.empty());
        assertEquals(
                List.of("payload-digest-differs", "payload-digest-differs"),
                report.findings().stream().map(Finding::code).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, -1, 1, 10, 100_000})
    void wrongContentLengthIsFoundAndTheRestIsRead(int wrong) throws IOException {
        for (boolean gzip : new boolean[] {true, false}) {
            String name = gzip ? FILE : "b.warc";
            WarcMaker maker = new WarcMaker(gzip);
            WarcMaker.Rec page = maker.page(1);
            page.with("Content-Length", String.valueOf(page.block.length + wrong));
            maker.add(maker.info(name)).add(page).add(maker.page(2)).add(maker.page(3));
            write(name, maker.bytes());
            AuditReport report = Auditor.auditFiles(List.of(dir.resolve(name)), AuditProgress.SILENT);
            assertEquals(Set.of("content-length-untrue"), codes(report), gzip + ": " + report);
            assertEquals(4, report.records(), gzip + ": " + report);
            assertEquals(
                    maker.places().get(1).offset(), report.findings().get(0).offset());
        }
    }

    @Test
    void fileThatIsNoArchiveIsFound() throws IOException {
        write("page.warc", WarcMaker.utf8("<!DOCTYPE html><p>Not found</p>"));
        write("zip.warc.gz", WarcMaker.gzip(WarcMaker.utf8("just text")));
        write("README.md", WarcMaker.utf8("is passed over"));
        AuditReport report = audit(Optional.empty());
        assertEquals(2, report.files());
        assertEquals(
                List.of("not-an-archive-file", "not-an-archive-file"),
                report.findings().stream().map(Finding::code).toList());
        assertTrue(report.findings().get(0).message().contains("<!DOCTYPE html>"), report.toString());
    }

    @Test
    void missingAndUnknownFilesAreFound() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, "known.warc.gz", 1);
        WarcMaker other = WarcMaker.archive(true, "other.warc.gz", 1);
        write("other.warc.gz", other.bytes());
        AuditReport report = audit(index("known.warc.gz", maker));
        assertEquals(Set.of("file-missing", "file-not-indexed"), codes(report));
    }

    @Test
    void recordIdInTwoFilesIsFound() throws IOException {
        write("a.warc.gz", WarcMaker.archive(true, "a.warc.gz", 1).bytes());
        write("b.warc.gz", WarcMaker.archive(true, "b.warc.gz", 1).bytes());
        AuditReport report = audit(Optional.empty());
        assertEquals(Set.of("record-id-again"), codes(report));
        assertEquals(2, report.findings().size());
    }

    @Test
    void wholeFileInOneMemberIsTold() throws IOException {
        WarcMaker plain = WarcMaker.archive(false, FILE, 3);
        write(FILE, WarcMaker.gzip(plain.bytes()));
        AuditReport report = audit(Optional.empty());
        assertEquals(Set.of("several-records-in-member"), codes(report));
        assertEquals(4, report.records());
        assertTrue(report.sound());
    }

    @Test
    void chunkedBodiesAreTakenEitherWay() throws IOException {
        byte[] body = WarcMaker.utf8("5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: 1\r\n\r\n");
        byte[] payload = WarcMaker.utf8("hello world");
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        WarcMaker maker = new WarcMaker(true);
        maker.add(maker.info(FILE))
                .add(maker.response("http://a.example/1", head, body, payload), payload)
                .add(maker.response("http://a.example/2", head, body, body), payload)
                .add(maker.response("http://a.example/3", head, payload, payload), payload)
                .add(maker.response("http://a.example/4", head, body, WarcMaker.utf8("other")), payload);
        write(FILE, maker.bytes());
        List<String> found = audit(index(FILE, maker)).findings().stream()
                .map(f -> f.level() + " " + f.code())
                .toList();
        assertEquals(
                List.of("NOTE payload-digest-of-chunks", "NOTE not-chunked", "DAMAGE payload-digest-differs"), found);
    }

    /** As a crawler leaves it that cut the capture at a limit and kept the chunks: the index has what they hold. */
    @Test
    void chunksThatBreakOffAreNoDamage() throws IOException {
        byte[] body = WarcMaker.utf8("5\r\nhello\r\n6\r\n wo");
        byte[] strange = WarcMaker.utf8("5\r\nhello\r\nzz\r\n world");
        byte[] joined = WarcMaker.utf8("hello wo");
        byte[] asFar = WarcMaker.utf8("hellozz\r\n world");
        byte[] noEnd = WarcMaker.utf8("5\r\nhello\r\n0\r\n");
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        WarcMaker maker = new WarcMaker(true);
        maker.add(maker.info(FILE))
                .add(maker.response("http://a.example/1", head, body, body), joined)
                .add(maker.response("http://a.example/2", head, body, joined), joined)
                .add(maker.response("http://a.example/3", head, strange, strange), asFar)
                .add(maker.response("http://a.example/4", head, noEnd, noEnd), WarcMaker.utf8("hello"));
        write(FILE, maker.bytes());
        assertEquals(
                List.of("NOTE not-chunked", "NOTE chunks-end-early", "NOTE not-chunked", "NOTE not-chunked"),
                audit(index(FILE, maker)).findings().stream()
                        .map(f -> f.level() + " " + f.code())
                        .toList());
    }

    @Test
    void digestsMayBeBase32Base64OrHexadecimalInAnyCase() throws IOException {
        WarcMaker maker = new WarcMaker(true);
        maker.add(maker.info(FILE));
        for (String algorithm : List.of("SHA-1", "SHA-256", "MD5")) {
            WarcMaker.Rec page = maker.page(1);
            String label = algorithm.replace("-", "").toLowerCase(java.util.Locale.ROOT);
            byte[] value = WarcMaker.digest(algorithm, page.block);
            maker.add(page.with(
                    "WARC-Block-Digest",
                    label + ":" + java.util.HexFormat.of().withUpperCase().formatHex(value)));
            WarcMaker.Rec third = maker.page(1);
            maker.add(third.with(
                    "WARC-Block-Digest",
                    label + ":" + java.util.Base64.getEncoder().encodeToString(value)));
            WarcMaker.Rec again = maker.page(1);
            maker.add(again.with(
                    "WARC-Block-Digest",
                    label + ":" + DeclaredDigest.base32(value).toLowerCase(java.util.Locale.ROOT)));
        }
        write(FILE, maker.bytes());
        assertEquals(List.of(), audit(Optional.empty()).findings());
    }

    @Test
    void digestThatIsNoneAnyMoreIsDamage() throws IOException {
        WarcMaker maker = new WarcMaker(true);
        WarcMaker.Rec page = maker.page(1);
        page.with("WARC-Block-Digest", page.field("WARC-Block-Digest").replaceFirst("sha1:.", "sha1:1"));
        write(FILE, maker.add(maker.info(FILE)).add(page).bytes());
        assertEquals(Set.of("digest-unreadable"), codes(audit(Optional.empty())));
        assertFalse(audit(Optional.empty()).sound());
    }

    /** What {@code wget --warc-dedup} writes. */
    @Test
    void aBlockDigestOfNoBytesIsNoDamageInARevisit() throws IOException {
        WarcMaker maker = new WarcMaker(true);
        WarcMaker.Rec revisit = maker.record("revisit", WarcMaker.utf8("HTTP/1.1 200 OK\r\n\r\n"))
                .with("WARC-Target-URI", "http://a.example/")
                .with("Content-Type", "application/http;msgtype=response")
                .with("WARC-Truncated", "length")
                .without("WARC-Block-Digest")
                .with("WARC-Block-Digest", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
                .with("WARC-Profile", "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest");
        write(FILE, maker.add(maker.info(FILE)).add(revisit).bytes());
        AuditReport report = audit(Optional.empty());
        assertTrue(report.sound(), report.findings().toString());
        assertTrue(
                codes(report).contains("block-digest-of-nothing"), codes(report).toString());
    }

    @Test
    void revisitPayloadsAreANote() throws IOException {
        WarcMaker maker = new WarcMaker(true);
        WarcMaker.Rec revisit = maker.record("revisit", WarcMaker.utf8("HTTP/1.1 200 OK\r\n\r\n"))
                .with("WARC-Target-URI", "http://a.example/")
                .with("Content-Type", "application/http;msgtype=response")
                .with("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
                .with("WARC-Payload-Digest", WarcMaker.sha1(WarcMaker.utf8("elsewhere")));
        write(FILE, maker.add(maker.info(FILE)).add(revisit).bytes());
        AuditReport report = audit(Optional.empty());
        assertEquals(Set.of("revisit-payload-elsewhere"), codes(report));
        assertTrue(report.conformant());
    }

    @Test
    void openFileWithHalfARecordIsANote() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 2);
        write(FILE + ".open", Arrays.copyOf(maker.bytes(), maker.bytes().length - 20));
        AuditReport report = audit(Optional.empty());
        assertEquals(Set.of("end-half-written", "left-open"), codes(report));
        assertTrue(report.conformant());
        AuditReport here = Auditor.audit(dir, Optional.empty(), Set.of(FILE), AuditProgress.SILENT);
        assertEquals(Set.of("end-half-written", "being-written"), codes(here));
    }

    @Test
    void openFileOfAnotherWriterIsToldByItsLock() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 2);
        write(FILE + ".open", maker.bytes());
        Files.createDirectories(dir.resolve(".pressmark/work"));
        try (FileChannel held = FileChannel.open(
                dir.resolve(".pressmark/work").resolve(FILE + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            FileLock lock = held.lock();
            assertTrue(lock.isValid());
            assertEquals(Set.of("being-written"), codes(audit(Optional.empty())));
        }
        assertEquals(Set.of("left-open"), codes(audit(Optional.empty())));
    }

    @Test
    void recordsOfAnOpenFileNeedNotBeIndexedYetAndLostOnesAreFound() throws IOException {
        WarcMaker maker = WarcMaker.archive(true, FILE, 2);
        Optional<IndexView> index = index(FILE, maker);
        maker.add(maker.page(9));
        write(FILE + ".open", maker.bytes());
        assertEquals(Set.of("left-open"), codes(audit(index)));
        write(FILE + ".open", Arrays.copyOf(maker.bytes(), (int)
                maker.places().get(2).offset()));
        assertEquals(Set.of("left-open", "record-missing"), codes(audit(index)));
    }

    @Test
    void arcFilesAreRead() throws IOException {
        for (boolean gzip : new boolean[] {true, false}) {
            byte[] version = WarcMaker.utf8("1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n");
            byte[] page = WarcMaker.utf8("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nhello");
            byte[] first = arc("filedesc://a.arc", version);
            byte[] second = arc("http://a.example/", page);
            byte[] third = arc("http://a.example/b", page);
            String name = gzip ? "a.arc.gz" : "a.arc";
            byte[] all = gzip
                    ? WarcMaker.join(WarcMaker.gzip(first), WarcMaker.gzip(second), WarcMaker.gzip(third))
                    : WarcMaker.join(first, second, third);
            write(name, all);
            AuditReport report = Auditor.auditFiles(List.of(dir.resolve(name)), AuditProgress.SILENT);
            assertEquals(Set.of("arc-has-no-digests"), codes(report), report.toString());
            assertEquals(3, report.records());
            write(name, Arrays.copyOf(all, all.length - 12));
            assertFalse(Auditor.auditFiles(List.of(dir.resolve(name)), AuditProgress.SILENT)
                    .sound());
        }
    }

    @Test
    void progressRunsToTheEnd() throws IOException {
        write(FILE, WarcMaker.archive(true, FILE, 5).bytes());
        write("b.warc", WarcMaker.archive(false, "b.warc", 5).bytes());
        List<Long> done = new ArrayList<>();
        long[] total = new long[1];
        AuditReport report = Auditor.audit(dir, Optional.empty(), Set.of(), (file, at, all) -> {
            done.add(at);
            total[0] = all;
        });
        assertEquals(report.bytes(), total[0]);
        assertEquals(total[0], done.get(done.size() - 1));
        assertEquals(done.stream().sorted().toList(), done);
    }

    @Test
    void brokenRuleInEveryRecordGivesABoundedReport() throws IOException {
        WarcMaker maker = new WarcMaker(true);
        maker.add(maker.info(FILE));
        for (int i = 0; i < 1500; i++) {
            maker.add(maker.page(i).without("WARC-Date"));
        }
        write(FILE, maker.bytes());
        AuditReport report = audit(Optional.empty());
        assertEquals(1001, report.findings().size());
        Finding last = report.findings().get(1000);
        assertEquals("more-findings", last.code());
        assertEquals(Level.WARNING, last.level());
    }

    private static byte[] arc(String url, byte[] content) {
        return WarcMaker.join(
                WarcMaker.utf8(url + " 127.0.0.1 20261122101500 text/plain " + content.length + "\n"),
                content,
                WarcMaker.utf8("\n"));
    }

    private static byte[] flipped(WarcMaker maker, int at) {
        byte[] bytes = maker.bytes();
        bytes[at] ^= 1;
        return bytes;
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(dir.resolve(name), bytes);
    }

    private AuditReport audit(Optional<IndexView> index) throws IOException {
        return Auditor.audit(dir, index, Set.of(), AuditProgress.SILENT);
    }

    /** Pages only, as an index of captures has them. */
    private static Optional<IndexView> index(String file, WarcMaker maker) {
        return Optional.of(IndexView.of(maker.places().stream().skip(1).map(at -> entry(file, at))));
    }

    private static IndexedRecord entry(String file, WarcMaker.At at) {
        return new IndexedRecord(at.id(), file, at.offset(), at.length(), at.payloadSha256());
    }

    private static Set<String> codes(AuditReport report) {
        return new java.util.TreeSet<>(
                report.findings().stream().map(Finding::code).toList());
    }
}
