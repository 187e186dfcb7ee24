package org.pressmark.bench.peers;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.pressmark.extract.Extractor;
import org.pressmark.markup.SourceText;

/**
 * Pages a second of processor time, garbage collection and compiling included, of several readers of the same pages, in turn:
 * {@code Speed FOLDER…}; and how Pressmark's time grows with a made page.
 */
public final class Speed {
    private static final int WARM = 7;
    private static final int ROUNDS = 5;
    private static final String URL = "https://news.example/a/b";
    private static final Map<String, Reader> READERS = new LinkedHashMap<>();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static {
        READERS.put("jsoup, parse alone", page -> Jsoup.parse(new ByteArrayInputStream(page), null, URL));
        READERS.put("Pressmark, whole extraction", page -> new Extractor().extract(page, Optional.of("text/html"), URL));
        READERS.put(
                "Readability4J 1.0.8",
                page -> new Readability4J(URL, SourceText.decode(page, Optional.empty()).text()).parse());
    }

    private interface Reader {
        Object read(byte[] page) throws IOException;
    }

    private Speed() {}

    public static void main(String[] folders) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        long size = 0;
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.sorted().toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    boolean packed = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
                    pages.add(packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes);
                    size += pages.get(pages.size() - 1).length;
                }
            }
        }
        Map<String, double[]> took = new LinkedHashMap<>();
        READERS.keySet().forEach(name -> took.put(name, new double[ROUNDS]));
        for (int round = -WARM; round < ROUNDS; round++) {
            for (Map.Entry<String, Reader> reader : READERS.entrySet()) {
                double seconds = time(reader.getValue(), pages);
                if (round >= 0) {
                    took.get(reader.getKey())[round] = seconds;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d pages, %d kB on average%n%n| reader | pages/s | MB/s |%n|---|---|---|%n",
                pages.size(),
                size / 1000 / pages.size());
        for (Map.Entry<String, double[]> one : took.entrySet()) {
            Arrays.sort(one.getValue());
            double median = one.getValue()[ROUNDS / 2];
            System.out.printf(
                    Locale.ROOT, "| %s | %.0f | %.1f |%n", one.getKey(), pages.size() / median, size / 1e6 / median);
        }
        growth();
    }

    private static double time(Reader reader, List<byte[]> pages) throws IOException {
        long begin = SYSTEM.getProcessCpuTime();
        for (byte[] page : pages) {
            try {
                reader.read(page);
            } catch (RuntimeException e) {
                // A reader that fails has spent its time all the same.
            }
        }
        return (SYSTEM.getProcessCpuTime() - begin) / 1e9;
    }

    private static void growth() throws IOException {
        System.out.printf("%n| size of a made page | kB | ms | ms per 100 kB |%n|---|---|---|---|%n");
        for (int times = 1; times <= 64; times *= 2) {
            byte[] page = made(times);
            List<byte[]> again = java.util.Collections.nCopies(Math.max(1, 64 / times), page);
            double[] seconds = new double[5];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = time(READERS.get("Pressmark, whole extraction"), again) / again.size();
            }
            Arrays.sort(seconds);
            double ms = seconds[seconds.length / 2] * 1000;
            System.out.printf(
                    Locale.ROOT, "| ×%d | %d | %.1f | %.2f |%n", times, page.length / 1000, ms, ms / (page.length / 1e5));
        }
    }

    private static byte[] made(int times) {
        StringBuilder page = new StringBuilder("<title>Talks go on</title><h1>Talks go on</h1><p class=byline>By Jane Roe</p>");
        for (int i = 0; i < 100 * times; i++) {
            page.append("<div class='text-block'><p>Paragraph ").append(i);
            page.append(" says what <a href=/x").append(i).append(">the minister</a> said on Monday, in so many words.</p></div>");
            if (i % 10 == 0) {
                page.append("<ul class=nav><li><a href=/y>Home</a><li><a href=/z>News</a></ul><figure><img src=a.jpg><figcaption>A picture.</figcaption></figure>");
            }
        }
        return page.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
