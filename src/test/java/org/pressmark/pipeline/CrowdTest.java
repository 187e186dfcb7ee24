package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.testing.TestWarc;

/** Of small clusters conclusions are kept, of crowds none; which is which does not depend on who came first. */
class CrowdTest {
    @TempDir
    Path folder;

    private record Page(String url, String date, String html) {}

    private static String text(String... parts) {
        return "<!doctype html><html lang=en><title>Harbour</title><article><h1>Harbour closes</h1><p>"
                + String.join("</p><p>", parts) + "</p></article></html>";
    }

    private static String passage(int seed) {
        Random chance = new Random(seed);
        StringBuilder out = new StringBuilder("The report");
        for (int i = 0; i < 60; i++) {
            out.append(' ').append("word").append(Integer.toString(chance.nextInt(50_000), 36));
        }
        return out.append('.').toString();
    }

    /** Texts that share a passage, each with a sentence of its own, each twice. */
    private static List<Page> cluster(int seed, int size) {
        List<Page> out = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String html = text(passage(seed), passage(seed * 1_000 + i).substring(0, 60) + ".");
            for (int day = 1; day < 3; day++) {
                out.add(new Page(
                        "http://site" + i + ".example/" + seed, "2021-03-0" + day + "T10:00:" + (10 + i) + "Z", html));
            }
        }
        return out;
    }

    /** For each capture the version that it is in, and of how many texts conclusions are kept for it. */
    private Map<String, String> rows(String name, List<Page> pages) throws IOException {
        TestWarc warc = new TestWarc();
        pages.forEach(page -> warc.page(page.url(), page.date(), page.html()));
        Settings settings = Settings.defaults()
                .with(Map.of(
                        Setting.ARCHIVE_DIR,
                        new Settings.Value(folder.resolve(name).toString(), "test")));
        Map<String, String> out = new TreeMap<>();
        try (Pipeline house = Pipeline.open(settings, "test", finding -> {})) {
            new ImportFiles(house)
                    .archiveFile(
                            warc.write(folder.resolve(name + ".warc.gz")), (file, doing, done, all, captures) -> {});
            for (Page page : pages) {
                house.store().read(tx -> {
                    for (Capture capture : tx.captures().of(UrlKey.of(page.url()), 0, 100)) {
                        var version =
                                tx.versions().ofCapture(capture.recordId()).orElseThrow();
                        int kept = tx.chains()
                                .of(version.firstCapture())
                                .map(chain -> chain.nodes().size())
                                .orElse(0);
                        out.put(
                                capture.url() + " " + capture.date(),
                                "version " + version.number() + " of " + version.captures() + " captures, " + kept
                                        + " texts");
                    }
                    return true;
                });
            }
            assertEquals(List.of(), new RebuildIndex(house).check(doing -> {}));
        }
        return out;
    }

    @Test
    void everyOrderOfArrivalGivesTheSameRows() throws IOException {
        List<Page> pages = new ArrayList<>();
        pages.addAll(cluster(1, 6)); // small
        pages.addAll(cluster(2, 30)); // a crowd
        pages.addAll(cluster(3, 14)); // two that are small, and a text that joins them to a crowd
        pages.addAll(cluster(4, 14));
        pages.add(new Page("http://bridge.example/", "2021-03-05T10:00:00Z", text(passage(3), passage(4))));
        Map<String, String> forth = rows("forth", pages);
        assertTrue(kept(forth, "http://site0.example/1"));
        assertTrue(!kept(forth, "http://site0.example/2"));
        assertTrue(!kept(forth, "http://site0.example/3"));
        assertTrue(!kept(forth, "http://site13.example/4"));
        Collections.reverse(pages);
        assertEquals(forth, rows("back", pages));
        Collections.shuffle(pages, new Random(1));
        assertEquals(forth, rows("mixed", pages));
    }

    private static boolean kept(Map<String, String> rows, String url) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().startsWith(url + " "))
                .noneMatch(row -> row.getValue().endsWith(", 0 texts"));
    }
}
