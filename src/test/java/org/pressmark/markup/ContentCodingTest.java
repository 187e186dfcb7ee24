package org.pressmark.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
    private static final byte[] PAGE = "<p>Grüße aus Köln. ".repeat(500).getBytes(UTF_8);
    private static final long MUCH = 1 << 20;

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream coder = new GZIPOutputStream(out)) {
            coder.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean wrapped) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream coder = new DeflaterOutputStream(out, new Deflater(6, !wrapped))) {
            coder.write(bytes);
        }
        return out.toByteArray();
    }

    private static ContentCoding.Decoded decode(byte[] bytes, String coding) {
        return ContentCoding.decode(bytes, Optional.of(coding), MUCH);
    }

    @Test
    void undoesGzipUnderBothItsNames() throws IOException {
        assertArrayEquals(PAGE, decode(gzip(PAGE), "gzip").bytes());
        assertArrayEquals(PAGE, decode(gzip(PAGE), " X-GZip").bytes());
        assertTrue(decode(gzip(PAGE), "gzip").complete());
    }

    @Test
    void undoesDeflateWithAndWithoutItsWrapper() throws IOException {
        assertArrayEquals(PAGE, decode(deflate(PAGE, true), "deflate").bytes());
        assertArrayEquals(PAGE, decode(deflate(PAGE, false), "deflate").bytes());
    }

    @Test
    void undoesBrotli() {
        // "<html>brotli</html>" as brotli -q 1 stores it: one uncompressed meta-block (RFC 7932 §9.2)
        byte[] stored = HexFormat.of()
                .parseHex("0b0980" + HexFormat.of().formatHex("<html>brotli</html>".getBytes(UTF_8)) + "03");
        assertEquals("<html>brotli</html>", new String(decode(stored, "br").bytes(), UTF_8));
    }

    @Test
    void undoesSeveralInTheOrderOfTheirApplication() throws IOException {
        assertArrayEquals(
                PAGE, decode(gzip(deflate(PAGE, true)), "deflate, gzip").bytes());
        assertArrayEquals(PAGE, decode(gzip(PAGE), "identity, gzip").bytes());
    }

    @Test
    void readsEveryMemberOfAGzipFile() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(gzip(PAGE));
        two.write(gzip(PAGE));
        assertEquals(2 * PAGE.length, decode(two.toByteArray(), "gzip").bytes().length);
    }

    @Test
    void plainBytesAreGivenAsTheyAre() {
        assertArrayEquals(
                PAGE, ContentCoding.decode(PAGE, Optional.empty(), MUCH).bytes());
        assertArrayEquals(PAGE, decode(PAGE, "identity").bytes());
    }

    @Test
    void stopsABombAtTheLimit() throws IOException {
        byte[] bomb = gzip(gzip(new byte[20_000_000]));
        ContentCoding.Decoded result = ContentCoding.decode(bomb, Optional.of("gzip, gzip"), 100_000);
        assertEquals(100_000, result.bytes().length);
        assertTrue(result.truncated());
        assertTrue(result.problem().orElse("").contains("100000"));
    }

    @Test
    void aBodyAsLongAsTheLimitIsWhole() throws IOException {
        assertTrue(ContentCoding.decode(gzip(PAGE), Optional.of("gzip"), PAGE.length)
                .complete());
        assertTrue(ContentCoding.decode(PAGE, Optional.empty(), PAGE.length).complete());
        assertEquals(10, ContentCoding.decode(PAGE, Optional.empty(), 10).bytes().length);
    }

    @Test
    void givesWhatCouldBeReadOfACutOffBody() throws IOException {
        byte[] random = new byte[50_000];
        new Random(1).nextBytes(random);
        byte[] coded = gzip(random);
        ContentCoding.Decoded result = decode(Arrays.copyOf(coded, coded.length / 2), "gzip");
        assertFalse(result.complete());
        assertFalse(result.truncated());
        assertTrue(result.bytes().length > 10_000, "bytes " + result.bytes().length);
        assertArrayEquals(Arrays.copyOf(random, result.bytes().length), result.bytes());
    }

    @Test
    void aWrongGzipLabelGivesTheStoredBytesAndSaysSo() {
        ContentCoding.Decoded result = decode(PAGE, "gzip");
        assertArrayEquals(PAGE, result.bytes());
        assertTrue(result.problem().orElse("").contains("not"));
    }

    @Test
    void namesACodingThatItDoesNotKnow() {
        ContentCoding.Decoded result = decode(PAGE, "compress");
        assertEquals(Optional.of("unsupported content-coding: compress"), result.problem());
        assertArrayEquals(PAGE, result.bytes());
    }

    @Test
    void anEmptyBodyIsEmptyUnderAnyLabel() {
        for (String coding : new String[] {"gzip", "br", "deflate"}) {
            assertTrue(decode(new byte[0], coding).complete());
        }
    }

    @Test
    void damageNeverThrows() throws IOException {
        Random random = new Random(7);
        byte[][] bodies = {gzip(PAGE), deflate(PAGE, true), deflate(PAGE, false), PAGE};
        for (int round = 0; round < 4000; round++) {
            byte[] body = bodies[round % bodies.length].clone();
            for (int hit = 0; hit <= round % 5; hit++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(body, random.nextInt(body.length) + 1);
            for (String coding : new String[] {"gzip", "deflate", "br"}) {
                assertTrue(decode(cut, coding).bytes().length <= MUCH);
            }
        }
    }

    @Test
    void aFailingStreamIsNoDamageInsideIt() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThrows(IOException.class, () -> ContentCoding.decode(broken, Optional.of("gzip"), MUCH));
    }
}
