package org.pressmark.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A process whose threads write without end, each in units of its own, and bring them to the disk now and then. Words: the
 * archive, a prefix for the ids. After each sync it prints how many units had been done before.
 */
final class Writers {
    private static final int THREADS = 4;
    private static final int UNIT = 10;

    private Writers() {}

    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Store store = Store.open(StoreLocation.ofArchive(Path.of(words[0])))) {
            AtomicLong done = new AtomicLong();
            for (int n = 0; n < THREADS; n++) {
                String prefix = words[1] + n + "-";
                new Thread(() -> write(store, prefix, done)).start();
            }
            while (true) {
                long before = done.get();
                store.sync();
                out.println(before);
                Thread.sleep(2);
            }
        }
    }

    private static void write(Store store, String prefix, AtomicLong done) {
        for (int unit = 0; ; unit++) {
            int first = unit * UNIT;
            store.batch(tx -> {
                IntStream.range(first, first + UNIT).forEach(i -> {
                    String id = prefix + i;
                    tx.captures().insert(Captures.page(id, Captures.A + i % 97, i, "x" + i * 31 % 1009));
                });
                return true;
            });
            done.incrementAndGet();
        }
    }
}
