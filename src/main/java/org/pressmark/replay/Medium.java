package org.pressmark.replay;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a stored payload is, as far as replay cares. */
public enum Medium {
    HTML,
    /** XHTML and SVG: the same addresses under XML's rules. */
    XML,
    CSS,
    SCRIPT,
    /** XML that programs read: feeds, sitemaps, DASH manifests. */
    FEED,
    /** HLS. */
    PLAYLIST,
    /** JSON that names icons and pages of a web application. */
    MANIFEST,
    /** Any other text, Markdown and JSON among it. */
    TEXT,
    /** Pictures, fonts, films, archives. */
    BINARY;

    /** Labels that say nothing; a browser looks at the bytes then (MIME Sniffing standard §7). */
    private static final Set<String> UNKNOWN = Set.of("", "unknown/unknown", "application/unknown");

    /**
     * Tells by the label, and by the first bytes where there is none.
     *
     * @param contentType the Content-Type header as sent
     */
    public static Medium of(Optional<String> contentType, byte[] payload) {
        String type = ContentType.type(contentType.orElse(""));
        if (UNKNOWN.contains(type) || type.equals("application/octet-stream")) {
            return sniffed(payload);
        }
        return switch (type) {
            case "text/html" -> HTML;
            case "application/xhtml+xml", "image/svg+xml" -> XML;
            case "text/css" -> CSS;
            case "text/xml", "application/xml", "text/xsl" -> showsItself(payload) ? XML : FEED;
            case "application/json" -> TEXT;
            case "application/javascript",
                    "application/x-javascript",
                    "application/ecmascript",
                    "text/javascript",
                    "text/ecmascript" -> SCRIPT;
            case "application/vnd.apple.mpegurl",
                    "application/x-mpegurl",
                    "application/mpegurl",
                    "audio/mpegurl",
                    "audio/x-mpegurl" -> PLAYLIST;
            case "application/manifest+json" -> MANIFEST;
            default ->
                type.endsWith("+xml") ? FEED : type.startsWith("text/") || type.endsWith("+json") ? TEXT : BINARY;
        };
    }

    /** Whether a Content-Type header says nothing of what the bytes are. */
    public static boolean unknown(String contentType) {
        return UNKNOWN.contains(ContentType.type(contentType));
    }

    /** The label under which a browser that may not look at the bytes shows such a document; none where it needs none. */
    public Optional<String> label() {
        return switch (this) {
            case HTML -> Optional.of("text/html");
            case XML, FEED -> Optional.of("application/xml");
            case CSS -> Optional.of("text/css");
            case SCRIPT -> Optional.of("text/javascript");
            default -> Optional.empty();
        };
    }

    private static boolean showsItself(byte[] payload) {
        String head = head(payload);
        return head.contains("http://www.w3.org/1999/xhtml") || head.contains("http://www.w3.org/2000/svg");
    }

    private static String head(byte[] payload) {
        return new String(payload, 0, Math.min(payload.length, 1024), StandardCharsets.ISO_8859_1);
    }

    /** MIME Sniffing standard §7.1, as far as pages go. */
    private static Medium sniffed(byte[] payload) {
        String head = head(payload).toLowerCase(Locale.ROOT);
        String start = (head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head).stripLeading();
        for (String tag : new String[] {
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<script",
            "<iframe",
            "<h1",
            "<div",
            "<font",
            "<table",
            "<a ",
            "<style",
            "<title",
            "<b>",
            "<br",
            "<p>",
            "<p ",
            "<!--"
        }) {
            if (start.startsWith(tag)) {
                return HTML;
            }
        }
        if (start.startsWith("<?xml")) {
            return showsItself(payload) ? XML : FEED;
        }
        return binary(head) ? BINARY : TEXT;
    }

    private static boolean binary(String head) {
        return head.chars().anyMatch(c -> c <= 8 || c == 0x0B || (c >= 0x0E && c <= 0x1A) || (c >= 0x1C && c < 0x20));
    }
}
