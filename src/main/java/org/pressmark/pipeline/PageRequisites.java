package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pressmark.crawl.ManifestIcons;
import org.pressmark.crawl.StatedImages;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.ArchivedResponse;

/**
 * What a page needs to be seen as it was: its pictures, styles, fonts, scripts and frames, and what these need in turn. Of a page
 * also the pictures that it states for machines: no browser shows them there, but who compares copies wants them.
 */
final class PageRequisites implements AddressScan.Visitor {
    private static final Set<String> SCRIPTS = Set.of(
            "text/javascript",
            "application/javascript",
            "application/x-javascript",
            "text/ecmascript",
            "application/ecmascript");

    private final Map<String, AddressKind> urls = new LinkedHashMap<>();
    private final StatedImages stated;

    /** Documents that name parts, by how they do it. */
    private enum Kind {
        HTML,
        XHTML,
        STYLE,
        DRAWING,
        SCRIPT,
        MANIFEST,
        OTHER;

        /** @param as what for a page names it: many servers call a manifest plain JSON */
        static Kind of(String mediaType, AddressKind as) {
            return as == AddressKind.MANIFEST && mediaType.endsWith("json") ? MANIFEST : of(mediaType);
        }

        static Kind of(String mediaType) {
            return switch (mediaType) {
                case "text/html" -> HTML;
                case "application/xhtml+xml" -> XHTML;
                case "text/css" -> STYLE;
                case "image/svg+xml" -> DRAWING;
                case "application/manifest+json" -> MANIFEST;
                default -> SCRIPTS.contains(mediaType) ? SCRIPT : OTHER;
            };
        }
    }

    /** @param url the document's absolute address */
    PageRequisites(String url) {
        this.stated = new StatedImages(url);
    }

    @Override
    public void tag(TagReader tag) {
        stated.tag(tag);
    }

    @Override
    public void address(Address address) {
        // A lazy image is what a reader with scripts would see.
        if (address.fetchable() && address.kind().requisite()) {
            address.target()
                    .map(WebAddress::withoutFragment)
                    .ifPresent(target -> urls.putIfAbsent(target, address.kind()));
        }
    }

    /**
     * Absolute addresses without fragments, each once, with what each is for: those in page order, then what a page states for
     * machines.
     */
    Map<String, AddressKind> kinds() {
        stated.all().forEach(image -> urls.putIfAbsent(image, AddressKind.IMAGE));
        return Collections.unmodifiableMap(urls);
    }

    /** True where a document of this type may name parts. */
    static boolean namedBy(String mediaType) {
        return namedBy(mediaType, AddressKind.OTHER);
    }

    /** The same of a document that is there for something. */
    static boolean namedBy(String mediaType, AddressKind as) {
        return Kind.of(mediaType, as) != Kind.OTHER;
    }

    /** Those of a stored document; none for what names no parts. */
    static List<String> of(ArchivedResponse response) throws IOException {
        return List.copyOf(kinds(response, AddressKind.OTHER).keySet());
    }

    /**
     * The same, with what each is for, in page order.
     *
     * @param as what for the document itself was named
     */
    static Map<String, AddressKind> kinds(ArchivedResponse response, AddressKind as) throws IOException {
        String type = response.capture().mediaType();
        if (!namedBy(type, as)) {
            return Map.of();
        }
        SourceText source = SourceText.decode(Documents.payload(response).bytes(), response.contentType());
        PageRequisites found = of(Kind.of(type, as), source, response.capture().url());
        if (page(type) && response.head().isPresent()) {
            String inHead = NamedInHead.html(response.head().get());
            AddressScan.html(inHead, response.capture().url(), StandardCharsets.UTF_8, found);
        }
        return found.kinds();
    }

    /** True for what a browser shows as a page. */
    static boolean page(String mediaType) {
        return Kind.of(mediaType) == Kind.HTML || Kind.of(mediaType) == Kind.XHTML;
    }

    /** Those of a document that was read. */
    static PageRequisites of(String mediaType, SourceText source, String url) {
        return of(Kind.of(mediaType), source, url);
    }

    private static PageRequisites of(Kind kind, SourceText source, String url) {
        PageRequisites found = new PageRequisites(url);
        String text = source.text();
        switch (kind) {
            case HTML -> AddressScan.html(text, url, source.charset(), found);
            case STYLE -> AddressScan.css(text, url, found);
            case XHTML, DRAWING -> AddressScan.xml(text, url, source.charset(), found);
            case SCRIPT -> AddressScan.module(text, url, found);
            case MANIFEST ->
                ManifestIcons.of(text, url).forEach(icon -> found.urls.putIfAbsent(icon, AddressKind.ICON));
            case OTHER -> {}
        }
        return found;
    }
}
