package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Hosts, paths and queries in other letters than ASCII's: asked as a browser asks, found however they are written. */
final class ForeignLettersTest {
    private static final String HOST = "xn--bcher-kva.example";
    private static final String PATH = "/%C3%BC?q=%C3%9F&r=%e4";

    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();

    @AfterEach
    void close() {
        press.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bücher.example/ü?q=ß&r=%e4",
                "http://xn--bcher-kva.example/%C3%BC?q=%C3%9F&r=%e4",
                "http://BÜCHER.example:80/ü?q=%C3%9F&r=%e4"
            })
    void aPageIsFoundByEitherSpelling(String written) {
        press.page(HOST, PATH, Reply.html("<title>Books</title><h1>Books</h1><p>Of all the letters there are.</p>"));
        Console.Run captured = run(
                "capture",
                "http://bücher.example/ü?q=ß&r=%e4",
                "--delay",
                "0",
                "--connect-to",
                "bücher.example:80:127.0.0.1:" + press.port());
        assertEquals(0, captured.code(), captured.toString());
        assertEquals(1, press.requests(HOST, PATH).size(), "escapes as they were written");
        for (String command : List.of("show", "why", "replay", "list")) {
            Console.Run run = run(command, written);
            assertEquals(0, run.code(), command + ": " + run);
        }
        assertTrue(run("why", written).out().contains("1 capture"), written);
        assertTrue(run("list", "--all").out().contains("http://" + HOST + PATH), "the record names it in ASCII");
    }

    @Test
    void aHostOfItsOwnSinceIdna2008IsNotTakenForAnother() {
        press.page("xn--strae-oqa.example", "/", Reply.html("<h1>Straße</h1><p>Of its own.</p>"));
        press.page("strasse.example", "/", Reply.html("<h1>Strasse</h1><p>Another's.</p>"));
        Console.Run captured = run(
                "capture",
                "http://straße.example/",
                "--delay",
                "0",
                "--connect-to",
                "straße.example:80:127.0.0.1:" + press.port());
        assertEquals(0, captured.code(), captured.toString());
        assertEquals(0, press.requests("strasse.example", "/").size());
        assertEquals(0, run("show", "http://straße.example/").code());
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }
}
