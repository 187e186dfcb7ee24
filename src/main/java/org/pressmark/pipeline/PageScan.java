package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.ContentCoding;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** One reading of a fetched page or style sheet, without a tree: the addresses that it names, and its rough build. */
final class PageScan {
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

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
        ContentCoding.Decoded decoded;
        try (InputStream in = exchange.body().open()) {
            decoded = ContentCoding.decode(in, head.first("Content-Encoding"), Documents.LIMIT);
        }
        SourceText source = SourceText.decode(decoded.bytes(), Optional.of(contentType));
        Outlinks outlinks = new Outlinks();
        if (css) {
            AddressScan.css(source.text(), exchange.url(), outlinks::add);
            return new Seen(outlinks.all(), Optional.empty());
        }
        PageBuild.Builder build = new PageBuild.Builder(outlinks::add);
        AddressScan.html(source.text(), exchange.url(), source.charset(), build);
        return new Seen(outlinks.all(), Optional.of(build.built(source.text())));
    }

    /** Addresses as they come, each once. */
    private static final class Outlinks {
        private final Map<String, String> ways = new LinkedHashMap<>();

        void add(Address address) {
            if (!address.fetchable() || address.kind() == AddressKind.BASE) {
                return;
            }
            String url = address.target().map(WebAddress::withoutFragment).orElse("");
            if (!url.isEmpty()) {
                ways.putIfAbsent(url, way(address));
            }
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
