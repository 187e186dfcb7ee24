package org.pressmark.compare;

import java.util.Arrays;

/** Two hashes that stay nearly the same when a picture is scaled, compressed again, or made a little lighter. */
final class PictureHash {
    private static final int GRID = 32;
    private static final int LOW = 8;

    private PictureHash() {}

    /**
     * The signs, against their median, of the lowest frequencies of the discrete cosine transform (type II) of 32 by 32 means,
     * the mean brightness left out. (C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010.)
     */
    static long pattern(Pixels pixels) {
        double[] light = pixels.light(GRID, GRID);
        double[] rows = new double[LOW * GRID];
        for (int u = 0; u < LOW; u++) {
            for (int y = 0; y < GRID; y++) {
                for (int x = 0; x < GRID; x++) {
                    rows[u * GRID + y] += light[y * GRID + x] * cosine(x, u);
                }
            }
        }
        double[] low = new double[LOW * LOW];
        for (int u = 0; u < LOW; u++) {
            for (int v = 0; v < LOW; v++) {
                for (int y = 0; y < GRID; y++) {
                    low[v * LOW + u] += rows[u * GRID + y] * cosine(y, v);
                }
            }
        }
        double[] sorted = Arrays.copyOfRange(low, 1, low.length);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        long hash = 0;
        for (int i = 1; i < low.length; i++) {
            hash |= low[i] > median ? 1L << i : 0;
        }
        return hash;
    }

    private static double cosine(int at, int frequency) {
        return Math.cos(Math.PI * frequency * (2 * at + 1) / (2.0 * GRID));
    }

    /** Whether each of 8 by 8 means is brighter than its neighbour on the right. */
    static long gradients(Pixels pixels) {
        double[] light = pixels.light(LOW + 1, LOW);
        long hash = 0;
        for (int y = 0; y < LOW; y++) {
            for (int x = 0; x < LOW; x++) {
                hash = hash << 1 | (light[y * (LOW + 1) + x] > light[y * (LOW + 1) + x + 1] + 1 ? 1 : 0);
            }
        }
        return hash;
    }
}
