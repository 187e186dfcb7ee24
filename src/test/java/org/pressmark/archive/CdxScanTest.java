package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Finding;
import org.pressmark.model.HttpHead;
import org.pressmark.testing.TestWarc;

class CdxScanTest {
    private static final String DATE = "2020-02-03T04:05:06Z";

    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();

    private List<CdxLine> lines(Path... files) throws IOException {
        List<CdxLine> lines = new ArrayList<>();
        try (CdxScan scan = new CdxScan(2, findings::add)) {
            scan.scan(List.of(files), lines::add);
        }
        return lines;
    }

    @Test
    void c19LinesHaveTheRequiredKeysAndC23CutOutOneMember() throws IOException {
        Path file = new TestWarc()
                .page("http://www.a.example/b?y&x#part", DATE, "<p>one")
                .revisit("http://a.example/c", DATE, "http://www.a.example/b?y&x", DATE, "<p>one")
                .write(dir.resolve("a.warc.gz"));
        List<CdxLine> lines = lines(file);
        assertEquals("example,a)/b?x&y", lines.get(0).key());
        assertEquals("warc/revisit", lines.get(1).mime());
        assertEquals("200", lines.get(1).status());
        byte[] all = Files.readAllBytes(file);
        for (CdxLine line : lines) {
            for (String key : List.of("url", "digest", "mime", "filename", "offset", "length", "status")) {
                assertTrue(line.cdxj().contains("\"" + key + "\": \""), line.cdxj());
            }
            int offset = (int) line.location().offset();
            try (GZIPInputStream member = new GZIPInputStream(new java.io.ByteArrayInputStream(
                    all, offset, (int) line.location().length()))) {
                String record = new String(member.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(record.contains("WARC-Target-URI: " + line.url() + "\r\n"), record);
                assertEquals(record.lastIndexOf("WARC/1.1"), record.indexOf("WARC/1.1"));
            }
        }
    }

    /** The expected lines are those of cdxj-indexer's own tests, for requests like these. */
    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, 'foo=bar&test=abc', 'foo=bar&test=abc', '?__wb_method=post&foo=bar&test=abc'",
        "application/x-www-form-urlencoded, 'foo=bar&dir=%2Fbaz', 'foo=bar&dir=/baz', '?__wb_method=post&dir=/baz&foo=bar'",
        "application/json, '{\"a\": \"b\", \"c\": {\"a\": 2}, \"d\": \"e\"}', 'a=b&a.2_=2&d=e', '?__wb_method=post&a=b&a.2_=2&d=e'",
        "application/json, '[{\"a\": \"b\", \"c\": {\"a\": 2}}, {\"d\": \"e\"}, \"no\", false, null, 0]', 'a=b&a.2_=2&d=e', '?__wb_method=post&a=b&a.2_=2&d=e'",
        "application/json, '{\"a\": [true, null, 1.5]}', 'a=True&a.2_=None&a.3_=1.5', '?__wb_method=post&a=true&a.2_=none&a.3_=1.5'",
        "application/json, 'no json', '', '?__wb_method=post'",
        "text/plain, 'foo=bar&dir=%2Fbaz', '__wb_post_data=Zm9vPWJhciZkaXI9JTJGYmF6', '?__wb_method=post&__wb_post_data=zm9vpwjhcizkaxi9jtjgymf6'",
        "application/octet-stream, 'foo=bar&dir=%2Fbaz', '__wb_post_data=Zm9vPWJhciZkaXI9JTJGYmF6', '?__wb_method=post&__wb_post_data=zm9vpwjhcizkaxi9jtjgymf6'",
        "multipart/form-data, 'foo=bar&dir=%2Fbaz', '__wb_post_data=Zm9vPWJhciZkaXI9JTJGYmF6', '?__wb_method=post&__wb_post_data=zm9vpwjhcizkaxi9jtjgymf6'",
    })
    void c22ListsAnswersUnderTheRequestWithItsBody(String type, String body, String query, String key)
            throws IOException {
        Path file = new TestWarc()
                .posted("http://a.example/x", DATE, type, body, "{}")
                .write(dir.resolve("post.warc.gz"));
        CdxLine line = lines(file).get(0);
        assertEquals("example,a)/x" + key, line.key());
        assertEquals(new CdxLine.Request("POST", query), line.request().orElseThrow());
        assertTrue(line.cdxj().contains("\"method\": \"POST\""), line.cdxj());
    }

    @Test
    void readsPartsOfAMultipartForm() {
        String body = """
                --xyz\r
                Content-Disposition: form-data; name="a b"\r
                \r
                one&two\r
                --xyz\r
                Content-Disposition: form-data; name=c; filename="f"\r
                \r
                three\r
                --xyz--\r
                """;
        HttpHead head = new HttpHead("POST / HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=xyz\r\n\r\n");
        assertEquals(
                "a+b=one%26two&c=three",
                RequestQuery.of(head, body.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .query());
    }

    @Test
    void aHugeOrNestedBodyCostsItsLengthOnly() {
        HttpHead head = new HttpHead("POST / HTTP/1.1\r\nContent-Type: application/json\r\n\r\n");
        byte[] nested = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertEquals("", RequestQuery.of(head, nested).orElseThrow().query());
        HttpHead binary = new HttpHead("POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
        assertEquals(
                4096,
                RequestQuery.of(binary, new byte[1_000_000])
                        .orElseThrow()
                        .query()
                        .length());
    }

    /** A file of 40 MB that does not pack, so that it is read in several parts. */
    private TestWarc large(String more) {
        TestWarc warc = new TestWarc();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            StringBuilder noise = new StringBuilder();
            while (noise.length() < 130_000) {
                noise.append((char) (' ' + random.nextInt(90)));
            }
            warc.posted("http://a.example/" + i, DATE, "application/x-www-form-urlencoded", "n=" + i, noise + more);
        }
        return warc;
    }

    @Test
    void aFileReadInPartsGivesWhatItGivesInOneGo() throws IOException {
        Path file = large("").write(dir.resolve("large.warc.gz"));
        List<Stretch> parts = Stretch.of(file);
        assertTrue(parts.size() > 1, "parts: " + parts.size());
        List<CdxLine> whole = new ArrayList<>();
        long size = Files.size(file);
        CdxLines inOneGo = new CdxLines(new Stretch(0, 0, size, size), whole::add, findings::add);
        WarcScan.scan(file, "large.warc.gz", Depth.HEADS, inOneGo);
        inOneGo.end();
        assertEquals(400, whole.size());
        assertEquals(whole, lines(file));
        assertEquals(List.of(), findings);
    }

    @Test
    void aMemberWithinAPayloadIsNoRecord() throws IOException {
        byte[] inner = TestWarc.member(("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://forged.example/\r\n"
                        + "WARC-Date: " + DATE + "\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        TestWarc warc = new TestWarc();
        byte[] six = OddFiles.join(inner, inner, inner, inner, inner, inner);
        byte[] noise = OddFiles.noise(1 << 20, 3);
        byte[] block = new byte[20 << 20];
        for (int at = 0; at + noise.length + six.length < block.length; at += noise.length + six.length) {
            System.arraycopy(noise, 0, block, at, noise.length);
            System.arraycopy(six, 0, block, at + noise.length, six.length);
        }
        byte[] head = ("WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/big\r\nWARC-Date: " + DATE
                        + "\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/octet-stream\r\nContent-Length: "
                        + block.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        warc.raw(stored(OddFiles.join(head, block, OddFiles.bytes("\r\n\r\n"))));
        warc.raw(stored(OddFiles.join(head, block, OddFiles.bytes("\r\n\r\n"))));
        Path file = warc.write(dir.resolve("forged.warc.gz"));
        assertTrue(Stretch.of(file).size() > 1, "it looks as if records began within");
        List<CdxLine> lines = lines(file);
        assertEquals(
                List.of("http://a.example/big", "http://a.example/big"),
                lines.stream().map(CdxLine::url).toList());
        assertEquals(List.of(), findings);
    }

    private static byte[] stored(byte[] bytes) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (GzipMember member = new GzipMember(out, new Deflate(6))) {
            member.level(0);
            member.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void zerosBehindTheLastMemberAreNoDamage() throws IOException {
        Path file = new TestWarc()
                .page("http://a.example/", DATE, "<p>one")
                .raw(new byte[100_000])
                .write(dir.resolve("padded.warc.gz"));
        assertEquals(1, lines(file).size());
        assertEquals(
                List.of(),
                findings.stream()
                        .filter(finding -> finding.level() == Finding.Level.DAMAGE)
                        .toList());
    }

    @Test
    void sortsMoreLinesThanAreHeldAndGivesEachOnce() throws IOException {
        Random random = new Random(5);
        List<String> expected = new ArrayList<>();
        try (LineSorter sorter = new LineSorter(dir, "test")) {
            for (int i = 0; i < 60_000; i++) {
                String line = Long.toString(random.nextLong(), 36) + " " + "x".repeat(random.nextInt(600));
                expected.add(line);
                sorter.add(line);
                sorter.add(line);
            }
            expected.sort(null);
            LineSorter.Sorted sorted = sorter.sorted();
            for (String line : expected) {
                assertEquals(line, sorted.next().orElseThrow());
            }
            assertTrue(sorted.next().isEmpty());
        }
        try (var left = Files.list(dir)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void escapesWhatNoLineMayHold() throws IOException {
        Path file =
                new TestWarc().page("http://a.example/\"q\"\\é", DATE, "<p>one").write(dir.resolve("odd name.warc.gz"));
        CdxLine line = lines(file).get(0);
        assertTrue(line.cdxj().chars().allMatch(c -> c >= ' ' && c < 0x7f), line.cdxj());
        assertTrue(line.cdxj().contains("http://a.example/\\\"q\\\"\\\\\\u00e9"), line.cdxj());
        assertEquals(11, line.cdx11().split(" ", -1).length);
        assertTrue(line.cdx11().endsWith("odd%20name.warc.gz"), line.cdx11());
    }
}
