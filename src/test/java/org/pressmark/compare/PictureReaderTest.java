package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.pressmark.model.BlockKind;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Digest;
import org.pressmark.model.Picture;
import org.pressmark.model.Picture.Look;
import org.pressmark.model.Witness;

/** Pictures are told by what they show, and no bytes that a page may hold are too much for the reader. */
final class PictureReaderTest {

    @Test
    void theSamePictureAtAnotherSizeCompressionAndFormatIsTheSame() throws IOException {
        BufferedImage photo = photo();
        Picture original = picture(jpeg(photo, 0.9f));
        assertTrue(same(original, picture(jpeg(photo, 0.2f))), "compressed hard");
        assertTrue(same(original, picture(jpeg(scaled(photo, 0.4), 0.7f))), "smaller");
        assertTrue(same(original, picture(jpeg(scaled(photo, 2.1), 0.7f))), "larger");
        assertTrue(same(original, picture(encoded(scaled(photo, 0.5), "png"))), "as PNG");
        assertTrue(same(original, picture(encoded(photo, "bmp"))), "as BMP");
        assertTrue(same(original, picture(encoded(scaled(photo, 0.5), "gif"))), "in 256 colours");
    }

    @Test
    void otherPicturesAreOthers() throws IOException {
        List<Picture> all = new ArrayList<>(List.of(picture(jpeg(photo(), 0.9f))));
        for (int seed = 1; seed <= 40; seed++) {
            all.add(picture(jpeg(scene(seed), 0.8f)));
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(same(all.get(i), all.get(j)), i + " and " + j);
            }
        }
    }

    @Test
    void aDetailOfAPictureIsAnother() throws IOException {
        BufferedImage photo = photo();
        BufferedImage detail = photo.getSubimage(
                photo.getWidth() / 3, photo.getHeight() / 4, photo.getWidth() / 3, photo.getHeight() / 3);
        assertFalse(same(picture(jpeg(photo, 0.9f)), picture(jpeg(detail, 0.9f))));
    }

    @Test
    void theThumbnailIsAFreshSmallJpeg() throws IOException {
        byte[] stored = jpeg(scaled(photo(), 3), 0.9f);
        Look look = PictureReader.read(stored, true).orElseThrow();
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(look.thumbnail()));
        assertEquals(320, Math.max(small.getWidth(), small.getHeight()));
        assertTrue(look.thumbnail().length < 60_000, "bytes: " + look.thumbnail().length);
        assertTrue(look.width() > small.getWidth(), "the stored size is told");
        assertEquals(0, PictureReader.read(stored, false).orElseThrow().thumbnail().length);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsPassedOver() throws IOException {
        assertTrue(PictureReader.read(new byte[0], true).isEmpty());
        assertTrue(PictureReader.read("<svg onload=alert(1)></svg>".getBytes(StandardCharsets.UTF_8), true)
                .isEmpty());
        assertTrue(PictureReader.read(new byte[PictureReader.BYTES + 1], true).isEmpty());
        assertTrue(PictureReader.read(pngHead(60_000, 60_000), true).isEmpty(), "3.6 gigapixels in 60 bytes");
        assertTrue(PictureReader.read(pngHead(0, 5), true).isEmpty());
    }

    @Test
    void brokenPicturesDoNoHarm() throws IOException {
        Random random = new Random(3);
        List<byte[]> sound = List.of(
                jpeg(scaled(photo(), 0.3), 0.8f),
                encoded(scaled(photo(), 0.2), "png"),
                encoded(scaled(photo(), 0.2), "gif"),
                encoded(scaled(photo(), 0.1), "bmp"));
        int read = 0;
        for (int round = 0; round < 120; round++) {
            byte[] bytes = sound.get(round % sound.size()).clone();
            for (int i = 0; i < 1 + round % 9; i++) {
                bytes[random.nextInt(round % 2 == 0 ? 64 : bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read += PictureReader.read(bytes, true).isPresent() ? 1 : 0;
            } catch (RuntimeException decodersOwn) {
                assertFalse(decodersOwn instanceof SecurityException);
            }
        }
        assertTrue(read > 0, "some are still readable");
    }

    @Test
    void aPictureUnderAnotherAddressIsNoChangeAndAnotherUnderTheSameIsOne() throws IOException {
        Picture photo = picture(jpeg(photo(), 0.9f));
        Picture again = picture(jpeg(scaled(photo(), 0.5), 0.6f));
        Picture other = picture(jpeg(scene(5), 0.8f));
        assertEquals(List.of(), changes("http://a.example/1.jpg", photo, "http://cdn.example/xyz?w=9", again));
        assertEquals(
                List.of(ChangeKind.IMAGE_CHANGED),
                changes("http://a.example/1.jpg", photo, "http://a.example/1.jpg", other));
        Picture unread = new Picture(photo.payload(), Optional.empty());
        assertEquals(
                List.of(),
                changes("http://a.example/1.webp", unread, "http://a.example/1.webp", other),
                "what cannot be read is told by its address");
    }

    private static List<ChangeKind> changes(String a, Picture pictureA, String b, Picture pictureB) {
        Comparison comparison = new Comparer().compare(witness("A", a, pictureA), witness("B", b, pictureB));
        return comparison.changes().stream().map(change -> change.kind()).toList();
    }

    private static Witness witness(String siglum, String src, Picture picture) {
        return Articles.article()
                .image(src)
                .with(BlockKind.PARAGRAPH, "Nobody was hurt in the accident near the harbour.")
                .witness(siglum)
                .with(java.util.Map.of(src, picture));
    }

    private static boolean same(Picture a, Picture b) {
        return a.same(b).orElseThrow();
    }

    private static Picture picture(byte[] bytes) {
        Digest digest = new Digest(
                Digest.Algorithm.SHA256, String.format("%064x", java.util.Arrays.hashCode(bytes) & 0xffffffffL));
        return new Picture(digest, PictureReader.read(bytes, false));
    }

    private static BufferedImage photo() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                PictureReaderTest.class.getResourceAsStream("/org/pressmark/demo/cavusoglu.jpg"))) {
            return ImageIO.read(in);
        }
    }

    /** Soft blobs on a gradient, as different as photographs are. */
    private static BufferedImage scene(int seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        double[][] blobs = new double[9][];
        for (int i = 0; i < blobs.length; i++) {
            blobs[i] = new double[] {
                random.nextDouble() * 300,
                random.nextDouble() * 200,
                20 + random.nextDouble() * 60,
                random.nextDouble() * 200 - 100
            };
        }
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                double light = 110;
                for (double[] blob : blobs) {
                    double distance = Math.hypot(x - blob[0], y - blob[1]) / blob[2];
                    light += blob[3] * Math.exp(-distance * distance);
                }
                int grey = (int) Math.max(0, Math.min(255, light));
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return image;
    }

    private static BufferedImage scaled(BufferedImage image, double by) {
        Pixels pixels = Pixels.of(image);
        int width = (int) Math.round(image.getWidth() * by);
        int height = (int) Math.round(image.getHeight() * by);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, pixels.average(x, y, width, height));
            }
        }
        return out;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                plain.setRGB(x, y, image.getRGB(x, y));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(plain, format, out), format);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] pngHead(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(0x89504E470D0A1A0AL);
        byte[] head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(head);
        data.writeInt(13);
        data.write(head);
        data.writeInt((int) crc.getValue());
        return out.toByteArray();
    }
}
