package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pressmark.crawl.Discovery;
import org.pressmark.crawl.PageLinks;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.ContentCoding;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Body;
import org.pressmark.model.HttpHead;

/**
 * The one reading of a fetched page or style sheet, without a tree: the addresses that it names, what it needs, its links,
 * and its rough build.
 *
 * <p>Tags and nearly all addresses are ASCII, and in nearly all encodings ASCII is itself. So the bytes are read as they
 * are, and only where an address has others, or the encoding is of the wide kind, is the document decoded and read again.
 */
final class PageScan {
    private static final String CSS = "text/css";
    private static final String XHTML = "application/xhtml+xml";
    /** What is read with its links and its build; of other documents only what they need counts. */
    private static final Set<String> READ = Set.of("text/html", XHTML, CSS);

    /** So many bytes at the beginning tell whether characters are wider than a byte. */
    private static final int SNIFFED = 256;

    private PageScan() {}

    /**
     * What was seen.
     *
     * @param outlinks as {@link org.pressmark.archive.CaptureContext} wants them, each address once, in page order
     * @param requisites what it needs to be seen as it was, and what for, in page order
     * @param links of a page that is nothing else by its own bytes; see {@link Discovery#isPage}
     * @param build how the page is built; empty where it is none
     */
    record Seen(
            List<String> outlinks,
            Map<String, AddressKind> requisites,
            Optional<PageLinks> links,
            Optional<PageBuild> build) {
        static final Seen NOTHING = new Seen(List.of(), Map.of(), Optional.empty(), Optional.empty());

        private static Seen part(PageRequisites requisites) {
            return new Seen(List.of(), requisites.kinds(), Optional.empty(), Optional.empty());
        }
    }

    static Seen of(Answer answer) throws IOException {
        HttpHead head = answer.head();
        String contentType = head.first("Content-Type").orElse("");
        String type = Documents.mediaType(contentType);
        String inHead = PageRequisites.page(type) ? NamedInHead.html(head) : "";
        if (answer.body().length() == 0 && inHead.isEmpty() || !PageRequisites.namedBy(type)) {
            return Seen.NOTHING;
        }
        byte[] bytes = decoded(answer.body(), head.first("Content-Encoding"));
        if (!READ.contains(type)) {
            return Seen.part(PageRequisites.of(type, SourceText.decode(bytes, Optional.of(contentType)), answer.url()));
        }
        if (!wide(bytes, contentType)) {
            Words words = new Words(bytes, contentType);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            Scan scan = new Scan(text, answer.url(), words::of);
            scan.read(StandardCharsets.UTF_8, type);
            if (scan.ascii) {
                scan.head(inHead);
                return scan.seen(type.equals(CSS));
            }
        }
        SourceText source = SourceText.decode(bytes, Optional.of(contentType));
        Scan scan = new Scan(source.text(), answer.url(), UnaryOperator.identity());
        scan.read(source.charset(), type);
        scan.head(inHead);
        return scan.seen(type.equals(CSS));
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

    /** What the words of a document say that is read as bytes. Its encoding is found out only where it matters. */
    private static final class Words {
        private final byte[] bytes;
        private final String contentType;
        private Optional<Charset> charset = Optional.empty();

        Words(byte[] bytes, String contentType) {
            this.bytes = bytes;
            this.contentType = contentType;
        }

        String of(String raw) {
            if (ascii(raw)) {
                return raw;
            }
            if (charset.isEmpty()) {
                charset = Optional.of(
                        SourceText.decode(bytes, Optional.of(contentType)).charset());
            }
            return new String(raw.getBytes(StandardCharsets.ISO_8859_1), charset.get());
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

    /** All that is gathered on one way through a document. */
    private static final class Scan implements AddressScan.Visitor {
        private final String text;
        private final String url;
        private final PageBuild.Builder build = new PageBuild.Builder();
        private final PageLinks links;
        private final PageRequisites requisites;
        /** By address, how it is named the first time. */
        private final Map<String, String> outlinks = new LinkedHashMap<>();

        private boolean ascii = true;

        Scan(String text, String url, UnaryOperator<String> words) {
            this.text = text;
            this.url = url;
            this.links = new PageLinks(text, url, words);
            this.requisites = new PageRequisites(url);
        }

        void read(Charset charset, String type) {
            switch (type) {
                case CSS -> AddressScan.css(text, url, this);
                case XHTML -> AddressScan.xml(text, url, charset, this);
                default -> AddressScan.html(text, url, charset, this);
            }
        }

        @Override
        public void tag(TagReader tag) {
            build.tag(tag);
            links.tag(tag);
            requisites.tag(tag);
        }

        @Override
        public void address(Address address) {
            build.address(address);
            links.address(address);
            requisites.address(address);
            if (!address.fetchable() || address.kind() == AddressKind.BASE) {
                return;
            }
            ascii = ascii && ascii(address.raw());
            outlink(address);
        }

        /** What the page's head names, set as elements. */
        void head(String html) {
            AddressScan.html(html, url, StandardCharsets.UTF_8, address -> {
                if (address.fetchable() && (address.kind().requisite() || address.kind() == AddressKind.REFRESH)) {
                    build.address(address);
                    requisites.address(address);
                    outlink(address);
                }
            });
        }

        private void outlink(Address address) {
            String target = address.target().map(WebAddress::withoutFragment).orElse("");
            if (!target.isEmpty() && !outlinks.containsKey(target)) {
                outlinks.put(target, way(address));
            }
        }

        private static String way(Address address) {
            String hop = address.kind().requisite() ? "E" : "L";
            return hop + " " + address.element() + (address.attribute().isEmpty() ? "" : "/@" + address.attribute());
        }

        Seen seen(boolean css) {
            List<String> named = new ArrayList<>(outlinks.size());
            outlinks.forEach((address, way) -> named.add(address + " " + way));
            boolean page = !css && Discovery.isPage(text, url);
            return new Seen(
                    named,
                    requisites.kinds(),
                    page ? Optional.of(links) : Optional.empty(),
                    css ? Optional.empty() : Optional.of(build.built(text)));
        }
    }
}
