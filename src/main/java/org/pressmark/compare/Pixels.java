package org.pressmark.compare;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/** The pixels of a picture, transparent ones on white. Colour profiles are passed over: they would cost more than they tell. */
@SuppressWarnings("ArrayRecordComponent") // a buffer that is read in place, never compared
record Pixels(int width, int height, int[] rgb) {
    private static final int OPAQUE = 255;

    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = new int[Math.multiplyExact(width, height)];
        Raster raster = image.getRaster();
        boolean plain = image.getColorModel() instanceof ComponentColorModel model && model.getComponentSize(0) == 8;
        int bands = raster.getNumBands();
        int[] row = new int[Math.multiplyExact(width, bands)];
        for (int y = 0; y < height; y++) {
            if (plain) {
                raster.getPixels(0, y, width, 1, row);
                for (int x = 0; x < width; x++) {
                    int at = x * bands;
                    boolean grey = bands < 3;
                    int alpha = bands == 2 ? row[at + 1] : bands == 4 ? row[at + 3] : OPAQUE;
                    rgb[y * width + x] = over(alpha, row[at], row[grey ? at : at + 1], row[grey ? at : at + 2]);
                }
            } else {
                for (int x = 0; x < width; x++) {
                    int argb = image.getRGB(x, y);
                    rgb[y * width + x] = over(argb >>> 24, argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
                }
            }
        }
        return new Pixels(width, height, rgb);
    }

    private static int over(int alpha, int red, int green, int blue) {
        int white = OPAQUE - alpha;
        return (red * alpha / OPAQUE + white) << 16
                | (green * alpha / OPAQUE + white) << 8
                | (blue * alpha / OPAQUE + white);
    }

    /** The mean colour of one cell of a grid of so many columns and rows laid over the picture. */
    int average(int column, int row, int columns, int rows) {
        int x0 = (int) ((long) column * width / columns);
        int x1 = Math.max(x0 + 1, (int) ((long) (column + 1) * width / columns));
        int y0 = (int) ((long) row * height / rows);
        int y1 = Math.max(y0 + 1, (int) ((long) (row + 1) * height / rows));
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                int there = rgb[y * width + x];
                red += there >> 16 & 0xff;
                green += there >> 8 & 0xff;
                blue += there & 0xff;
            }
        }
        long count = (long) (x1 - x0) * (y1 - y0);
        return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    /** The brightness of each cell of a grid, 0 to 255, row by row. */
    double[] light(int columns, int rows) {
        double[] out = new double[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int there = average(x, y, columns, rows);
                // ITU-R BT.601
                out[y * columns + x] =
                        0.299 * (there >> 16 & 0xff) + 0.587 * (there >> 8 & 0xff) + 0.114 * (there & 0xff);
            }
        }
        return out;
    }
}
