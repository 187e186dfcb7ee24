package org.pressmark.pipeline;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.ArchivedResponse;

/** What a page or style sheet needs to be seen as it was: its pictures, styles, fonts and scripts. */
final class PageRequisites {
    private final Set<String> urls = new LinkedHashSet<>();

    /** Takes an address of the document into account. */
    void add(Address address) {
        // Frames are pages of their own; a lazy image is what a reader with scripts would see.
        if (address.fetchable() && address.kind().requisite() && address.kind() != AddressKind.FRAME) {
            address.target().map(WebAddress::withoutFragment).ifPresent(urls::add);
        }
    }

    /** Absolute addresses without fragments, in page order, each once. */
    List<String> all() {
        return List.copyOf(urls);
    }

    /** Those of a stored document; none for what is neither HTML nor CSS. */
    static List<String> of(ArchivedResponse response) throws IOException {
        String type = response.capture().mediaType();
        boolean css = type.equals("text/css");
        if (!css && !type.equals("text/html") && !type.equals("application/xhtml+xml")) {
            return List.of();
        }
        SourceText source = SourceText.decode(Documents.payload(response).bytes(), response.contentType());
        String url = response.capture().url();
        PageRequisites found = new PageRequisites();
        (css ? AddressScan.css(source.text(), url) : AddressScan.html(source.text(), url)).forEach(found::add);
        return found.all();
    }
}
