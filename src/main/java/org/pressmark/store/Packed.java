package org.pressmark.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** JSON texts in BYTEA columns: one byte that tells the form (0 UTF-8, 1 zlib of UTF-8), then the text. */
final class Packed {
    private static final byte PLAIN = 0;
    private static final byte ZLIB = 1;
    private static final int SMALL = 200;

    private Packed() {}

    static byte[] pack(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length / 3 + SMALL);
        if (utf8.length <= SMALL) {
            out.write(PLAIN);
            out.writeBytes(utf8);
            return out.toByteArray();
        }
        out.write(ZLIB);
        Deflater deflater = new Deflater(4);
        try (DeflaterOutputStream zip = new DeflaterOutputStream(out, deflater)) {
            zip.write(utf8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    static String unpack(byte[] packed) {
        if (packed.length > 0 && packed[0] == PLAIN) {
            return new String(Arrays.copyOfRange(packed, 1, packed.length), StandardCharsets.UTF_8);
        }
        if (packed.length == 0 || packed[0] != ZLIB) {
            throw new StoreException("a packed text in the index is damaged: run rebuild");
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed, 1, packed.length - 1))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException("a packed text in the index is damaged: run rebuild", e);
        }
    }
}
