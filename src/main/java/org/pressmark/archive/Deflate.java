package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;
import org.pressmark.model.Body;

/**
 * How hard records are compressed, and the compressors, which are used again: making one costs as much as deflating some
 * thousand bytes. Safe for many threads.
 */
final class Deflate {
    /** So many idle compressors are kept; each holds a quarter of a megabyte. */
    private static final int MOST_IDLE = 16;

    /** So much of a packed body tells whether deflating it again gains anything. */
    private static final int SAMPLE = 1 << 14;

    private final int level;
    private final Queue<Deflater> idle = new ConcurrentLinkedQueue<>();

    /** @param level from 1 (fast) to 9 (small) */
    Deflate(int level) {
        this.level = level;
    }

    /** A compressor at this level, as new. */
    Deflater take() {
        Deflater used = idle.poll();
        return used == null ? new Deflater(level, true) : used;
    }

    void giveBack(Deflater used) {
        if (idle.size() < MOST_IDLE) {
            used.reset();
            used.setLevel(level);
            idle.add(used);
        } else {
            used.end();
        }
    }

    /**
     * The level for a body: of one that the server or its format packed already, 1, or 0 (stored as it is) where a look at
     * its beginning shows that nothing is to be gained.
     */
    int levelFor(Body body, boolean packed) throws IOException {
        if (!packed || body.length() == 0) {
            return level;
        }
        byte[] sample;
        try (InputStream in = body.open()) {
            sample = in.readNBytes(SAMPLE);
        }
        Deflater trial = take();
        try {
            trial.setLevel(1);
            trial.setInput(sample);
            trial.finish();
            byte[] out = new byte[SAMPLE + 1024];
            int length = trial.deflate(out);
            return length * 100L > sample.length * 97L ? 0 : 1;
        } finally {
            giveBack(trial);
        }
    }
}
