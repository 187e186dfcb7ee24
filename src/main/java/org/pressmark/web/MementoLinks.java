package org.pressmark.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.pipeline.FindMemento;

/** The Memento protocol's words about time (RFC 7089): Memento-Datetime and the Link header. */
final class MementoLinks {
    private static final DateTimeFormatter RFC1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static final String LINK_FORMAT = "application/link-format";

    private final String origin;
    private final String url;

    /**
     * @param origin of this server, e.g. {@code http://127.0.0.1:8642}
     * @param url the archived page's own address (URI-R)
     */
    MementoLinks(String origin, String url) {
        this.origin = origin;
        this.url = url;
    }

    /** E.g. {@code Sat, 21 Nov 2026 16:14:05 GMT} (RFC 7089 §2.1.1). */
    static String date(Instant time) {
        return RFC1123.format(time);
    }

    /** The Link header of a memento: original, timegate, timemap, itself, first, prev, next, last (§2.2). */
    String memento(Capture shown, FindMemento.Neighbours around) {
        Optional<Capture> prev = around.prev();
        Optional<Capture> next = around.next();
        List<String> links = new ArrayList<>(List.of(general()));
        links.add(link(shown, words(prev.isEmpty(), next.isEmpty())));
        boolean beginning =
                prev.filter(capture -> same(capture, around.first())).isPresent();
        boolean end = next.filter(capture -> same(capture, around.last())).isPresent();
        if (prev.isPresent() && !beginning) {
            links.add(link(around.first(), "first memento"));
        }
        prev.ifPresent(capture -> links.add(link(capture, beginning ? "first prev memento" : "prev memento")));
        next.ifPresent(capture -> links.add(link(capture, end ? "next last memento" : "next memento")));
        if (next.isPresent() && !end) {
            links.add(link(around.last(), "last memento"));
        }
        return String.join(", ", links);
    }

    /** The same without a word about others. */
    String memento(Capture shown) {
        return general() + ", " + link(shown, "memento");
    }

    private static boolean same(Capture one, Capture other) {
        return one.date().equals(other.date());
    }

    /** The Link header of a TimeGate's answer (§4.1). */
    String timeGate(FindMemento.Neighbours around) {
        List<String> links = new ArrayList<>(List.of(general()));
        if (same(around.first(), around.last())) {
            links.add(link(around.first(), "first last memento"));
        } else {
            links.add(link(around.first(), "first memento"));
            links.add(link(around.last(), "last memento"));
        }
        return String.join(", ", links);
    }

    /** The original's address alone, for an answer that there is nothing. */
    String original() {
        return "<" + Hrefs.archived(url) + ">; rel=\"original\"";
    }

    /** The original, its TimeGate and its TimeMap. */
    String general() {
        return original() + ", <" + timeGateAddress() + ">; rel=\"timegate\", <" + timeMapAddress("link", 1)
                + ">; rel=\"timemap\"; type=\"" + LINK_FORMAT + "\"";
    }

    String timeGateAddress() {
        return origin + Hrefs.timeGate(url);
    }

    /** Address of a TimeMap in a format, e.g. {@code link}; the first page of several is number 1. */
    String timeMapAddress(String format, int page) {
        return origin + Hrefs.timeMap(format, page, url);
    }

    String mementoAddress(Capture capture) {
        return origin + Hrefs.memento(capture, "mp_");
    }

    /** What a memento is among the others, e.g. {@code first memento}. */
    static String words(boolean first, boolean last) {
        return (first ? "first " : "") + (last ? "last " : "") + "memento";
    }

    String link(Capture capture, String words) {
        return "<" + mementoAddress(capture) + ">; rel=\"" + words + "\"; datetime=\"" + date(capture.date()) + "\"";
    }
}
