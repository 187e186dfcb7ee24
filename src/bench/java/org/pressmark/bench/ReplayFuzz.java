package org.pressmark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.pipeline.ImportFiles;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.testing.WarcMaker;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/** {@code ReplayFuzz FOLDER COUNT SEED}: mutated pages, heads and members, each asked of a real server; tells what came back. */
public final class ReplayFuzz {
    private static final String[] TYPES = {
        "text/html", "text/html; charset=utf-16", "text/css", "image/svg+xml", "application/rss+xml", "application/vnd.apple.mpegurl",
        "application/manifest+json", "text/javascript", "", "text/html; charset=iso-2022-jp", "application/xhtml+xml", "video/mp4"
    };
    private static final String[] CODINGS = {"", "", "", "gzip", "br", "deflate", "zstd", "gzip, br", "x"};
    private static final String[] MODIFIERS = {"mp_", "fr_", "id_", "if_", "im_", "cs_", "js_", "oe_"};
    private static final String[] PARTS = {
        "<a href=//x.example/?a&amp;b>", "<img srcset='a 1x,,b 2x,data:,x' src=data:,x data-src=/l>", "<iframe srcdoc='<iframe srcdoc=&quot;<a href=x>&quot;>'>", "<style>@import 'x';a{b:url(",
        "<base href=http://[/>", "<meta http-equiv=refresh content='1;url=\"/x'>", "<script type=importmap>{\"a\":\"\\u002fx\"", "<script type=module>import'/x';a=/[/]/;", "<svg><![CDATA[", "<!--", "url(\\", "\u0000", "\uFEFF",
        "#EXTM3U\nhttp://x\n", "{\"a\":\"/\\", "<link rel=preconnect href=//y>", "'\"><", "&#x0;&#1114112;", "<?xml version='1.0'?><f><link>http://x/</link>", "\u00e9\u65e5", "<noscript><img src=/q></noscript>"
    };

    private ReplayFuzz() {}

    public static void main(String[] words) throws Exception {
        Path folder = Files.createDirectories(Path.of(words[0]));
        int count = Integer.parseInt(words[1]);
        Random random = new Random(Long.parseLong(words[2]));
        Settings settings = Settings.defaults()
                .with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(folder.resolve("archive").toString(), "fuzz")));
        Map<Integer, Integer> own = new TreeMap<>();
        int archived = 0;
        long slowest = 0;
        int nameless = 0;
        try (Pipeline house = Pipeline.open(settings, "fuzz", finding -> {})) {
            try (WebServer server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0)) {
                HttpClient client = HttpClient.newHttpClient();
                for (int from = 0; from < count; from += 250) {
                    batch(folder, house, random, from);
                    for (int i = from; i < from + 250; i++) {
                        String at = "web/20200101000000" + MODIFIERS[random.nextInt(MODIFIERS.length)] + "/http://fuzz.example/" + i;
                        long start = System.nanoTime();
                        HttpResponse<InputStream> got = client.send(
                                HttpRequest.newBuilder(URI.create(server.url() + at)).build(),
                                HttpResponse.BodyHandlers.ofInputStream());
                        byte[] body = read(got);
                        slowest = Math.max(slowest, System.nanoTime() - start);
                        boolean ours = got.headers().firstValue("Memento-Datetime").isEmpty();
                        if (ours) {
                            own.merge(got.statusCode(), 1, Integer::sum);
                        } else {
                            archived++;
                        }
                        if (ours && got.statusCode() >= 500 && !new String(body, StandardCharsets.UTF_8).contains("urn:uuid:")) {
                            nameless++;
                            System.out.println("without a record's name: " + got.statusCode() + " " + at);
                        }
                    }
                }
            }
        }
        System.out.println(archived + " given back as stored, answers of the server's own by status " + own + ", slowest " + slowest / 1_000_000 + " ms, server errors without a record's name " + nameless);
    }

    private static byte[] read(HttpResponse<InputStream> got) {
        try (InputStream in = got.body()) {
            return in.readAllBytes();
        } catch (IOException brokenOff) {
            return new byte[0];
        }
    }

    /** A file of 250 captures; after it is indexed, bytes here and there are changed in it. */
    private static void batch(Path folder, Pipeline house, Random random, int from) throws IOException {
        WarcMaker warc = new WarcMaker();
        for (int i = from; i < from + 250; i++) {
            String coding = CODINGS[random.nextInt(CODINGS.length)];
            String head = "HTTP/1.1 " + (random.nextInt(9) == 0 ? random.nextInt(999) : 200) + " X\nContent-Type: "
                    + TYPES[random.nextInt(TYPES.length)] + (coding.isEmpty() ? "" : "\nContent-Encoding: " + coding)
                    + (random.nextInt(9) == 0 ? "\nLocation: " + PARTS[random.nextInt(PARTS.length)].replace("\n", "") : "");
            warc.response("http://fuzz.example/" + i, "2020-01-01T00:00:00Z", head, document(random));
        }
        String name = "fuzz-" + from + ".warc.gz";
        new ImportFiles(house).archiveFile(warc.write(folder.resolve(name)), (file, doing, done, total, captures) -> {});
        Path stored = folder.resolve("archive").resolve(name);
        byte[] bytes = Files.readAllBytes(stored);
        for (int i = 0; i < 60; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Files.write(stored, bytes);
    }

    private static byte[] document(Random random) {
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(60); part >= 0; part--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(20); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
