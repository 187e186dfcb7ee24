package org.pressmark.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Digest;

/**
 * How long the look-up of one new text's copies takes in an index on disk: {@code FOLDER TEXTS…}. The fingerprints are
 * invented by a fixed seed. A stored text has 44, which are those of some 200 words; a fifth of the texts share 32 of them with
 * the text before, each has five of a hundred that stand everywhere. The text that is asked about has 110, those of some 500
 * words, 44 of them a stored text's. Each number of texts gets an index of its own, filled in bulk and in the order of the
 * fingerprints, since a million texts in any other would take days; the index by texts, which a look-up does not use, is left
 * out. Prints for 200 look-ups, after 50 that do not count, the mean of the process's processor time, and the median and the
 * longest by the clock.
 */
public final class FingerprintSpeed {
    private static final int PRINTS = 44;
    private static final int SHARED = 32;
    private static final int EVERYWHERE = 5;
    private static final int ASKED = 110;
    private static final int AT_ONCE = 50_000;

    /** The fingerprints are made in so many parts, which follow each other in their order. */
    private static final int PARTS = 64;

    private FingerprintSpeed() {}

    public static void main(String[] args) throws IOException {
        for (String size : Arrays.asList(args).subList(1, args.length)) {
            int texts = Integer.parseInt(size);
            Path folder = Path.of(args[0], size);
            try (Store store = Store.open(StoreLocation.ofArchive(folder))) {
                fill(store, texts, folder.resolve("fingerprints.csv"));
                measure(store, texts);
            }
        }
    }

    private static void fill(Store store, int texts, Path rows) throws IOException {
        for (int from = 0; from < texts; from += AT_ONCE) {
            List<@Nullable Object[]> wordings = new ArrayList<>();
            for (int text = from; text < Math.min(texts, from + AT_ONCE); text++) {
                byte[] hash = Keys.sha256(("text " + text).getBytes(StandardCharsets.UTF_8));
                wordings.add(new @Nullable Object[] {
                    text + 1L, Digest.of(Digest.Algorithm.SHA256, hash).toString()
                });
            }
            store.batch(tx -> {
                tx.sql().batch("INSERT INTO wording (id, digest) VALUES (?, ?)", wordings);
                return true;
            });
        }
        write(texts, rows);
        alone(store, "DROP TABLE fingerprint");
        alone(store, "CREATE TABLE fingerprint (hash BIGINT NOT NULL, wording_id BIGINT NOT NULL) AS SELECT * FROM CSVREAD('"
                + rows.toAbsolutePath() + "', 'hash,wording_id')");
        alone(store, "ALTER TABLE fingerprint ADD PRIMARY KEY (hash, wording_id)");
        store.sync();
        Files.delete(rows);
    }

    private static void write(int texts, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int part = 0; part < PARTS; part++) {
                List<long[]> rows = new ArrayList<>();
                long[] before = new long[0];
                for (int text = 0; text < texts; text++) {
                    before = prints(text, before);
                    for (long print : before) {
                        if ((print >> Long.SIZE - 6) + PARTS / 2 == part) {
                            rows.add(new long[] {print, text + 1L});
                        }
                    }
                }
                rows.sort(Comparator.comparingLong((long[] row) -> row[0]).thenComparingLong(row -> row[1]));
                for (long[] row : rows) {
                    out.append(Long.toString(row[0])).append(',').append(Long.toString(row[1])).append('\n');
                }
            }
        }
    }

    private static void alone(Store store, String sql) {
        store.batch(tx -> {
            tx.sql().execute(sql);
            return true;
        });
    }

    /** The fingerprints of a text, each once; the text's number alone and the text before it decide. */
    private static long[] prints(int text, long[] before) {
        SplittableRandom chance = new SplittableRandom(7 + 31L * text);
        long[] prints = new long[PRINTS];
        int own = 0;
        if (before.length > 0 && chance.nextInt(5) == 0) {
            System.arraycopy(before, 0, prints, 0, SHARED);
            own = SHARED;
        }
        for (int i = own; i < PRINTS; i++) {
            int common = i - (PRINTS - EVERYWHERE);
            prints[i] = common < 0 ? chance.nextLong() : new SplittableRandom(common * 20L + chance.nextInt(20)).nextLong();
        }
        return prints;
    }

    private static void measure(Store store, int texts) {
        SplittableRandom chance = new SplittableRandom(11);
        double[] times = new double[200];
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long used = 0;
        for (int i = -50; i < times.length; i++) {
            int text = 1 + chance.nextInt(texts - 1);
            long[] stored = prints(text, prints(text - 1, new long[0]));
            long[] asked = LongStream.concat(Arrays.stream(stored), chance.longs(ASKED - PRINTS))
                    .toArray();
            used = i == 0 ? system.getProcessCpuTime() : used;
            long start = System.nanoTime();
            store.read(tx -> tx.fingerprints().sharing(asked, 2, 60, 500));
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        double mean = (system.getProcessCpuTime() - used) / 1e6 / times.length;
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "| %,d | %.1f | %.1f | %.1f |%n", texts, mean, times[100], times[199]);
    }
}
