package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.LooseFiles;
import org.pressmark.pipeline.RebuildIndex.Difference;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** The index is set against the WARC files while somebody captures, as the service of an archive always does. */
final class CheckBesideWriterTest {
    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();

    @AfterEach
    void end() {
        press.close();
    }

    @Test
    void whatIsBeingWrittenIsComparedAndWhatComesMeanwhileLeftOut() throws IOException {
        for (String name : List.of("cod", "herring", "late")) {
            press.page(CrawlHouse.HOST, "/" + name, Reply.html(story(name)));
        }
        try (Pipeline writer = new CrawlHouse(folder, press).open();
                CapturePage capture = new CapturePage(writer, url -> {})) {
            capture.capture(CrawlHouse.BASE + "/cod");
            capture.capture(CrawlHouse.BASE + "/herring");
            assertFalse(LooseFiles.open(writer.folder()).isEmpty(), "the file is still being written");
            assertEquals(List.of(), check(at -> {}));

            boolean[] met = {false};
            List<Difference> meanwhile = check(at -> {
                if (!met[0] && at.contains("being written")) {
                    met[0] = true;
                    capture.capture(CrawlHouse.BASE + "/late");
                }
            });
            assertTrue(met[0], "the file that is being written was read");
            assertEquals(List.of(), meanwhile);
        }
        assertEquals(List.of(), check(at -> {}));
    }

    private static String story(String fish) {
        return "<title>" + fish + "</title><h1>" + fish + "</h1>"
                + "<p>The ministers of seven countries met on Monday and could not agree on the price of fish.</p>"
                + "<p>They will meet again, said the one of them who had brought the " + fish + " to the table.</p>";
    }

    private List<Difference> check(RebuildIndex.Progress progress) throws IOException {
        try (Pipeline reader = new CrawlHouse(folder, press).open()) {
            return new RebuildIndex(reader).check(progress);
        }
    }
}
