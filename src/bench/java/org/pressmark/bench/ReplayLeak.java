package org.pressmark.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.pipeline.ImportFiles;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.testing.Browser;
import org.pressmark.testing.Trap;
import org.pressmark.testing.WarcMaker;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/** {@code ReplayLeak PAGES WORK COUNT}: shows real pages in Chromium with every outside address trapped; tells what left. */
public final class ReplayLeak {
    private ReplayLeak() {}

    public static void main(String[] words) throws Exception {
        Path work = Files.createDirectories(Path.of(words[1]));
        WarcMaker warc = new WarcMaker();
        int count = 0;
        try (Stream<Path> files = Files.walk(Path.of(words[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().limit(Integer.parseInt(words[2])).toList()) {
                warc.response("https://pages.example/" + count++, "2020-01-01T00:00:00Z", "HTTP/1.1 200 OK\nContent-Type: text/html", bytes(file));
            }
        }
        Settings settings = Settings.defaults()
                .with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(work.resolve("archive").toString(), "bench")));
        int shown = 0;
        List<String> late = new ArrayList<>();
        try (Pipeline house = Pipeline.open(settings, "bench", finding -> {})) {
            new ImportFiles(house).archiveFile(warc.write(work.resolve("pages.warc.gz")), (file, done) -> {});
            try (WebServer server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0);
                    Trap trap = Trap.set();
                    Browser browser = Browser.open(
                            Browser.program().orElseThrow(), Files.createDirectories(work.resolve("profile")), trap.browserWords())) {
                for (int i = 0; i < count; i++) {
                    try {
                        browser.go(server.url() + "web/20200101000000mp_/https://pages.example/" + i);
                    } catch (java.util.concurrent.TimeoutException notLoaded) {
                        late.add(String.valueOf(i));
                    }
                    Thread.sleep(500);
                    shown++;
                    if (shown % 20 == 0) {
                        tell(shown, browser, server, trap, late);
                    }
                }
                tell(shown, browser, server, trap, late);
            }
        }
    }

    private static void tell(int shown, Browser browser, WebServer server, Trap trap, List<String> late) {
        List<String> outside = browser.requests().stream().filter(url -> !url.startsWith(server.url()) && !url.startsWith("blob:")).toList();
        System.out.println(shown + " pages shown, " + browser.requests().size() + " requests, trapped " + trap.caught() + ", outside " + outside + ", not loaded in time " + late);
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        boolean packed = raw.length > 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b;
        return packed ? new GZIPInputStream(new ByteArrayInputStream(raw)).readAllBytes() : raw;
    }
}
