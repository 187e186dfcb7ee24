package org.pressmark.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.json.Json;
import org.pressmark.model.Capture;

/**
 * Every memento of a page (RFC 7089 §5) as link format, JSON or CDXJ. A long list comes in parts, each of which names the
 * others with the time that they cover.
 */
final class TimeMaps {
    private static final Pattern ASKED = Pattern.compile("(link|json|cdxj)/(?:([0-9]{1,6})/)?(.+)", Pattern.DOTALL);

    private final Hall hall;
    private final int entries;

    TimeMaps(Hall hall, int entries) {
        this.hall = hall;
        this.entries = entries;
    }

    /** One part of the list. */
    private record Part(MementoLinks links, String format, int number, int parts, int total, List<Capture> captures) {
        boolean first(int i) {
            return number == 1 && i == 0;
        }

        boolean last(int i) {
            return number == parts && i == captures.size() - 1;
        }

        Instant from() {
            return captures.get(0).date();
        }

        Instant until() {
            return captures.get(captures.size() - 1).date();
        }

        String self() {
            return links.timeMapAddress(format, number);
        }
    }

    /** {@code /web/timemap/<link|json|cdxj>/<url>}, the parts after the first with their number before the address. */
    Answer timeMap(Asked asked) {
        String rest = asked.rest("/web/timemap/".length());
        Matcher words = ASKED.matcher(rest);
        if (!words.matches()) {
            return Trouble.unreadable(rest);
        }
        String url = Memento.address(words.group(3));
        int number = Math.max(1, words.group(2) == null ? 1 : Integer.parseInt(words.group(2)));
        MementoLinks links = new MementoLinks(asked.origin(), url);
        int total = hall.count(url);
        int parts = (total + entries - 1) / entries;
        if (number > parts) {
            return Trouble.notArchived(url).with("Link", links.original());
        }
        List<Capture> captures = hall.captures(url, (number - 1) * entries, entries);
        Part part = new Part(links, words.group(1), number, parts, total, captures);
        return switch (part.format()) {
            case "json" -> Answer.text(200, "application/json; charset=utf-8", Json.pretty(json(part, url)));
            case "cdxj" -> Answer.text(200, "application/cdxj+ors; charset=utf-8", cdxj(part, url));
            default -> Answer.text(200, MementoLinks.LINK_FORMAT + "; charset=utf-8", link(part, url));
        };
    }

    private String link(Part part, String url) {
        List<String> lines = new ArrayList<>();
        lines.add(part.links().original());
        lines.add(timeMapLink(part, part.number(), "self", part.from(), part.until()));
        lines.add("<" + part.links().timeGateAddress() + ">; rel=\"timegate\"");
        for (int other = 1; other <= part.parts(); other++) {
            if (other != part.number()) {
                int last = Math.min(part.total(), other * entries) - 1;
                lines.add(timeMapLink(part, other, "timemap", date(url, (other - 1) * entries), date(url, last)));
            }
        }
        for (int i = 0; i < part.captures().size(); i++) {
            lines.add(part.links().link(part.captures().get(i), MementoLinks.words(part.first(i), part.last(i))));
        }
        return String.join(",\n", lines) + "\n";
    }

    private Instant date(String url, int number) {
        return hall.captures(url, number, 1).get(0).date();
    }

    private static String timeMapLink(Part part, int number, String rel, Instant from, Instant until) {
        return "<" + part.links().timeMapAddress(part.format(), number) + ">; rel=\"" + rel + "\"; type=\""
                + MementoLinks.LINK_FORMAT + "\"; from=\"" + MementoLinks.date(from) + "\"; until=\""
                + MementoLinks.date(until) + "\"";
    }

    private static ObjectNode json(Part part, String url) {
        ObjectNode map = Json.object();
        map.put("original_uri", Hrefs.archived(url));
        map.put("self", part.self());
        map.put("timegate_uri", part.links().timeGateAddress());
        map.set("timemap_uri", formats(part));
        part(part, 1).ifPresent(next -> map.put("next_timemap_uri", next));
        part(part, -1).ifPresent(prev -> map.put("prev_timemap_uri", prev));
        ObjectNode mementos = map.putObject("mementos");
        mementos.put("total", part.total());
        ArrayNode list = mementos.putArray("list");
        for (int i = 0; i < part.captures().size(); i++) {
            ObjectNode memento = entry(part, part.captures().get(i));
            list.add(memento);
            if (part.first(i)) {
                mementos.set("first", memento.deepCopy());
            }
            if (part.last(i)) {
                mementos.set("last", memento.deepCopy());
            }
        }
        return map;
    }

    private static ObjectNode entry(Part part, Capture capture) {
        return Json.object()
                .put("datetime", capture.date().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("uri", part.links().mementoAddress(capture));
    }

    private static ObjectNode formats(Part part) {
        return Json.object()
                .put("link_format", part.links().timeMapAddress("link", part.number()))
                .put("json_format", part.links().timeMapAddress("json", part.number()))
                .put("cdxj_format", part.links().timeMapAddress("cdxj", part.number()));
    }

    private static Optional<String> part(Part part, int step) {
        int other = part.number() + step;
        return other < 1 || other > part.parts()
                ? Optional.empty()
                : Optional.of(part.links().timeMapAddress(part.format(), other));
    }

    /** The form of ORS CDXJ: lines that begin with an exclamation mark speak of the whole. */
    private static String cdxj(Part part, String url) {
        StringBuilder out = new StringBuilder(part.captures().size() * 200 + 1000);
        out.append("!context [\"http://tools.ietf.org/html/rfc7089\"]\n");
        out.append("!id ")
                .append(Json.compact(Json.object().put("uri", part.self())))
                .append('\n');
        out.append("!keys [\"memento_datetime_YYYYMMDDhhmmss\"]\n");
        meta(out, Json.object().put("original_uri", Hrefs.archived(url)));
        meta(out, Json.object().put("timegate_uri", part.links().timeGateAddress()));
        ObjectNode formats = Json.object();
        formats.set("timemap_uri", formats(part));
        meta(out, formats);
        part(part, 1).ifPresent(next -> meta(out, Json.object().put("next_timemap_uri", next)));
        for (int i = 0; i < part.captures().size(); i++) {
            Capture capture = part.captures().get(i);
            ObjectNode memento = Json.object()
                    .put("uri", part.links().mementoAddress(capture))
                    .put("rel", MementoLinks.words(part.first(i), part.last(i)))
                    .put("datetime", MementoLinks.date(capture.date()));
            out.append(Memento.stamp(capture.date()))
                    .append(' ')
                    .append(Json.compact(memento))
                    .append('\n');
        }
        return out.toString();
    }

    private static void meta(StringBuilder out, ObjectNode node) {
        out.append("!meta ").append(Json.compact(node)).append('\n');
    }
}
