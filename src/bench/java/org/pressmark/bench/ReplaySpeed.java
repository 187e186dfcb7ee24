package org.pressmark.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.pressmark.replay.Modifier;
import org.pressmark.replay.PageRewriter;

/** {@code ReplaySpeed FOLDER}: processor time of rewriting the folder's pages, warm, as for a page of 160 kB. */
public final class ReplaySpeed {
    private ReplaySpeed() {}

    public static void main(String[] words) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        long total = 0;
        try (Stream<Path> files = Files.walk(Path.of(words[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().limit(400).toList()) {
                byte[] raw = Files.readAllBytes(file);
                boolean packed = raw.length > 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b;
                byte[] page = packed ? new GZIPInputStream(new ByteArrayInputStream(raw)).readAllBytes() : raw;
                pages.add(page);
                total += page.length;
            }
        }
        PageRewriter rewriter = new PageRewriter("/web/", Instant.EPOCH);
        long addresses = 0;
        for (int round = 0; round < 5; round++) {
            addresses = 0;
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (byte[] page : pages) {
                addresses += rewriter.rewrite(page, Optional.of("text/html"), "https://pages.example/a", Modifier.PAGE).addresses();
            }
            double millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            System.out.printf("round %d: %d pages, %.1f MB, %d addresses: %.0f ms, %.2f ms for 160 kB%n",
                    round, pages.size(), total / 1e6, addresses, millis, millis * 160_000 / total);
        }
    }
}
