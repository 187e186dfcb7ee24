package org.pressmark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pressmark.extract.Extractor;
import org.pressmark.model.Article;
import org.pressmark.model.Field;
import org.pressmark.testing.Traps;

/**
 * Reads each hostile document and prints how long it took and what came of it: {@code Hostile warm|cold FROM [NAME-PART]}.
 * Cold reads the one document at FROM in a virtual machine that has read nothing before. A document that takes more processor
 * time than {@link #PATIENCE} ends the program, with the place where it hung and its number plus 1 in the last line, from which to go on.
 */
public final class Hostile {
    /** Seconds of processor time: on a busy machine the clock says little. */
    private static final double PATIENCE = 6;

    private static final double WAKE_EVERY = 0.1;
    private static final int HUNG = 3;
    private static final int FRAMES = 24;

    private Hostile() {}

    public static void main(String[] words) throws InterruptedException {
        boolean cold = words[0].equals("cold");
        int from = Integer.parseInt(words[1]);
        String part = words.length > 2 ? words[2] : "";
        if (!cold) {
            warm();
        }
        List<Traps.Trap> all = Traps.all();
        for (int i = from; i < (cold ? Math.min(from + 1, all.size()) : all.size()); i++) {
            if (all.get(i).name().contains(part)) {
                watched(all.get(i), i);
            }
        }
        if (cold && from >= all.size()) {
            System.exit(HUNG + 1);
        }
    }

    private static void watched(Traps.Trap trap, int number) throws InterruptedException {
        byte[] bytes = trap.bytes().get();
        Thread reader = new Thread(() -> read(trap, bytes));
        reader.setDaemon(true);
        long begin = cpu();
        reader.start();
        while (reader.isAlive() && (cpu() - begin) / 1e9 < PATIENCE) {
            reader.join((long) (WAKE_EVERY * 1000));
        }
        if (reader.isAlive()) {
            System.out.printf(
                    Locale.ROOT, "  HANG     %6.1f MB  %s%n", bytes.length / 1e6, trap.name());
            StackTraceElement[] frames = reader.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                System.out.println("             at " + frames[i]);
            }
            System.out.println(number + 1);
            System.exit(HUNG);
        }
    }

    private static void warm() {
        byte[] page = ("<title>Talks go on - Paper</title><h1>Talks go on</h1><p class=byline>By Jane Roe, 1 May 2020</p>"
                        + ("<p class='text-of'>" + Traps.SENTENCE + "<a href=/x>more</a></p>").repeat(200)
                        + "<ul class=nav><li><a href=/y>Home</a></ul>")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            new Extractor().extract(page, Optional.of("text/html"), "https://news.example/a");
        }
    }

    /** Nanoseconds that the whole process has worked: reading, compiling, collecting garbage. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void read(Traps.Trap trap, byte[] bytes) {
        long begin = System.nanoTime();
        long spent = cpu();
        String answer;
        try {
            Article article = new Extractor().extract(bytes, trap.type(), "https://news.example/a");
            answer = article.blocks().size() + " blocks "
                    + article.notes().stream().map(Field::value).distinct().collect(Collectors.joining(" "));
        } catch (RuntimeException | Error e) {
            answer = "FAILED " + e;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = (cpu() - spent) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%6.2f s  cpu %6.2f s  %6.1f MB  %-40s %s%n",
                seconds,
                cpu,
                bytes.length / 1e6,
                trap.name(),
                answer);
    }
}
