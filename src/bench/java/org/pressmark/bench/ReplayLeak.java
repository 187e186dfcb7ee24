package org.pressmark.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.pressmark.web.ServeOptions;
import org.pressmark.web.WebServer;

/**
 * {@code ReplayLeak PAGES WORK COUNT}: shows the pages of a folder, each under the address that it states as its own, in
 * Chromium; every name and address but the loopback's leads to a sink. Tells what got there: with archived scripts off, with
 * them running, and, to show that the sink works, the same pages opened as files.
 */
public final class ReplayLeak {
    private static final Pattern OWN_ADDRESS =
            Pattern.compile("<link[^>]+rel=[\"']?canonical[\"']?[^>]+href=[\"'](https?://[^\"'\\s]+)");

    /** A name in Chromium's log of its network, whatever it was wanted for: a look-up, a connection, a request. */
    private static final Pattern NAMED = Pattern.compile("\"(?:host|host_and_port|group_id|url)\":\"(?:[a-z]+/)?(?:[a-z]+://)?([^\"/]+)");

    private static final Pattern SENT = Pattern.compile("\"UDP_BYTES_SENT\":([0-9]+)");
    private static final Pattern TO = Pattern.compile("\"address\":\"([^\"]+)\"");

    /** This machine, and where Chromium asks for the time, for updates and accounts, whatever it shows. */
    private static final Pattern NOBODY = Pattern.compile(
            "^(127\\.0\\.0\\.1|localhost|replay\\.localhost|accounts\\.google\\.com|clients2\\.google\\.com|update\\.googleapis\\.com|~notfound)([: ]|$)");

    private static final String TIME = "20200101000000";
    private static final String CONTROL = "opened as files";
    private static final int CONTROLS = 20;

    private ReplayLeak() {}

    public static void main(String[] words) throws Exception {
        Path work = Files.createDirectories(Path.of(words[1]));
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(words[0]))) {
            files = all.filter(Files::isRegularFile).sorted().limit(Integer.parseInt(words[2])).toList();
        }
        WarcMaker warc = new WarcMaker();
        List<String> urls = new ArrayList<>();
        Path plain = Files.createDirectories(work.resolve("plain"));
        for (Path file : files) {
            byte[] page = bytes(file);
            String url = own(page, "https://pages.example/" + urls.size());
            warc.response(url, "2020-01-01T00:00:00Z", "HTTP/1.1 200 OK\nContent-Type: text/html", page);
            if (urls.size() < CONTROLS) {
                Files.write(plain.resolve(urls.size() + ".html"), page);
            }
            urls.add(url);
        }
        Settings settings = Settings.defaults()
                .with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(work.resolve("archive").toString(), "bench")));
        try (Pipeline house = Pipeline.open(settings, "bench", finding -> {})) {
            new ImportFiles(house).archiveFile(warc.write(work.resolve("pages.warc.gz")), (file, doing, done, total, n) -> {});
            for (boolean scripts : new boolean[] {false, true}) {
                try (ArchiveHall hall = new ArchiveHall(house);
                        WebServer server = WebServer.start(hall, "127.0.0.1", 0, ServeOptions.STANDARD.withScripts(scripts))) {
                    List<String> views = new ArrayList<>();
                    for (String url : urls) {
                        views.add(server.url() + "view/" + TIME + "/" + url);
                    }
                    visit(scripts ? "scripts run" : "scripts off", work, views);
                }
            }
            List<String> opened = new ArrayList<>();
            for (int i = 0; i < Math.min(CONTROLS, urls.size()); i++) {
                opened.add(plain.resolve(i + ".html").toUri().toString());
            }
            visit(CONTROL, work, opened);
        }
    }

    private static void visit(String name, Path work, List<String> pages) throws Exception {
        Path profile = Files.createDirectories(work.resolve(name.replace(' ', '-')));
        Path log = profile.resolve("net.json");
        List<String> late = new ArrayList<>();
        Set<String> outside = new TreeSet<>();
        int asked;
        List<String> caught;
        try (Trap trap = Trap.set();
                Browser browser = Browser.open(Browser.program().orElseThrow(), profile, trap.sinkWords(log))) {
            for (String page : pages) {
                try {
                    browser.go(page);
                    browser.quiet(name.equals("scripts off") ? 300 : 1_000);
                } catch (TimeoutException notLoaded) {
                    late.add(page);
                }
            }
            browser.go("about:blank"); // what a page sends as it is left
            browser.quiet(1_000);
            asked = browser.asked().size();
            browser.asked().stream().filter(url -> !here(url)).forEach(outside::add);
            browser.end();
            caught = trap.caught();
        }
        Net net = Net.read(log);
        System.out.printf(
                "%s: %d pages, %d not loaded in time, %d requests; to other hosts %d, connections at the sink %d, names used %d, datagrams %d%n",
                name, pages.size(), late.size(), asked, outside.size(), caught.size(), net.names().size(), net.datagrams().size());
        late.forEach(url -> System.out.println("  late     " + url));
        if (!name.equals(CONTROL)) {
            outside.forEach(url -> System.out.println("  request  " + url));
            caught.stream().map(ReplayLeak::printable).distinct().forEach(line -> System.out.println("  caught   " + line));
            net.names().forEach(host -> System.out.println("  name     " + host));
            net.datagrams().forEach(to -> System.out.println("  datagram " + to));
        }
    }

    private static boolean here(String url) {
        return url.startsWith("http://127.0.0.1:") || url.startsWith("http://replay.localhost:") || url.startsWith("file:")
                || url.startsWith("about:");
    }

    /** What Chromium's log of its network tells: names of other hosts, and where datagrams went. */
    private record Net(Set<String> names, Set<String> datagrams) {
        static Net read(Path log) throws IOException {
            Set<String> names = new TreeSet<>();
            Set<String> datagrams = new TreeSet<>();
            String sent = "";
            try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    Matcher type = SENT.matcher(line);
                    if (sent.isEmpty() && type.find()) {
                        sent = "\"type\":" + type.group(1) + "}";
                    }
                    find(NAMED, line, names);
                    if (!sent.isEmpty() && line.contains(sent)) {
                        find(TO, line, datagrams);
                    }
                }
            }
            return new Net(names, datagrams);
        }

        private static void find(Pattern pattern, String line, Set<String> into) {
            Matcher found = pattern.matcher(line);
            while (found.find()) {
                if (!NOBODY.matcher(found.group(1)).find()) {
                    into.add(found.group(1));
                }
            }
        }
    }

    private static String printable(String line) {
        return line.replaceAll("[^ -~]+", " ").strip();
    }

    private static String own(byte[] page, String invented) {
        Matcher canonical = OWN_ADDRESS.matcher(new String(page, StandardCharsets.ISO_8859_1));
        return canonical.find() ? canonical.group(1).replace("&amp;", "&") : invented;
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        boolean packed = raw.length > 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b;
        return packed ? new GZIPInputStream(new ByteArrayInputStream(raw)).readAllBytes() : raw;
    }
}
