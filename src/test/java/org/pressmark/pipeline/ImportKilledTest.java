package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.testing.TestWarc;

class ImportKilledTest {
    private static final int CAPTURES = 4_000;

    @TempDir
    Path dir;

    private static Pipeline open(Path archive) {
        Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
        values.put(Setting.ARCHIVE_DIR, new Settings.Value(archive.toString(), "test"));
        return Pipeline.open(Settings.defaults().with(values), "test", notice -> {});
    }

    /** Imports and says how far it is, until somebody kills it. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            try (Pipeline house = open(Path.of(args[0]))) {
                new ImportFiles(house).archiveFile(Path.of(args[1]), (name, doing, done, total, captures) -> {
                    System.out.println(captures);
                    System.out.flush();
                });
            }
        }
    }

    /** Some pages, and many pictures that do not pack, so that there is time to be killed in. */
    private Path large() throws IOException {
        TestWarc warc = new TestWarc();
        for (int i = 0; i < CAPTURES; i++) {
            String url = "http://copies.example/" + i;
            if (i % 100 == 0) {
                warc.page(url, "2020-01-01T00:00:00Z", CrawlHouse.article("Title " + i, random(i)));
            } else {
                warc.answer(url, "2020-01-01T00:00:00Z", "200 OK", "image/png", random(i));
            }
        }
        return warc.write(dir.resolve("large.warc.gz"));
    }

    private static String random(int seed) {
        java.util.Random random = new java.util.Random(seed);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            out.append((char) (' ' + random.nextInt(90)));
        }
        return out.toString();
    }

    @Test
    void anImportThatWasKilledGoesOnAndGivesNothingTwice() throws IOException, InterruptedException {
        Path file = large();
        Path archive = dir.resolve("archive");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                archive.toString(),
                file.toString());
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && Long.parseLong(line) < 1_000) {
                line = out.readLine();
            }
            assertNotNull(line, "the import was at its end before it could be killed");
        }
        child.destroyForcibly();
        child.waitFor();
        try (Pipeline house = open(archive)) {
            long before = new Holdings(house).size().captures();
            ImportFiles.Imported again =
                    new ImportFiles(house).archiveFile(file, (n, doing, done, total, captures) -> {});
            assertEquals(CAPTURES, again.captures());
            Holdings.Size size = new Holdings(house).size();
            assertEquals(CAPTURES, size.captures());
            assertEquals(1, size.files());
            assertTrue(before <= size.captures());
            List<String> differences = new ArrayList<>();
            new RebuildIndex(house).check(what -> {}).forEach(table -> differences.add(table.toString()));
            assertEquals(List.of(), differences);
        }
    }
}
