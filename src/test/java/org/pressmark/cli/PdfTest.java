package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Pdf;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** A PDF is captured, listed with its type, and its text read and compared as a page's is. */
final class PdfTest {
    private static final String URL = "http://paper.example/report.pdf";

    @TempDir
    private Path folder;

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    private static Reply report(String number) {
        return Reply.content(
                "application/pdf",
                Pdf.of(
                        "Harbour report",
                        "Jane Roe",
                        "The harbour was closed on Tuesday after the storm had torn " + number + " cranes from their",
                        "rails, and the council will decide on Friday whether the breakwater is to be raised.",
                        "",
                        "",
                        "Fishermen had not seen such waves since the winter of the flood, they said."));
    }

    @Test
    void itsTextIsReadListedAndCompared() {
        try (TestPress press = TestPress.open()) {
            press.page("paper.example", "/report.pdf", report("two"), report("three"));
            for (int i = 0; i < 2; i++) {
                Console.Run capture =
                        run("capture", "--delay", "0", "--connect-to", press.connectTo("paper.example"), URL);
                assertEquals(0, capture.code(), capture.toString());
            }
        }
        Console.Run extract = run("extract", URL, "--json");
        assertTrue(extract.out().contains("\"pdf-text\""), extract.toString());
        assertTrue(extract.out().contains("Harbour report") && extract.out().contains("Jane Roe"), extract.out());
        String list = run("list", URL).out();
        assertTrue(list.contains("application/pdf") && list.contains("2 distinct texts"), list);
        assertTrue(run("list").out().contains("Harbour report"));
        assertTrue(
                run("compare", URL + "@first", URL).out().contains("two → three"),
                run("compare", URL + "@first", URL).out());
        assertTrue(
                run("replay", URL).out().contains("winter of the flood"),
                run("replay", URL).out());
        assertTrue(run("show", URL).out().contains("winter of the flood")
                || run("show", URL).code() == 0);
        assertEquals(0, run("rebuild", "--check").code());
    }
}
