package org.pressmark.compare;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.pressmark.model.Picture.Look;

/**
 * Reads what a stored picture shows. Of the bytes only pixels are taken: of PNG, JPEG, GIF and BMP, the first frame, at most
 * {@link #PIXELS} of them, of which no more are kept than a thumbnail needs. Metadata and profiles are passed over.
 */
public final class PictureReader {
    /** Longest file that is read, in bytes. */
    public static final int BYTES = 24 << 20;

    /** Largest picture that is decoded, in pixels. */
    private static final long PIXELS = 40_000_000;

    /** Of a larger picture every second, third … pixel is read. */
    private static final long KEPT = 1_500_000;

    private static final int THUMBNAIL = 320;

    private PictureReader() {}

    /**
     * Reads a picture.
     *
     * @param bytes of the file, hostile or not
     * @param thumbnail whether to make a small picture, too
     * @return empty where the format is unknown, the picture is too large, or the bytes are broken
     * @throws RuntimeException of many kinds, from the decoders, on hostile bytes; to be guarded against by the caller
     */
    public static Optional<Look> read(byte[] bytes, boolean thumbnail) {
        if (bytes.length > BYTES) {
            return Optional.empty();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader, thumbnail);
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Look> read(ImageReader reader, boolean thumbnail) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width < 1 || height < 1 || pixels > PIXELS) {
            return Optional.empty();
        }
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / KEPT)));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        Pixels seen = Pixels.of(reader.read(0, param));
        return Optional.of(new Look(
                width,
                height,
                PictureHash.pattern(seen),
                PictureHash.gradients(seen),
                thumbnail ? thumbnail(seen) : new byte[0]));
    }

    /** A JPEG of at most {@link #THUMBNAIL} pixels a side, made of nothing but the pixels. */
    private static byte[] thumbnail(Pixels seen) throws IOException {
        double scale = Math.min(1, (double) THUMBNAIL / Math.max(seen.width(), seen.height()));
        int width = Math.max(1, (int) Math.round(seen.width() * scale));
        int height = Math.max(1, (int) Math.round(seen.height() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                small.setRGB(x, y, seen.average(x, y, width, height));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(small, "jpeg", out);
        return out.toByteArray();
    }
}
