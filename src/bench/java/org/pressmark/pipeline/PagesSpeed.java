package org.pressmark.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.testing.WarcMaker;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/**
 * How long the server takes for its pages over an archive of 100,000 captures: 400 real ones (200 stories, each edited once,
 * with their texts) and 99,600 rows of the index alone, 10,000 of them of one page, every fourth with a text. Argument: an empty folder.
 */
public final class PagesSpeed {
    private static final int ASKED = 50;
    private static final int WARM = 20;
    private static final int STORIES = 200;
    private static final int ROWS = 99_600;
    private static final int OF_ONE = 10_000;
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private PagesSpeed() {}

    /** Makes the archive, then asks for each page fifty times: after the server has warmed up, or with "cold" at once. */
    public static void main(String[] words) throws Exception {
        Path folder = Files.createDirectories(Path.of(words[0]));
        Settings settings = Settings.defaults()
                .with(Map.of(
                        Setting.ARCHIVE_DIR,
                        new Settings.Value(folder.resolve("warcs").toString(), "bench")));
        try (Pipeline house = Pipeline.open(settings, "bench", finding -> {})) {
            if (!Files.exists(folder.resolve("stories.warc.gz"))) {
                new ImportFiles(house)
                        .archiveFile(stories(folder.resolve("stories.warc.gz")), (name, doing, done, total, n) -> {});
                fill(house);
            }
            try (ArchiveHall hall = new ArchiveHall(house);
                    WebServer server = WebServer.start(hall, "127.0.0.1", 0)) {
                if (words.length < 2) {
                    server.warm();
                    Thread.sleep(20_000);
                }
                for (String page : List.of(
                        "",
                        "page?url=http://often.example/front",
                        "page?url=http://often.example/front&year=2021&from=3000",
                        "view/20210301000000/http://often.example/front",
                        "edits?severity=notice",
                        "edits?severity=critical",
                        "archive",
                        "sources",
                        "search?q=harbour",
                        "page?url=http://paper.example/story/7")) {
                    ask(server.url() + page);
                }
            }
        }
    }

    private static Path stories(Path file) throws IOException {
        WarcMaker maker = new WarcMaker();
        for (int i = 0; i < STORIES; i++) {
            for (int text = 0; text < 2; text++) {
                maker.page(
                        "http://paper.example/story/" + i,
                        BEGIN.plusSeconds(3_600L * i + 1_800L * text).toString(),
                        story(i, text));
            }
        }
        return maker.write(file);
    }

    private static String story(int number, int text) {
        StringBuilder body = new StringBuilder("<article><h1>Story number " + number + " of the harbour</h1>");
        Random random = new Random(number); // the same words for both texts, others for each story
        for (int paragraph = 0; paragraph < 12; paragraph++) {
            body.append("<p>");
            for (int word = 0; word < 45; word++) {
                body.append(Integer.toString(random.nextInt(1 << 20), 36).replaceAll("[0-9]", "e")).append(' ');
            }
            body.append(paragraph == 6 && text == 1 ? "and they changed their minds.</p>" : "as they thought.</p>");
        }
        return "<!doctype html><title>Story " + number + "</title>" + body + "</article>";
    }

    private static void fill(Pipeline house) {
        List<Capture> texts = house.store()
                .read(tx -> tx.captures().of(UrlKey.of("http://paper.example/story/0"), 0, 2));
        List<Capture> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            boolean often = i < OF_ONE;
            String url = often ? "http://often.example/front" : "http://site" + i % 300 + ".example/page/" + i / 4;
            Capture like = texts.get(i / 50 % 2);
            rows.add(new Capture(
                    "urn:uuid:" + new UUID(7, i),
                    url,
                    UrlKey.of(url),
                    BEGIN.plusSeconds((often ? 7_200L : 1_200L) * i),
                    Capture.Kind.RESPONSE,
                    Capture.Role.PAGE,
                    i % 97 == 0 ? 503 : 200,
                    "text/html",
                    like.payload(),
                    like.payloadLength(),
                    like.location(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        for (int from = 0; from < ROWS; from += 1_000) {
            List<Capture> part = rows.subList(from, Math.min(ROWS, from + 1_000));
            int begin = from;
            house.store().write(tx -> {
                tx.captures().insertAll(part);
                if (begin < OF_ONE) {
                    for (int i = 0; i < part.size(); i++) {
                        if (i % 4 == 0) {
                            tx.versions().placeLike(part.get(i), texts.get((begin + i) / 50 % 2).recordId());
                        }
                    }
                }
            });
        }
    }

    /** Asks fifty times: tells the first, and what the last twenty took by the clock and of the processors. */
    private static void ask(String url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long[] micros = new long[ASKED];
        int bytes = 0;
        long before = 0;
        for (int i = 0; i < ASKED; i++) {
            if (i == ASKED - WARM) {
                before = processorNanos();
            }
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
            micros[i] = (System.nanoTime() - begin) / 1_000;
            bytes = answer.body().length;
        }
        long each = (processorNanos() - before) / 1_000 / WARM;
        long[] warm = Arrays.copyOfRange(micros, ASKED - WARM, ASKED);
        Arrays.sort(warm);
        System.out.printf(
                "%-60s first %,9d µs  then %,9d µs, %,9d µs of processor time  %,9d bytes%n",
                url.replaceFirst("http://[^/]+", ""), micros[0], warm[WARM / 2], each, bytes);
    }

    /** Of the whole process: client, server, compiler and collector. */
    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
