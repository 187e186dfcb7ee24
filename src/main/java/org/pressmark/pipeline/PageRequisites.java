package org.pressmark.pipeline;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pressmark.crawl.StatedImages;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.ArchivedResponse;

/**
 * What a page, style sheet or drawing needs to be seen as it was: its pictures, styles, fonts and scripts. Of a page also the
 * pictures that its JSON-LD names: no browser shows them there, but who compares copies wants them.
 */
final class PageRequisites implements AddressScan.Visitor {
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    private final Map<String, AddressKind> urls = new LinkedHashMap<>();
    private final StatedImages stated;

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
        // Frames are pages of their own; a lazy image is what a reader with scripts would see.
        if (address.fetchable() && address.kind().requisite() && address.kind() != AddressKind.FRAME) {
            address.target()
                    .map(WebAddress::withoutFragment)
                    .ifPresent(target -> urls.putIfAbsent(target, address.kind()));
        }
    }

    /** Absolute addresses without fragments, each once: those in page order, then what JSON-LD names. */
    List<String> all() {
        return List.copyOf(kinds().keySet());
    }

    /** The same, with what each is for. */
    private Map<String, AddressKind> kinds() {
        stated.all().forEach(image -> urls.putIfAbsent(image, AddressKind.IMAGE));
        return urls;
    }

    /** Those of a stored document; none for what names no parts. */
    static List<String> of(ArchivedResponse response) throws IOException {
        return List.copyOf(kinds(response).keySet());
    }

    /** The same, with what each is for, in page order. */
    static Map<String, AddressKind> kinds(ArchivedResponse response) throws IOException {
        String type = response.capture().mediaType();
        boolean html = HTML.contains(type);
        if (!html && !type.equals("text/css") && !type.equals("image/svg+xml")) {
            return Map.of();
        }
        SourceText source = SourceText.decode(Documents.payload(response).bytes(), response.contentType());
        String url = response.capture().url();
        PageRequisites found = new PageRequisites(url);
        if (html) {
            AddressScan.html(source.text(), url, source.charset(), found);
        } else if (type.equals("text/css")) {
            AddressScan.css(source.text(), url, found);
        } else {
            AddressScan.xml(source.text(), url).forEach(found::address);
        }
        return found.kinds();
    }
}
