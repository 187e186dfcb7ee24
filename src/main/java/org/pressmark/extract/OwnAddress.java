package org.pressmark.extract;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.pressmark.model.Field;

/** The addresses by which a page knows itself: a headline that links to one of them is its own, not a teaser of another page. */
final class OwnAddress {
    private final Set<String> bare;

    OwnAddress(Page page) {
        Stream<String> told = page.facts.every("link.canonical", "meta.og:url").stream()
                .map(Field::value)
                .map(address -> Addresses.absolute(page.document.baseUri(), address));
        this.bare = Stream.concat(Stream.of(page.document.location()), told)
                // Many pages call the front page their canonical address, and every page links there.
                .filter(address -> Addresses.web(address) && !Addresses.front(address))
                .map(OwnAddress::bare)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True where the link leads to this very page. */
    boolean is(Element link) {
        return !bare.isEmpty() && is(link.absUrl("href"));
    }

    /** True where this whole address is one of its own. */
    boolean is(String address) {
        return bare.contains(bare(address));
    }

    /** Without scheme, fragment and closing slash: the same page is linked with and without. */
    private static String bare(String address) {
        int fragment = address.indexOf('#');
        String whole = fragment < 0 ? address : address.substring(0, fragment);
        int scheme = whole.indexOf("://");
        String rest = scheme < 0 ? whole : whole.substring(scheme + 3);
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }
}
