package org.pressmark.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Queued;
import org.pressmark.model.Schedule;
import org.pressmark.model.Scope;
import org.pressmark.model.Sighting;
import org.pressmark.model.Source;
import org.pressmark.model.VisitHistory;
import org.pressmark.store.Store;

/**
 * Fills a frontier with very many addresses over some hundred hosts, as pages that name two hundred each would, and has a
 * crawl visit some of them. The hosts are private addresses: the guard refuses them, so that nothing leaves this machine and
 * all that is measured is the frontier. Prints the heap in use, after a collection, as it goes.
 *
 * <p>{@code java -Xmx256m … MillionQueued FOLDER ADDRESSES VISITS}
 */
public final class MillionQueued {
    private static final int HOSTS = 300;
    private static final int ON_A_PAGE = 200;
    /** So many pages are written together, as a busy crawl does. */
    private static final int PAGES = 5;

    private MillionQueued() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        int addresses = Integer.parseInt(args[1]);
        int visits = Integer.parseInt(args[2]);
        Files.createDirectories(folder);
        Map<Setting, Settings.Value> values = new HashMap<>();
        Map.of(
                        Setting.ARCHIVE_DIR, folder.toString(),
                        Setting.FETCH_DELAY, "0s",
                        Setting.FETCH_ROBOTS, "false",
                        Setting.CAPTURE_EXTRACT, "false")
                .forEach((setting, text) -> values.put(setting, new Settings.Value(text, "bench")));
        Source source = new Source(
                "million",
                List.of(url(0)),
                List.of(),
                List.of(),
                List.of(),
                new Scope(List.of(), List.of(), List.of(), List.of("^http://10[.]"), List.of(), 20),
                Schedule.DEFAULT,
                Source.Limits.DEFAULT,
                false);
        try (Pipeline house = Pipeline.open(Settings.defaults().with(values), "bench", finding -> {})) {
            house.warcs();
            System.out.println("| queued | heap in use MB | rows/s |\n|---|---|---|");
            fill(house, source, addresses);
            drain(house, source, visits);
        }
    }

    private static void fill(Pipeline house, Source source, int addresses) {
        Store store = house.store();
        Frontier frontier = new Frontier(store);
        Followed followed = Followed.of(source);
        Instant now = house.clock().instant();
        Queued page = new Queued(
                sighting(0),
                source.name(),
                1,
                3,
                VisitHistory.fresh(now, Optional.empty()),
                Optional.of(now),
                false,
                Optional.empty());
        long began = System.nanoTime();
        int step = addresses / 10;
        for (int next = 1; next < addresses; next += ON_A_PAGE * PAGES) {
            List<Queued> fresh = new ArrayList<>();
            Map<String, String> shapes = new HashMap<>();
            for (int i = 0; i < PAGES; i++) {
                List<Sighting> links = new ArrayList<>();
                for (int n = 0; n < ON_A_PAGE; n++) {
                    links.add(sighting(next + i * ON_A_PAGE + n));
                }
                Frontier.Noted noted = frontier.note(page, source, followed.scope(), links, now, now);
                fresh.addAll(noted.fresh());
                shapes.putAll(noted.shapes());
            }
            store.batch(tx -> tx.frontier().add(fresh, shapes));
            store.sync();
            int done = next + ON_A_PAGE * PAGES - 1;
            if (done / step > (next - 1) / step) {
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf("| %,d | %d | %,.0f |%n", done, heap(), done / seconds);
            }
        }
    }

    private static void drain(Pipeline house, Source source, int visits) throws IOException, InterruptedException {
        Instant began = Instant.now();
        long[] most = new long[1];
        long[] seen = new long[1];
        try (RunCrawl crawl = new RunCrawl(house)) {
            CrawlSummary summary = crawl.run(List.of(source), false, () -> seen[0] >= visits, said -> {
                seen[0] = said.visits();
                most[0] = Math.max(most[0], heapNow());
            });
            double seconds = Duration.between(began, Instant.now()).toMillis() / 1e3;
            System.out.printf(
                    "visited %,d at %d hosts in %.0f s; %,d wait; heap in use at most %d MB, %d MB after a collection%n",
                    summary.visits(), summary.hosts().size(), seconds, summary.waiting(), most[0], heap());
        }
    }

    private static Sighting sighting(int number) {
        return Sighting.of(url(number), Sighting.Task.PAGE, Sighting.How.LINK, "http://10.0.0.1/");
    }

    private static String url(int number) {
        int host = number % HOSTS;
        return "http://10.0." + host / 250 + "." + (host % 250 + 1) + "/2026/a-story-of-some-words-" + number + ".html";
    }

    private static long heap() {
        System.gc();
        return heapNow();
    }

    private static long heapNow() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
