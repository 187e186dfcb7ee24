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
import org.pressmark.markup.WebAddress;
import org.pressmark.model.ArchivedResponse;

/**
 * What a page, style sheet or drawing needs to be seen as it was: its pictures, styles, fonts and scripts. Of a page also the
 * pictures that its JSON-LD names: no browser shows them there, but who compares copies wants them.
 */
final class PageRequisites {
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    private final Map<String, AddressKind> urls = new LinkedHashMap<>();

    /** Takes an address of the document into account. */
    void add(Address address) {
        // Frames are pages of their own; a lazy image is what a reader with scripts would see.
        if (address.fetchable() && address.kind().requisite() && address.kind() != AddressKind.FRAME) {
            address.target().map(WebAddress::withoutFragment).ifPresent(target -> urls.putIfAbsent(target, address.kind()));
        }
    }

    /** Takes what an HTML text says beside its addresses into account. */
    void addStated(String html, String url) {
        StatedImages.of(html, url).forEach(image -> urls.putIfAbsent(image, AddressKind.IMAGE));
    }

    /** Absolute addresses without fragments, in page order, each once. */
    List<String> all() {
        return List.copyOf(urls.keySet());
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
        PageRequisites found = new PageRequisites();
        List<Address> addresses = html
                ? AddressScan.html(source.text(), url)
                : type.equals("text/css") ? AddressScan.css(source.text(), url) : AddressScan.xml(source.text(), url);
        addresses.forEach(found::add);
        if (html) {
            found.addStated(source.text(), url);
        }
        return found.urls;
    }
}
