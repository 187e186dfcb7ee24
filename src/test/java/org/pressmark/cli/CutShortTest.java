package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** Of a capture that was cut short only what is stored is compared; that nothing differs there is no word on the rest. */
final class CutShortTest {
    private static final String FIRST = "<p>The ships came into the harbour early on Monday, long before anybody was"
            + " expecting them there.</p>";
    private static final String SECOND =
            "<p>The mayor said that \"the town was warned in time\" and that all were well at noon.</p>";
    private static final String LAST =
            "<p>The minister said: \"We shall not give way to any of the demands that were made"
                    + " on Sunday evening.\"</p>";
    private static final String HEAD =
            "<!doctype html><html><head><title>Harbour</title></head><body><article><h1>Harbour</h1>";
    private static final String WHOLE = HEAD + FIRST + SECOND + LAST + "</article></body></html>";
    private static final String PART = HEAD + FIRST + SECOND;

    private static final String A = "http://whole.example/story";
    private static final String B = "http://cut.example/story";
    private static final String C = "http://other.example/story";
    private static final String D = "http://edited.example/story";
    private static final String E = "http://again.example/story";

    @TempDir
    private Path folder;

    @BeforeEach
    void bringIn() throws IOException {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        warc.writeBytes(record(A, "2024-03-01T10:00:00Z", WHOLE, ""));
        warc.writeBytes(record(B, "2024-03-01T11:00:00Z", PART, "disconnect"));
        warc.writeBytes(record(C, "2024-03-01T12:00:00Z", PART, "length"));
        warc.writeBytes(record(D, "2024-03-01T13:00:00Z", PART.replace("at noon", "at dusk"), "time"));
        warc.writeBytes(record(E, "2024-03-01T14:00:00Z", WHOLE, ""));
        warc.writeBytes(record(E, "2024-03-02T14:00:00Z", PART, "time"));
        Path file = folder.resolve("given.warc");
        Files.write(file, warc.toByteArray());
        Console.Run run = run("import", file.toString());
        assertEquals(0, run.code(), run.toString());
    }

    private static byte[] record(String url, String date, String html, String truncated) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + WHOLE.length()
                + "\r\n\r\n";
        String head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
                + UUID.nameUUIDFromBytes((url + date).getBytes(StandardCharsets.UTF_8)) + ">\r\nWARC-Date: " + date
                + "\r\nWARC-Target-URI: " + url + "\r\nContent-Type: application/http; msgtype=response\r\n"
                + (truncated.isEmpty() ? "" : "WARC-Truncated: " + truncated + "\r\n")
                + "Content-Length: " + (http.length() + body.length) + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(http.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        out.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(1, List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    @Test
    void whatIsOnlyInTheWholeCopyIsNoDifferenceThatWasSeen() {
        Console.Run run = run("compare", A, B);
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        String words = "was cut short then (WARC-Truncated: disconnect, the connection broke off): " + PART.length()
                + " bytes of it are stored";
        assertTrue(run.out().replaceAll("\\s+", " ").contains(words), run.toString());
        assertTrue(run.err().contains("B (cut.example), captured 2024-03-01T11:00:00Z, " + words), run.toString());
    }

    @Test
    void twoCopiesThatWereCutAreNotCalledTheSame() {
        Console.Run run = run("compare", B, C);
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        assertTrue(run.out().replaceAll("\\s+", " ").contains("What is stored of both says the same"), run.toString());
        assertFalse(run.out().contains("character for character"), run.toString());
        JsonNode json = Json.parse(run("compare", B, C, "--json").out());
        assertEquals("[\"cut-short\"]", json.path("verdicts").toString());
        assertEquals(
                "disconnect", json.path("base").path("cutShort").path("reason").asText());
        assertEquals(
                PART.length(),
                json.path("other").path("cutShort").path("storedBytes").asInt());
    }

    @Test
    void whatDiffersInWhatIsStoredDiffers() {
        Console.Run run = run("compare", A, D);
        assertEquals(ExitCode.DIFFERS.code(), run.code(), run.toString());
        assertTrue(run.err().contains("WARC-Truncated: time"), run.toString());
    }

    @Test
    void theReportsSayIt() throws IOException {
        Path report = folder.resolve("report.html");
        run("compare", A, B, "--html", report.toString());
        assertTrue(Files.readString(report).contains("WARC-Truncated: disconnect"), "the HTML report");
        assertTrue(run("compare", A, B, "--markdown").out().contains("was cut short then"), "the Markdown");
        Console.Run many = run("compare", A, E + "@first", B);
        assertTrue(many.err().contains("WARC-Truncated: disconnect"), many.toString());
        Console.Run trace = run("trace", B);
        assertTrue(trace.err().contains(B + ", captured 2024-03-01T11:00:00Z, was cut short"), trace.toString());
    }

    @Test
    void aLaterCaptureThatWasCutIsNoEdit() {
        Console.Run run = run("compare", "--versions", E, "--json");
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        JsonNode step = Json.parse(run.out()).path("steps").path(0);
        assertEquals("none", step.path("severity").asText(), step.toString());
        assertFalse(step.path("silent").asBoolean(), step.toString());
        assertEquals("[\"cut-short\"]", step.path("verdicts").toString());
    }

    @Test
    void twoWholeCopiesAreTheSame() {
        Console.Run run = run("compare", A, E + "@first");
        assertEquals(0, run.code(), run.toString());
    }
}
