package org.pressmark.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Digest;

/**
 * How long the look-up of one new text's copies takes in an index on disk: {@code FOLDER TEXTS…}. The fingerprints are
 * invented by a fixed seed: 110 a text, a fifth of the texts share 80 of them with the text before, each has five of a
 * hundred that stand everywhere. The index grows to each number of texts in turn; prints for 200 look-ups, after 50 that do
 * not count, the mean of the process's processor time, and the median and the longest by the clock.
 */
public final class FingerprintSpeed {
    private static final int PRINTS = 110;
    private static final int SHARED = 80;
    private static final int AT_ONCE = 500;

    private static final Random CHANCE = new Random(7);
    private static long[] last = new long[PRINTS];

    private FingerprintSpeed() {}

    public static void main(String[] args) {
        try (Store store = Store.open(StoreLocation.ofArchive(Path.of(args[0])))) {
            int texts = 0;
            List<long[]> sample = new ArrayList<>();
            for (String size : Arrays.asList(args).subList(1, args.length)) {
                while (texts < Integer.parseInt(size)) {
                    texts = fill(store, texts, sample);
                }
                store.sync();
                measure(store, texts, sample);
            }
        }
    }

    private static int fill(Store store, int from, List<long[]> sample) {
        List<@Nullable Object[]> wordings = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int text = from; text < from + AT_ONCE; text++) {
            long[] prints = CHANCE.nextInt(5) == 0 ? Arrays.copyOf(last, PRINTS) : new long[PRINTS];
            for (int i = prints[0] == 0 ? 0 : SHARED; i < PRINTS - 5; i++) {
                prints[i] = CHANCE.nextLong();
            }
            for (int i = PRINTS - 5; i < PRINTS; i++) {
                prints[i] = 1 + i * 20L + CHANCE.nextInt(20);
            }
            long id = text + 1L;
            String digest = Digest.of(
                            Digest.Algorithm.SHA256,
                            Keys.sha256(("text " + id).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .toString();
            wordings.add(new @Nullable Object[] {id, digest});
            Arrays.stream(prints).distinct().sorted().forEach(print -> rows.add(new @Nullable Object[] {print, id}));
            last = prints;
            if (text % 97 == 0) {
                sample.add(prints);
            }
        }
        rows.sort((a, b) -> Long.compare((long) a[0], (long) b[0]));
        store.batch(tx -> {
            tx.sql().batch("INSERT INTO wording (id, digest) VALUES (?, ?)", wordings);
            tx.sql().batch("INSERT INTO fingerprint (hash, wording_id) VALUES (?, ?)", rows);
            return true;
        });
        return from + AT_ONCE;
    }

    private static void measure(Store store, int texts, List<long[]> sample) {
        double[] times = new double[200];
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long used = 0;
        for (int i = -50; i < times.length; i++) {
            long[] asked = sample.get(CHANCE.nextInt(sample.size()));
            used = i == 0 ? system.getProcessCpuTime() : used;
            long before = System.nanoTime();
            store.read(tx -> tx.fingerprints().sharing(asked, 2, 60, 500));
            if (i >= 0) {
                times[i] = (System.nanoTime() - before) / 1e6;
            }
        }
        double mean = (system.getProcessCpuTime() - used) / 1e6 / times.length;
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "| %,d | %.1f | %.1f | %.1f |%n", texts, mean, times[100], times[199]);
    }
}
