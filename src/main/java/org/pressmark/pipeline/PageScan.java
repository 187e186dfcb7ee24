package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.ContentCoding;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Body;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/**
 * One reading of a fetched page or style sheet, without a tree: the addresses that it names, and its rough build.
 *
 * <p>Tags and nearly all addresses are ASCII, and in nearly all encodings ASCII is itself. So the bytes are read as they
 * are, and only where an address has others, or the encoding is of the wide kind, is the document decoded and read again.
 */
final class PageScan {
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    /** So many bytes at the beginning tell whether characters are wider than a byte. */
    private static final int SNIFFED = 256;

    private PageScan() {}

    /**
     * What was seen.
     *
     * @param outlinks as {@link org.pressmark.archive.CaptureContext} wants them, each address once, in page order
     * @param build how the page is built; empty where it is none
     */
    record Seen(List<String> outlinks, Optional<PageBuild> build) {
        static final Seen NOTHING = new Seen(List.of(), Optional.empty());
    }

    static Seen of(Exchange exchange) throws IOException {
        HttpHead head = exchange.responseHead();
        String contentType = head.first("Content-Type").orElse("");
        String type = Documents.mediaType(contentType);
        boolean css = type.equals("text/css");
        if (exchange.body().length() == 0 || (!css && !HTML.contains(type))) {
            return Seen.NOTHING;
        }
        byte[] bytes = decoded(exchange.body(), head.first("Content-Encoding"));
        if (!wide(bytes, contentType)) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            Outlinks outlinks = new Outlinks();
            Seen seen = read(text, StandardCharsets.UTF_8, exchange.url(), css, outlinks);
            if (outlinks.ascii) {
                return seen;
            }
        }
        SourceText source = SourceText.decode(bytes, Optional.of(contentType));
        return read(source.text(), source.charset(), exchange.url(), css, new Outlinks());
    }

    private static byte[] decoded(Body body, Optional<String> coding) throws IOException {
        if (body instanceof Body.InMemory memory) {
            return ContentCoding.decode(memory.bytes(), coding, Documents.LIMIT).bytes();
        }
        try (InputStream in = body.open()) {
            return ContentCoding.decode(in, coding, Documents.LIMIT).bytes();
        }
    }

    /** True where ASCII characters are not the bytes that they are elsewhere: UTF-16, UTF-32, the ISO-2022 family. */
    private static boolean wide(byte[] bytes, String contentType) {
        String label = contentType.toLowerCase(Locale.ROOT);
        if (label.contains("utf-16") || label.contains("utf-32") || label.contains("2022")) {
            return true;
        }
        for (int i = 0; i < Math.min(bytes.length, SNIFFED); i++) {
            if (bytes[i] == 0 || bytes[i] == 0x1b) {
                return true;
            }
        }
        return false;
    }

    private static Seen read(String text, Charset charset, String url, boolean css, Outlinks outlinks) {
        if (css) {
            AddressScan.css(text, url, outlinks::add);
            return new Seen(outlinks.all(), Optional.empty());
        }
        PageBuild.Builder build = new PageBuild.Builder(outlinks::add);
        AddressScan.html(text, url, charset, build);
        return new Seen(outlinks.all(), Optional.of(build.built(text)));
    }

    /** Addresses as they come, each once. */
    private static final class Outlinks {
        private final Map<String, String> ways = new LinkedHashMap<>();
        private boolean ascii = true;

        void add(Address address) {
            if (!address.fetchable() || address.kind() == AddressKind.BASE) {
                return;
            }
            ascii &= ascii(address.raw());
            String url = address.target().map(WebAddress::withoutFragment).orElse("");
            if (!url.isEmpty()) {
                ways.putIfAbsent(url, way(address));
            }
        }

        private static boolean ascii(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > 0x7f) {
                    return false;
                }
            }
            return true;
        }

        private static String way(Address address) {
            String hop = address.kind().requisite() ? "E" : "L";
            return hop + " " + address.element() + (address.attribute().isEmpty() ? "" : "/@" + address.attribute());
        }

        List<String> all() {
            return ways.entrySet().stream()
                    .map(way -> way.getKey() + " " + way.getValue())
                    .toList();
        }
    }
}
