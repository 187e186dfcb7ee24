package org.pressmark.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;

/**
 * Reads the text of PDF documents, each in a process of its own with so much memory and so much time: a document may be made to
 * swell a thousandfold or to never end, and no library guards against all of it.
 */
public final class PdfReader {
    /** What stands behind each paragraph in the text that the process writes. */
    static final String PARAGRAPH = "\f";

    static final int MOST_CHARACTERS = 5_000_000;
    private static final String MEMORY = "-Xmx256m";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** So many documents at once, whoever asks. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private final Duration patience;

    public PdfReader() {
        this(PATIENCE);
    }

    PdfReader(Duration patience) {
        this.patience = patience;
    }

    /** Whether some bytes say that they are a PDF document (ISO 32000-1 §7.5.2). */
    public static boolean isPdf(byte[] bytes) {
        int from = 0;
        // Readers look for the mark in the first kilobyte.
        int last = Math.min(bytes.length, 1024) - 5;
        while (from <= last) {
            if (bytes[from] == '%' && bytes[from + 1] == 'P' && bytes[from + 2] == 'D' && bytes[from + 3] == 'F') {
                return true;
            }
            from++;
        }
        return false;
    }

    /**
     * The text.
     *
     * @throws IOException if no temporary file can be written or no process be started; what is wrong with the document itself is a
     *     {@link PdfText#problem}
     */
    public PdfText read(byte[] pdf) throws IOException {
        Path in = Files.createTempFile("pressmark", ".pdf");
        Path out = Files.createTempFile("pressmark", ".json");
        try {
            Files.write(in, pdf);
            Optional<String> trouble = run(in, out);
            return trouble.isPresent() ? PdfText.unreadable(trouble.get()) : parsed(out);
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
        }
    }

    private Optional<String> run(Path in, Path out) throws IOException {
        AT_ONCE.acquireUninterruptibly();
        try {
            return alone(in, out);
        } finally {
            AT_ONCE.release();
        }
    }

    private Optional<String> alone(Path in, Path out) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfMain.class.getName(),
                        in.toString(),
                        out.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of("its text takes longer to read than " + patience.toSeconds() + " s");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("its text cannot be read in the memory there is for it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped while it was being read");
        } finally {
            process.destroyForcibly();
        }
    }

    private static PdfText parsed(Path out) throws IOException {
        JsonNode found;
        try {
            found = Json.parse(Files.readString(out, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            return PdfText.unreadable("its text cannot be read");
        }
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : found.path("text").asText().split(PARAGRAPH, -1)) {
            String joined = joined(paragraph);
            if (!joined.isEmpty()) {
                paragraphs.add(joined);
            }
        }
        return new PdfText(
                text(found, "title"),
                text(found, "author"),
                text(found, "created"),
                paragraphs,
                found.path("pages").asInt(),
                text(found, "problem"));
    }

    /** The lines of a paragraph as one; a word that was divided at a line's end is whole again. */
    private static String joined(String paragraph) {
        return paragraph
                .strip()
                .replaceAll("(?<=\\p{L})[\\u00ad-]\\s*\\R\\s*(?=\\p{Ll})", "")
                .replaceAll("\\s+", " ");
    }

    private static Optional<String> text(JsonNode found, String key) {
        return Optional.of(found.path(key).asText()).filter(text -> !text.isBlank());
    }
}
