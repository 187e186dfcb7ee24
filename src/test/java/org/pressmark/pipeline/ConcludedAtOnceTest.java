package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Copies of the same stories come in by several ways at the same time: what is concluded of each knows of all others. */
final class ConcludedAtOnceTest {
    private static final int WAYS = 5;
    private static final int STORIES = 6;

    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();

    @AfterEach
    void end() {
        press.close();
    }

    @Test
    void noCopyIsMissedInAnothersChain() throws Exception {
        for (int way = 0; way < WAYS; way++) {
            for (int story = 0; story < STORIES; story++) {
                press.page(CrawlHouse.HOST, path(way, story), Reply.html(story(way, story)));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(WAYS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int way = 0; way < WAYS; way++) {
                int mine = way;
                all.add(threads.submit(() -> {
                    capture(mine);
                    return true;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (Pipeline house = new CrawlHouse(folder, press).open()) {
            assertEquals(List.of(), new RebuildIndex(house).check(at -> {}));
        }
    }

    private void capture(int way) throws Exception {
        try (Pipeline house = new CrawlHouse(folder, press).open();
                CapturePage capture = new CapturePage(house, url -> {})) {
            for (int story = 0; story < STORIES; story++) {
                capture.capture(CrawlHouse.BASE + path(way, story));
            }
        }
    }

    private static String path(int way, int story) {
        return "/paper-" + way + "/story-" + story;
    }

    private static String story(int way, int story) {
        StringBuilder html = new StringBuilder("<title>Fish " + story + "</title><h1>Fish " + story + "</h1>");
        for (int paragraph = 0; paragraph < 6; paragraph++) {
            html.append("<p>");
            for (int word = 0; word < 30; word++) {
                html.append("word").append(story * 1000 + paragraph * 40 + word).append(' ');
            }
            html.append("of paper ").append(way).append(".</p>");
        }
        return html.toString();
    }
}
