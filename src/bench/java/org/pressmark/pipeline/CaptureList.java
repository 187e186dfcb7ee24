package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.fetch.FetchRequest;
import org.pressmark.fetch.Fetcher;
import org.pressmark.model.FetchOutcome;

/**
 * Captures a list of addresses of one host with several connections and no pauses, as a crawl does it, articles deferred:
 * robots, conditional requests, link discovery, request, response and metadata records, both digests, index rows.
 *
 * <p>{@code java … CaptureList URLS_TXT ARCHIVE_DIR CONNECTIONS}
 */
public final class CaptureList {
    private CaptureList() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> urls = Files.readAllLines(Path.of(args[0]));
        int connections = Integer.parseInt(args[2]);
        Map<Setting, Settings.Value> values = new HashMap<>();
        Map.of(
                        Setting.ARCHIVE_DIR, args[1],
                        Setting.FETCH_ALLOW_ADDRESSES, "127.0.0.1",
                        Setting.FETCH_CONTACT, "http://127.0.0.1/contact",
                        Setting.FETCH_DELAY, "0s",
                        Setting.FETCH_REQUISITE_DELAY, "0s",
                        Setting.FETCH_CONNECTIONS, args[2])
                .forEach((setting, text) -> values.put(setting, new Settings.Value(text, "bench")));
        try (Pipeline house = Pipeline.open(Settings.defaults().with(values), "bench", System.err::println)) {
            new CatchUp(house).run();
            KeepExchange keep = new KeepExchange(house, true);
            Queue<String> queue = new ConcurrentLinkedQueue<>(urls);
            AtomicInteger kept = new AtomicInteger();
            try (Fetcher fetcher = house.fetcher(keep::robots)) {
                Thread[] threads = new Thread[connections];
                for (int i = 0; i < connections; i++) {
                    threads[i] = new Thread(() -> work(queue, fetcher, keep, kept));
                    threads[i].start();
                }
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            keep.flush();
            System.out.println(kept.get() + " of " + urls.size() + " addresses kept");
        }
    }

    private static void work(Queue<String> queue, Fetcher fetcher, KeepExchange keep, AtomicInteger kept) {
        for (String url = queue.poll(); url != null; url = queue.poll()) {
            Earlier earlier = keep.earlier(url);
            FetchOutcome outcome =
                    fetcher.fetch(FetchRequest.page(url).withValidators(earlier.etag(), earlier.lastModified()));
            if (outcome instanceof FetchOutcome.NotModified same) {
                keep.notModified(same.exchange(), earlier, Found.SEED);
                kept.incrementAndGet();
            } else if (outcome instanceof FetchOutcome.Fetched fetched) {
                keep.page(fetched.exchange(), Found.SEED);
                kept.incrementAndGet();
            } else {
                System.err.println(outcome);
            }
        }
    }
}
