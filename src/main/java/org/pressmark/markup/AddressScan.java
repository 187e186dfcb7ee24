package org.pressmark.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds every address of a document in one pass, without a tree: links, pictures, styles, scripts, frames, in attributes,
 * lists of sources, style sheets and {@code srcdoc} documents within attributes.
 */
public final class AddressScan {
    private AddressScan() {}

    /** Takes what the scan meets, in document order. */
    public interface Visitor {

        /** A tag, comment or raw text, before its addresses; the reader must not be moved. */
        default void tag(TagReader tag) {}

        /** An address. */
        void address(Address address);
    }

    /**
     * Every address of an HTML document. Addresses before {@code <base href>} stand on the document's own, as for a browser
     * that loads while it reads.
     *
     * @param url the document's absolute address
     */
    public static List<Address> html(String text, String url) {
        List<Address> found = new ArrayList<>();
        html(text, url, StandardCharsets.UTF_8, found::add);
        return found;
    }

    /** As {@link #html(String, String)}, without keeping the addresses; see {@link WebAddress#resolve(String, Charset)}. */
    public static void html(String text, String url, Charset documentCharset, Visitor visitor) {
        new AddressFinder(text, url, documentCharset, visitor).markup(TagReader.html(text), 0);
    }

    /** Every address of an XML document: XHTML, SVG. */
    public static List<Address> xml(String text, String url) {
        List<Address> found = new ArrayList<>();
        xml(text, url, StandardCharsets.UTF_8, found::add);
        return found;
    }

    /** As {@link #xml(String, String)}, without keeping the addresses. */
    public static void xml(String text, String url, Charset documentCharset, Visitor visitor) {
        new AddressFinder(text, url, documentCharset, visitor).markup(TagReader.xml(text), 0);
    }

    /** Every address of a style sheet. */
    public static List<Address> css(String text, String url) {
        List<Address> found = new ArrayList<>();
        css(text, url, found::add);
        return found;
    }

    /** As {@link #css(String, String)}, without keeping the addresses. */
    public static void css(String text, String url, Visitor visitor) {
        new AddressFinder(text, url, StandardCharsets.UTF_8, visitor)
                .sheet(Layer.root(text), 0, text.length(), "style", "");
    }

    /** The addresses of XML that programs read: feeds, sitemaps, DASH manifests. Only absolute ones that are whole values. */
    public static void feed(String text, String url, Visitor visitor) {
        data(text, url, visitor).xml();
    }

    /** The addresses of an HLS playlist (RFC 8216), relative ones apart, as they stay right where the playlist goes. */
    public static void playlist(String text, String url, Visitor visitor) {
        data(text, url, visitor).playlist();
    }

    /** The addresses of a JSON manifest, relative ones apart. */
    public static void manifest(String text, String url, Visitor visitor) {
        data(text, url, visitor).manifest();
    }

    /** The modules that a script names by address. */
    public static void module(String text, String url, Visitor visitor) {
        data(text, url, visitor).module();
    }

    /** The source map that a script or style sheet names, where that is no relative address. */
    public static void sourceMap(String text, String url, Visitor visitor) {
        data(text, url, visitor).sourceMap();
    }

    private static DataAddresses data(String text, String url, Visitor visitor) {
        return new DataAddresses(text, new AddressFinder(text, url, StandardCharsets.UTF_8, visitor));
    }
}
