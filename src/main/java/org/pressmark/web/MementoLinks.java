package org.pressmark.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.Capture;

/** The Memento protocol's words about time (RFC 7089): Memento-Datetime, the Link header, the TimeMap. */
final class MementoLinks {
    private static final DateTimeFormatter RFC1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

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
    String memento(Capture shown, List<Capture> all) {
        List<String> links = new ArrayList<>(general());
        int at = all.indexOf(shown);
        int last = all.size() - 1;
        links.add(link(shown, words(at == 0 && last > 0, at == last && last > 0)));
        if (at > 0) {
            links.add(link(all.get(0), at == 1 ? "first prev memento" : "first memento"));
        }
        if (at > 1) {
            links.add(link(all.get(at - 1), "prev memento"));
        }
        if (at >= 0 && at < last - 1) {
            links.add(link(all.get(at + 1), "next memento"));
        }
        if (at >= 0 && at < last) {
            links.add(link(all.get(last), at == last - 1 ? "next last memento" : "last memento"));
        }
        return String.join(", ", links);
    }

    /** The Link header of a TimeGate's answer (§4.1). */
    String timeGate(List<Capture> all) {
        List<String> links = new ArrayList<>(general());
        if (!all.isEmpty()) {
            links.add(link(all.get(0), all.size() == 1 ? "first last memento" : "first memento"));
        }
        if (all.size() > 1) {
            links.add(link(all.get(all.size() - 1), "last memento"));
        }
        return String.join(", ", links);
    }

    /** The original's address alone, for an answer that there is nothing. */
    String original() {
        return "<" + Hrefs.archived(url) + ">; rel=\"original\"";
    }

    /** The TimeMap in link format (§5), one link a line. */
    String timeMap(List<Capture> all) {
        List<String> links = new ArrayList<>();
        links.add(original());
        links.add("<" + origin + Hrefs.timeMap(url) + ">; rel=\"self\"; type=\"application/link-format\"; from=\""
                + date(all.get(0).date()) + "\"; until=\""
                + date(all.get(all.size() - 1).date()) + "\"");
        links.add("<" + origin + Hrefs.timeGate(url) + ">; rel=\"timegate\"");
        for (int i = 0; i < all.size(); i++) {
            links.add(link(all.get(i), words(i == 0, i == all.size() - 1)));
        }
        return String.join(",\n", links) + "\n";
    }

    private List<String> general() {
        return List.of(
                original(),
                "<" + origin + Hrefs.timeGate(url) + ">; rel=\"timegate\"",
                "<" + origin + Hrefs.timeMap(url) + ">; rel=\"timemap\"; type=\"application/link-format\"");
    }

    private static String words(boolean first, boolean last) {
        return (first ? "first " : "") + (last ? "last " : "") + "memento";
    }

    private String link(Capture capture, String words) {
        return "<" + origin + Hrefs.memento(capture, "mp_") + ">; rel=\"" + words + "\"; datetime=\""
                + date(capture.date()) + "\"";
    }
}
