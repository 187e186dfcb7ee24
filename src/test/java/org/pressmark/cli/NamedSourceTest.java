package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** A page that names its source, and the source stored before it, after it, or with another text. */
final class NamedSourceTest {
    private static final String SOURCE = "http://first.example/story";
    private static final String COPY = "http://second.example/copy";
    private static final String TEXT =
            "<p>The harbour was closed on Tuesday after the storm had torn two cranes from their rails.</p>"
                    + "<p>Fishermen said that they had not seen waves of that height since the winter of the flood.</p>"
                    + "<p>The council will meet on Friday to decide whether the old breakwater is to be raised.</p>";
    private static final String OTHER =
            "<p>Our kitchen garden shows its first tomatoes, and the beans have climbed to the roof of the shed.</p>"
                    + "<p>Readers ask how to keep snails away without poison; the answer is patience and a torch at night.</p>";

    @TempDir
    private Path folder;

    private TestPress press;

    @BeforeEach
    void open() {
        press = TestPress.open()
                .page(
                        "second.example",
                        "/copy",
                        Reply.html(page(TEXT + "<p>Original url: <a href=\"" + SOURCE + "\">" + SOURCE + "</a></p>")));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void aSourceThatIsStoredLaterTakesItsPlaceInTheChain() {
        press.page("first.example", "/story", Reply.html(page(TEXT)));
        capture(COPY);
        assertEquals("stated-not-archived", outcome());
        capture(SOURCE);
        assertEquals("stated-text-agrees", outcome());
        assertEquals(0, run("rebuild", "--check").code(), "whatever came first");
    }

    @Test
    void aSourceWithAnotherTextIsSaidToDisagree() {
        press.page("first.example", "/story", Reply.html(page(OTHER)));
        capture(SOURCE);
        capture(COPY);
        assertEquals("stated-text-disagrees", outcome());
        assertEquals(0, run("rebuild", "--check").code());
    }

    /** What is concluded of the link from the copy to the page that it names. */
    private String outcome() {
        JsonNode chain = Json.parse(run("trace", COPY, "--json").out());
        for (JsonNode link : chain.path("links")) {
            if (link.path("child").asText().equals(chain.path("focus").asText())
                    && link.path("basis").asText().equals("stated")) {
                return link.path("outcome").asText();
            }
        }
        return chain.toString();
    }

    private static String page(String body) {
        return "<title>Harbour closed after storm</title><h1>Harbour closed after storm</h1>" + body;
    }

    private void capture(String url) {
        Console.Run run = run(
                "capture",
                "--delay",
                "0s",
                "--connect-to",
                press.connectTo("first.example"),
                "--connect-to",
                press.connectTo("second.example"),
                url);
        assertEquals(0, run.code(), run.toString());
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }
}
