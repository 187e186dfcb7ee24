package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pressmark.markup.ContentCoding;
import org.pressmark.markup.SourceText;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.HttpHead;

/** Which stored things are documents that can be read as articles, and their bytes as the author wrote them. */
final class Documents {
    /** Longest document that is decoded: what a content-encoding may swell to. */
    static final long LIMIT = 64L << 20;

    /** So many bytes at a file's beginning tell whether it is text. */
    private static final int SNIFFED = 8192;

    private static final Set<String> READABLE =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/xml+xhtml", "");

    private Documents() {}

    /** True where a capture may hold an article: a page that was answered, or a document that was handed in. */
    static boolean readable(Capture capture) {
        boolean answered = capture.status() == 0 || capture.status() >= 200 && capture.status() < 300;
        return capture.role() == Capture.Role.PAGE && answered && READABLE.contains(capture.mediaType());
    }

    /** The payload with its content-encoding undone, at most {@link #LIMIT} bytes of it; the stored body is let go. */
    static ContentCoding.Decoded payload(ArchivedResponse response) throws IOException {
        Optional<String> coding = response.head().flatMap(head -> head.first("Content-Encoding"));
        try (InputStream in = response.body().open()) {
            return ContentCoding.decode(in, coding, LIMIT);
        } finally {
            discard(response);
        }
    }

    /** False for bytes of which no encoding makes text: pictures, archives, noise. */
    static boolean looksLikeText(byte[] bytes) {
        String start = SourceText.decode(Arrays.copyOf(bytes, Math.min(bytes.length, SNIFFED)), Optional.empty())
                .text();
        long odd = start.chars()
                .filter(c -> c == 0xFFFD || c >= 0x80 && c < 0xA0 || c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        return odd * 20 <= start.length();
    }

    /** Removes the file that a long body was read into. */
    static void discard(ArchivedResponse response) throws IOException {
        if (response.body() instanceof Body.Spooled spooled) {
            Files.deleteIfExists(spooled.file());
        }
    }

    /** The media type that a file's name tells, empty where it tells none: the bytes themselves will. */
    static Optional<String> typeByName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1)) {
            case "html", "htm", "xhtml" -> Optional.of("text/html");
            case "md", "markdown" -> Optional.of("text/markdown");
            case "txt", "text" -> Optional.of("text/plain");
            case "pdf" -> Optional.of("application/pdf");
            default -> Optional.empty();
        };
    }

    /** The status line's words, e.g. {@code 404 Not Found}. */
    static String status(Optional<HttpHead> head) {
        return head.map(HttpHead::startLine)
                .map(line -> line.replaceFirst("^HTTP/\\S+ ", ""))
                .orElse("");
    }
}
