package org.pressmark.archive;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;

class WarcScanTest {
    private static final String HTTP = "application/http;msgtype=response";

    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();

    private List<ScannedRecord> scan(byte[]... parts) throws IOException {
        Path file = dir.resolve("file.warc.gz");
        Files.write(file, join(parts));
        findings.clear();
        return Sample.records(file, findings);
    }

    private List<String> codes() {
        return findings.stream()
                .map(finding -> finding.code() + "@" + finding.offset())
                .toList();
    }

    private static List<String> uris(List<ScannedRecord> records) {
        return records.stream().map(record -> record.targetUri().orElse("-")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"})
    void readsEveryVersion(String version) throws IOException {
        String record = record(version, "response", "http://a/", HTTP, http("HTTP/1.1 200 OK", "x"), "");
        assertEquals(version, scan(bytes(record)).get(0).version());
        assertEquals(1, scan(member(record)).get(0).payloadLength());
        assertEquals(List.of(), findings);
    }

    @Test
    void readsLineFeedsAndFoldedLines() throws IOException {
        String record = response("http://a/", "x")
                .replace("WARC-Date", "X-Long: one\r\n two\r\n\tthree\r\nWARC-Date")
                .replace("\r\n", "\n");
        String block = record.substring(record.indexOf("\n\n") + 2, record.length() - 2);
        record = record.replaceFirst("Content-Length: [0-9]+", "Content-Length: " + block.length());
        List<ScannedRecord> records = scan(bytes(record + record));
        assertEquals(List.of("http://a/", "http://a/"), uris(records));
        assertEquals("one two three", records.get(0).field("x-long").orElseThrow());
        assertEquals(200, records.get(1).http().orElseThrow().status());
        assertEquals(List.of(), findings);
    }

    @Test
    void readsAddressesAsOthersWriteThem() throws IOException {
        assertEquals(
                List.of("http://a/b", "http://a/with blank"),
                uris(scan(member(response("<http://a/b>", "x")), member(response("http://a/with blank", "x")))));
    }

    @ParameterizedTest
    @CsvSource({
        "'4\r\nWiki\r\n5;ext=1\r\npedia\r\n0\r\nTrailer: x\r\n\r\n', Wikipedia, false",
        "'not chunked at all', 'not chunked at all', true",
        "'4\r\nWiki\r\nFFFFFF\r\npedia', Wikipedia, true",
        "'4\r\nWikipedia\r\n0\r\n\r\n', 'Wikipedia\r\n0\r\n\r\n', true",
        "'', '', true",
        "'0\r\n\r\n', '', false",
    })
    void joinsChunksAndForgivesThoseThatLie(String stored, String payload, boolean lied) throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked";
        ScannedRecord record = scan(member(record("WARC/1.0", "response", "http://a/", HTTP, http(head, stored), "")))
                .get(0);
        assertEquals(Optional.of(Sample.body(payload).sha256()), record.payloadSha256());
        assertEquals(lied ? List.of("chunks-lie@0") : List.of(), codes());
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200\r\n\r\nx', 200, 1",
        "'HTTP/1.1 200 OK\r\nA: b', 200, 0",
        "'<html>\r\n\r\n</html>', 0, 17",
        "'', 0, 0",
    })
    void readsHeadsThatLackSomething(String block, int status, int length) throws IOException {
        ScannedRecord record = scan(member(record("WARC/1.0", "response", "http://a/", HTTP, block, "")))
                .get(0);
        assertEquals(status, record.http().map(head -> head.status()).orElse(0));
        assertEquals(length, record.payloadLength());
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, -1, 1, 2, 3, 4, 5, 500, 100_000_000})
    void readsOnBehindAWrongLength(int wrong) throws IOException {
        String first = response("http://a/1", "one one one");
        String bad = response("http://a/2", "two two two");
        int length = Integer.parseInt(bad.replaceFirst("(?s).*Content-Length: ([0-9]+).*", "$1"));
        String lying = bad.replace("Content-Length: " + length, "Content-Length: " + (length + wrong));
        String last = response("http://a/3", "three");
        List<ScannedRecord> plain = scan(bytes(first), bytes(lying), bytes(last));
        assertEquals(List.of("http://a/1", "http://a/2", "http://a/3"), uris(plain));
        assertEquals(
                Optional.of(Sample.body("two two two").sha1()), plain.get(1).payloadSha1());
        assertTrue(codes().get(0).startsWith("content-length-wrong"), "" + codes());
        List<ScannedRecord> packed = scan(member(first), member(lying), member(last));
        assertEquals(List.of("http://a/1", "http://a/2", "http://a/3"), uris(packed));
        assertEquals(
                Optional.of(Sample.body("two two two").sha1()), packed.get(1).payloadSha1());
    }

    @Test
    void passesOverGarbageBetweenRecords() throws IOException {
        byte[] one = bytes(response("http://a/1", "x"));
        byte[] two = bytes(response("http://a/2", "x"));
        assertEquals(List.of("http://a/1", "http://a/2"), uris(scan(one, noise(5000, 1), bytes("\n"), two)));
        assertEquals(List.of("no-record@" + one.length), codes());
        byte[] packed = member(one);
        byte[] noise = noise(200_000, 2);
        assertEquals(List.of("http://a/1", "http://a/2"), uris(scan(packed, noise, member(two))));
        assertEquals(List.of("damaged-member@" + packed.length), codes());
        assertEquals(Finding.Level.DAMAGE, findings.get(0).level());
    }

    @Test
    void tellsATruncatedTail() throws IOException {
        byte[] one = member(response("http://a/1", "x"));
        byte[] two = member(response("http://a/2", "y".repeat(5000)));
        for (int length = 1; length < two.length; length++) {
            assertEquals(List.of("http://a/1"), uris(scan(one, Arrays.copyOf(two, length))), "cut to " + length);
            assertEquals(List.of("damaged-member@" + one.length), codes());
        }
        byte[] plain = bytes(response("http://a/2", "y".repeat(5000)));
        assertEquals(List.of("http://a/1"), uris(scan(bytes(response("http://a/1", "x")), Arrays.copyOf(plain, 900))));
        assertEquals("record-cut-off", findings.get(0).code());
    }

    @Test
    void findsTheNextMemberBehindADamagedOne() throws IOException {
        byte[] one = member(response("http://a/1", "x"));
        byte[] two = member(join(bytes(response("http://a/2", "")), noise(100_000, 3)));
        byte[] three = member(response("http://a/3", "x"));
        two[two.length / 2] ^= 8;
        assertEquals(
                List.of("http://a/1", "http://a/3"),
                uris(scan(one, two, three)).stream()
                        .distinct()
                        .filter(u -> !u.endsWith("2"))
                        .toList());
        assertTrue(codes().contains("damaged-member@" + one.length), "" + codes());
    }

    @Test
    void readsAWholeFileInOneMemberAndSaysSo() throws IOException {
        List<ScannedRecord> records = scan(member(response("http://a/1", "x") + response("http://a/2", "x")));
        assertEquals(List.of("http://a/1", "http://a/2"), uris(records));
        assertEquals(
                List.of(false, false),
                records.stream().map(ScannedRecord::alone).toList());
        assertEquals(List.of("not-record-at-a-time@0"), codes());
    }

    @Test
    void readsARecordThatLiesInSeveralMembers() throws IOException {
        byte[] whole = bytes(response("http://a/1", "y".repeat(500)));
        List<ScannedRecord> records = scan(
                member(Arrays.copyOf(whole, 400)),
                member(Arrays.copyOfRange(whole, 400, whole.length)),
                member(response("http://a/2", "x")));
        assertEquals(List.of("http://a/1", "http://a/2"), uris(records));
        assertEquals(500, records.get(0).payloadLength());
        assertEquals(
                List.of(false, true), records.stream().map(ScannedRecord::alone).toList());
    }

    @Test
    void readsArcFiles() throws IOException {
        String content = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old</p>";
        String description = "1 0 Sample\nURL IP-address Archive-date Content-type Archive-length\n";
        String first = "filedesc://old.arc 0.0.0.0 20040102030405 text/plain " + description.length() + "\n"
                + description + "\n";
        String second =
                "http://a/with blank 192.0.2.1 20040102030406 text/html " + content.length() + "\n" + content + "\n";
        String third = "dns:a 192.0.2.1 20040102030407 text/dns 3\nabc\n";
        for (List<ScannedRecord> records : List.of(
                scan(bytes(first), bytes(second), bytes(third)), scan(member(first), member(second), member(third)))) {
            assertEquals(
                    List.of("warcinfo", "response", "resource"),
                    records.stream().map(ScannedRecord::type).toList());
            assertEquals("http://a/with blank", records.get(1).targetUri().orElseThrow());
            assertEquals(
                    "2004-01-02T03:04:06Z", records.get(1).date().orElseThrow().toString());
            assertEquals(
                    Optional.of(Sample.body("<p>old</p>").sha256()),
                    records.get(1).payloadSha256());
            assertTrue(records.get(1).recordId().startsWith("urn:uuid:"));
            assertEquals(List.of(), findings);
        }
    }

    @Test
    void tellsDigestsThatDiffer() throws IOException {
        String wrong = Sample.body("other").sha1().base32();
        scan(member(record(
                "WARC/1.1",
                "response",
                "http://a/",
                HTTP,
                http("HTTP/1.1 200 OK", "x"),
                "WARC-Payload-Digest: " + wrong + "\r\nWARC-Block-Digest: " + wrong + "\r\n")));
        assertEquals(List.of("block-digest-differs@0", "payload-digest-differs@0"), codes());
        String chunked = "1\r\nx\r\n0\r\n\r\n";
        scan(member(record(
                "WARC/1.1",
                "response",
                "http://a/",
                HTTP,
                http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", chunked),
                "WARC-Payload-Digest: " + Sample.body(chunked).sha1().base32() + "\r\n")));
        assertEquals(List.of(), codes(), "some writers digest the chunks");
    }

    @ParameterizedTest
    @CsvSource({
        "28b52ffd0000, zstd",
        "5d2a4d1804000000, zstd",
        "502a4d1804000000, zstd",
        "504b0304, ZIP",
        "255044462d, PDF",
        "89504e47, picture",
        "'', empty",
        "3c68746d6c3e, HTML",
    })
    void refusesOtherFilesByTheirFirstBytes(String hex, String word) throws IOException {
        Path file = dir.resolve("really.warc.gz");
        Files.write(file, java.util.HexFormat.of().parseHex(hex));
        NotAnArchiveException refused = assertThrows(NotAnArchiveException.class, () -> Sample.records(file, findings));
        assertTrue(refused.found().contains(word), refused.found());
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void comesToAnEndOnMutatedFiles() throws IOException {
        Random random = new Random(11);
        byte[][] seeds = {
            join(
                    member(response("http://a/1", "x".repeat(3000))),
                    member(response("http://a/2", "y")),
                    member(record("WARC/1.1", "metadata", "http://a/", "application/warc-fields", "via: x\r\n", ""))),
            join(
                    bytes(response("http://a/1", "x".repeat(3000))),
                    bytes(response("http://a/2", "WARC/1.0\r\n")),
                    bytes(record("WARC/1.1", "request", "http://a/", HTTP, "GET / HTTP/1.1\r\n\r\n", ""))),
            member(response("http://a/1", "z".repeat(9000)) + response("http://a/2", "z")),
            bytes(
                    "filedesc://x.arc 0.0.0.0 20040102030405 text/plain 3\nabc\nhttp://a/ 192.0.2.1 20040102030405 text/html 5\nhello\n"),
        };
        int survived = 0;
        for (int round = 0; round < 800; round++) {
            byte[] bytes = mutated(seeds[round % seeds.length], random);
            try {
                survived += scan(bytes).size();
                List<Capture> captures = new ArrayList<>();
                Contents.captures(dir.resolve("file.warc.gz"), captures::add, finding -> {});
            } catch (NotAnArchiveException refused) {
                survived++;
            }
        }
        assertTrue(survived > 300, "survived " + survived);
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 ->
                    bytes = join(
                            Arrays.copyOf(bytes, at),
                            noise(random.nextInt(40), at),
                            Arrays.copyOfRange(bytes, at, bytes.length));
                default ->
                    bytes = join(
                            Arrays.copyOf(bytes, at),
                            Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length),
                            bytes);
            }
            if (bytes.length > 60_000) {
                bytes = Arrays.copyOf(bytes, 60_000);
            }
        }
        return bytes;
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostileFilesCostNoMoreThanTheirLength() throws IOException {
        byte[] falseStarts = new byte[500_000];
        byte[] start = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
        for (int i = 0; i + start.length < falseStarts.length; i += start.length) {
            System.arraycopy(start, 0, falseStarts, i, start.length);
        }
        assertEquals(List.of(), scan(falseStarts));
        String endless = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999\r\n\r\n";
        assertEquals(
                10_000,
                scan(bytes(endless.repeat(10_000) + response("http://a/", "x"))).size() - 1);
        assertEquals(0, scan(bytes("WARC/1.0\r\n" + "X: y\r\n".repeat(300_000))).size());
        assertEquals(0, scan(bytes("WARC/1.0\r\nX: " + "y".repeat(3_000_000))).size());
        assertEquals(
                1,
                scan(member(bytes(response("http://a/", "0".repeat(50_000_000)))))
                        .size());
    }
}
