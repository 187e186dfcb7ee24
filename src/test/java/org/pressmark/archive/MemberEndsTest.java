package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Finding;
import org.pressmark.testing.TestWarc;

class MemberEndsTest {
    private static final String DATE = "2020-02-03T04:05:06Z";

    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();

    private List<CdxLine> lines(Path file) throws IOException {
        List<CdxLine> lines = new ArrayList<>();
        try (CdxScan scan = new CdxScan(2, findings::add)) {
            scan.scan(List.of(file), lines::add);
        }
        return lines;
    }

    private static MemberEnds ends(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return MemberEnds.of(channel, 0, channel.size());
        }
    }

    private static byte[] stored(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GzipMember member = new GzipMember(out, new Deflate(6))) {
            member.level(0);
            member.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] record(String url, byte[] block) {
        byte[] head =
                OddFiles.bytes("WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: "
                        + url + "\r\nWARC-Date: " + DATE
                        + "\r\nWARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"
                        + "Content-Type: application/octet-stream\r\nContent-Length: " + block.length + "\r\n\r\n");
        return OddFiles.join(head, block, OddFiles.bytes("\r\n\r\n"));
    }

    private static byte[] littleEndian(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    @Test
    void aMemberEndsWhereTheNextOneBeginsOrTheFileEnds() throws IOException {
        byte[] first = stored(record("http://a.example/1", OddFiles.noise(300_000, 1)));
        byte[] second = stored(record("http://a.example/2", OddFiles.noise(200_000, 2)));
        Path file = Files.write(dir.resolve("two.warc.gz"), OddFiles.join(first, second));
        int firstLength = record("http://a.example/1", new byte[300_000]).length;
        int secondLength = record("http://a.example/2", new byte[200_000]).length;
        assertEquals(first.length, ends(file).endOf(0, firstLength));
        assertEquals(first.length + second.length, ends(file).endOf(first.length, secondLength));
        assertEquals(-1, ends(file).endOf(0, firstLength + 1), "no place says so");
        assertEquals(2, lines(file).size());
        assertEquals(List.of(), findings);
    }

    @Test
    void bodiesAreNotUnpackedForAnIndex() throws IOException {
        byte[] member = stored(record("http://a.example/1", OddFiles.noise(300_000, 1)));
        byte[] whole = OddFiles.join(member, stored(record("http://a.example/2", new byte[10])));
        whole[200_000] ^= 1; // its checksum is wrong from here on
        Path file = Files.write(dir.resolve("flipped.warc.gz"), whole);
        assertEquals(2, lines(file).size());
        WarcScan.scan(file, record -> {}, findings::add);
        assertTrue(findings.stream().anyMatch(finding -> finding.code().equals("damaged-member")), "a check sees it");
    }

    /** What was sent says, at the right distance, all that the end of its record's member says. */
    @Test
    void aForgedEndWithinAPayloadIsNotBelieved() throws IOException {
        byte[] forged = stored(record("http://forged.example/", new byte[10]));
        int length = record("http://a.example/big", new byte[400_000]).length;
        byte[] block = OddFiles.noise(400_000, 3);
        byte[] lie = OddFiles.join(littleEndian(length), forged);
        System.arraycopy(lie, 0, block, 150_000, lie.length);
        byte[] first = stored(record("http://a.example/big", block));
        Path file = Files.write(
                dir.resolve("forged.warc.gz"),
                OddFiles.join(first, stored(record("http://a.example/2", new byte[10]))));
        assertEquals(-1, ends(file).endOf(0, length), "two places say so");
        assertEquals(
                List.of("http://a.example/big", "http://a.example/2"),
                lines(file).stream().map(CdxLine::url).toList());
    }

    @Test
    void ofAFileFullOfBeginningsNoneIsBelieved() throws IOException {
        byte[] block = new byte[600_000];
        for (int i = 0; i + 7 < block.length; i += 7) {
            System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8}, 0, block, i, 3);
        }
        Path file = Files.write(dir.resolve("full.warc.gz"), stored(record("http://a.example/", block)));
        assertEquals(-1, ends(file).endOf(0, record("http://a.example/", block).length));
        assertEquals(1, lines(file).size());
    }

    @Test
    void placesAcrossTheBoundsOfWhatIsReadAtOnceAreFound() throws IOException {
        TestWarc warc = new TestWarc();
        for (int i = 0; i < 600; i++) {
            warc.raw(stored(record("http://a.example/" + i, OddFiles.noise(4000 + i, i))));
        }
        Path file = warc.write(dir.resolve("many.warc.gz"));
        MemberEnds ends = ends(file);
        List<CdxLine> lines = lines(file);
        assertEquals(600, lines.size());
        for (int i = 1; i < lines.size(); i++) {
            long start = lines.get(i).location().offset();
            long end = start + lines.get(i).location().length();
            int length = record("http://a.example/" + i, new byte[4000 + i]).length;
            assertEquals(end, ends.endOf(start, length), "member " + i);
        }
    }
}
