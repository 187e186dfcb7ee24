package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.model.HttpHead;

/** Which stored things are documents that can be read as articles, and their bytes as the author wrote them. */
final class Documents {
    /** Longest document that is decoded: what a content-encoding may swell to. */
    static final long LIMIT = 64L << 20;

    /** So much of a document is set as text. */
    private static final long SHOWN = 16L << 20;

    /** So many bytes at a file's beginning tell whether it is text. */
    private static final int SNIFFED = 8192;

    static final String PDF = "application/pdf";

    private static final Set<String> READABLE = Set.of(
            "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/xml+xhtml", PDF, "");

    /** Feeds are read whole; what is longer is a sitemap, or data. */
    private static final long LARGEST_FEED = 16L << 20;

    private Documents() {}

    /** True where a capture may hold an article: a page that was answered, or a document that was handed in. */
    static boolean readable(Capture capture) {
        boolean answered = capture.status() == 0 || capture.status() >= 200 && capture.status() < 300;
        return capture.role() == Capture.Role.PAGE && answered && READABLE.contains(capture.mediaType());
    }

    /** True where a capture may be a feed: its bytes will tell. */
    static boolean perhapsFeed(Capture capture) {
        String type = capture.mediaType();
        boolean typed = type.endsWith("xml") && !type.contains("html") || type.endsWith("json");
        return typed
                && capture.payloadLength() <= LARGEST_FEED
                && capture.role() == Capture.Role.PAGE
                && !capture.revisit()
                && (capture.status() == 0 || capture.status() >= 200 && capture.status() < 300);
    }

    /** The payload with its content-encoding undone, at most {@link #LIMIT} bytes of it; the stored body is let go. */
    static ContentCoding.Decoded payload(ArchivedResponse response) throws IOException {
        Optional<String> coding = response.head().flatMap(head -> head.first("Content-Encoding"));
        try (InputStream in = response.body().open()) {
            return ContentCoding.decode(in, coding, LIMIT);
        } finally {
            discard(response.body());
        }
    }

    /**
     * The payload for people to read, who are told where there is more of it than anybody reads: markup takes many times its
     * length of memory.
     */
    static byte[] shown(ArchivedResponse response, Consumer<Finding> notices) throws IOException {
        Optional<String> coding = response.head().flatMap(head -> head.first("Content-Encoding"));
        try (InputStream in = response.body().open()) {
            ContentCoding.Decoded decoded = ContentCoding.decode(in, coding, SHOWN);
            if (decoded.truncated()) {
                notices.accept(cut(response.capture(), SHOWN));
            }
            return decoded.bytes();
        } finally {
            discard(response.body());
        }
    }

    /** Says that a payload was cut behind so many bytes. */
    static Finding cut(Capture capture, long limit) {
        return new Finding(
                Finding.Level.NOTE,
                "cut-for-reading",
                capture.location().file(),
                capture.location().offset(),
                "the document is longer than " + (limit >> 20)
                        + " MiB when decoded; what lies behind that is left out here, and 'pressmark replay --body'"
                        + " gives all");
    }

    /** False for bytes that no encoding of text has: pictures, archives, noise. */
    static boolean looksLikeText(byte[] bytes) {
        int read = Math.min(bytes.length, SNIFFED);
        int nul = 0;
        int control = 0;
        for (int i = 0; i < read; i++) {
            int b = bytes[i] & 0xff;
            nul += b == 0 ? 1 : 0;
            control += b != 0 && b < 0x20 && "\t\n\f\r\u001b".indexOf(b) < 0 ? 1 : 0;
        }
        // UTF-16 and UTF-32 are full of zeros and have no other control characters to speak of.
        return control * 20 <= read && (nul * 20 <= read || nul * 4 >= read);
    }

    /** Removes the file that a long body was read into. */
    static void discard(Body body) throws IOException {
        if (body instanceof Body.Spooled spooled) {
            Files.deleteIfExists(spooled.file());
        }
    }

    /** A Content-Type's media type, lower case, without parameters. */
    static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The media type that a file's name tells, empty where it tells none: the bytes themselves will. */
    static Optional<String> typeByName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1)) {
            case "html", "htm" -> Optional.of("text/html");
            case "xhtml", "xht" -> Optional.of("application/xhtml+xml");
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
