package org.pressmark.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.pressmark.markup.StrayPercent;
import org.pressmark.model.Capture;

/** The addresses of our own pages. */
final class Hrefs {
    private Hrefs() {}

    static String page(String url) {
        return "/page?url=" + escape(url);
    }

    /** The stored pages of a host. */
    static String site(String host) {
        return "/site?of=" + escape(host);
    }

    static String search(String words) {
        return "/search?q=" + escape(words);
    }

    static String sourceFeed(String source) {
        return "/feed/edits?source=" + escape(source);
    }

    static String capturing(String url) {
        return "/capturing?url=" + escape(url);
    }

    static String compare(String base, String other) {
        return "/compare?a=" + escape(base) + "&b=" + escape(other);
    }

    static String apparatus(List<String> captures) {
        return "/apparatus?" + captures.stream().map(id -> "of=" + escape(id)).collect(Collectors.joining("&"));
    }

    /** A part of what is too much for one page. */
    static String part(String href, int number) {
        return href + "&part=" + number;
    }

    static String versions(String url) {
        return "/versions/" + archived(url);
    }

    /** The texts up to one, by its number. */
    static String versions(String url, int until) {
        return "/versions/" + until + "/" + archived(url);
    }

    static String chain(String recordId) {
        return "/chain?of=" + escape(recordId);
    }

    static String view(Capture capture) {
        return view(capture.url(), capture.date());
    }

    /** A stored page in its frame, as of a time. */
    static String view(String url, Instant date) {
        return "/view/" + Memento.stamp(date) + "/" + archived(url);
    }

    /** What was read from a capture. */
    static String extraction(Capture capture) {
        return "/extract/" + Memento.stamp(capture.date()) + "/" + archived(capture.url());
    }

    /** The stored page in its frame, its blocks outlined. */
    static String outlined(Capture capture) {
        return "/outline/" + Memento.stamp(capture.date()) + "/" + archived(capture.url());
    }

    /** The copy of the stored page whose blocks are outlined; no memento. */
    static String marked(Capture capture) {
        return "/marked/" + Memento.stamp(capture.date()) + "/" + archived(capture.url());
    }

    /** The memento itself (URI-M). */
    static String memento(Capture capture, String modifier) {
        return "/web/" + Memento.stamp(capture.date()) + modifier + "/" + archived(capture.url());
    }

    /** A capture with its parts as a WACZ file. */
    static String wacz(Capture capture) {
        return "/wacz/" + Memento.stamp(capture.date()) + "/" + archived(capture.url());
    }

    static String timeGate(String url) {
        return "/web/" + archived(url);
    }

    /** A TimeMap in a format; only pages after the first have their number in the address. */
    static String timeMap(String format, int page, String url) {
        return "/web/timemap/" + format + "/" + (page > 1 ? page + "/" : "") + archived(url);
    }

    /** An archived address inside one of ours: as it is, but for characters that no request line or header may hold. */
    static String archived(String url) {
        StringBuilder out = new StringBuilder(url.length());
        int fragment = url.indexOf('#');
        byte[] bytes = StrayPercent.encoded(fragment < 0 ? url : url.substring(0, fragment))
                .getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    private static String escape(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
