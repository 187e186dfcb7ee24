package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WACZ files over HTTP, and which other sites may read them (conformance list, E52). */
final class PackagesTest {
    private static final String READER = "https://replayweb.page";
    private static final String PATH = "/wacz/20200601000000/" + Probe.STORY;

    @TempDir
    private static Path folder;

    private static @Nullable ReplayServer server;

    @BeforeAll
    static void open() throws IOException {
        server = ReplayServer.over(
                folder.resolve("archive"), ServeOptions.STANDARD.withReaders(Set.of(READER)), Probe.write(folder));
    }

    @AfterAll
    static void close() throws IOException {
        server().close();
    }

    private static ReplayServer server() {
        ReplayServer open = server;
        if (open == null) {
            throw new IllegalStateException("expected a server, found none");
        }
        return open;
    }

    @Test
    void e52AWaczIsServedInRangesOfOneAndTheSameFile() throws IOException {
        ReplayServer.Got whole = server().get(PATH);
        assertEquals(200, whole.status(), whole.head());
        assertEquals(String.valueOf(whole.bytes().length), whole.header("Content-Length"));
        assertEquals("bytes", whole.header("Accept-Ranges"));
        assertTrue(whole.header("Content-Disposition").contains(".wacz\""), whole.head());
        ReplayServer.Got end = server().get(PATH, "Range: bytes=-100");
        assertEquals(206, end.status());
        assertArrayEquals(
                Arrays.copyOfRange(whole.bytes(), whole.bytes().length - 100, whole.bytes().length), end.bytes());
        assertEquals(whole.header("ETag"), end.header("ETag"));
        assertEquals(whole.header("Content-Length"), server().head(PATH).header("Content-Length"));
        List<String> names = new ArrayList<>();
        String pages = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                pages = entry.getName().equals("pages/pages.jsonl")
                        ? new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                        : pages;
            }
        }
        assertTrue(names.containsAll(List.of("archive/data.warc.gz", "datapackage.json")), names.toString());
        assertTrue(pages.contains("2020-06-01T00:00:00Z") && !pages.contains("2021-01-01"), pages);
    }

    @Test
    void anInexactTimeLeadsToTheCaptureItself() throws IOException {
        assertEquals(
                server().origin() + PATH,
                server().get("/wacz/202005/" + Probe.STORY).header("Location"));
        assertEquals(404, server().get("/wacz/2020/https://nowhere.example/").status());
    }

    @Test
    void e52ANamedSiteMayReadWhatIsForPrograms() throws IOException {
        for (String path : List.of(PATH, "/cdx?url=" + Probe.STORY, "/web/timemap/link/" + Probe.STORY)) {
            ReplayServer.Got got = server().get(path, "Origin: " + READER);
            assertEquals(READER, got.header("Access-Control-Allow-Origin"), path);
            assertTrue(got.header("Access-Control-Expose-Headers").contains("Content-Length"), path);
            assertEquals(
                    List.of(),
                    server().get(path, "Origin: https://evil.example").headers("Access-Control-Allow-Origin"));
        }
        ReplayServer.Got asked = server().send(
                        "OPTIONS",
                        PATH,
                        "127.0.0.1:" + server().port(),
                        "Origin: " + READER,
                        "Access-Control-Request-Method: GET",
                        "Access-Control-Request-Headers: range");
        assertEquals(204, asked.status());
        assertTrue(asked.header("Access-Control-Allow-Headers").contains("Range"), asked.head());
        assertEquals("true", asked.header("Access-Control-Allow-Private-Network"));
    }

    @Test
    void nobodyMayReadThePagesAndOthersMayReadNothing() throws IOException {
        for (String path : List.of("/", "/archive", "/web/20200601000000mp_/" + Probe.STORY)) {
            assertEquals(
                    List.of(), server().get(path, "Origin: " + READER).headers("Access-Control-Allow-Origin"), path);
        }
        String host = "127.0.0.1:" + server().port();
        assertEquals(
                405, server().send("OPTIONS", "/", host, "Origin: " + READER).status());
        assertEquals(
                405,
                server().send("OPTIONS", PATH, host, "Origin: https://evil.example")
                        .status());
    }

    @Test
    void aTimeThatIsNoneIsSaidToBeOne() throws IOException {
        ReplayServer.Got got = server().get("/view/2024xx/" + Probe.STORY);
        assertEquals(400, got.status());
        assertTrue(got.text().contains("no time that can be read"), got.text());
    }
}
