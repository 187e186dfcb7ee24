package org.pressmark.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.markup.WebAddress;

/** A TimeMap in link format (RFC 6690 §2, RFC 7089 §5): {@code <address>; rel="memento"; datetime="…"}, commas between. */
final class LinkTimeMap {
    private final String text;
    private int at;

    private LinkTimeMap(String text) {
        this.text = text;
    }

    /** One link. */
    private record Link(String uri, Map<String, String> params) {
        List<String> rels() {
            return List.of(
                    params.getOrDefault("rel", "").toLowerCase(Locale.ROOT).split("\\s+"));
        }
    }

    /** Empty where no link says what a TimeMap says. */
    static Optional<MementoList> read(String text, WebAddress base, String asked) {
        List<ListedMemento> mementos = new ArrayList<>();
        List<String> more = new ArrayList<>();
        String original = asked;
        boolean timeMap = false;
        LinkTimeMap reader = new LinkTimeMap(text);
        for (Optional<Link> next = reader.next(); next.isPresent(); next = reader.next()) {
            Link link = next.get();
            List<String> rels = link.rels();
            if (rels.contains("original")) {
                original = link.uri();
                timeMap = true;
            } else if (rels.contains("memento")) {
                timeMap = true;
                String url = original;
                Optional<String> uri = MementoList.resolved(base, link.uri());
                StatedTime.read(link.params().getOrDefault("datetime", ""))
                        .filter(date -> uri.isPresent())
                        .ifPresent(date -> mementos.add(new ListedMemento(date, url, uri, 0, "", Optional.empty())));
            } else if (rels.contains("timemap") && !rels.contains("self")) {
                timeMap = true;
                MementoList.resolved(base, link.uri()).ifPresent(more::add);
            } else {
                timeMap |= rels.contains("timegate");
            }
        }
        return timeMap ? Optional.of(new MementoList(MementoList.TIME_MAP, mementos, more)) : Optional.empty();
    }

    private Optional<Link> next() {
        int open = text.indexOf('<', at);
        int close = open < 0 ? -1 : text.indexOf('>', open);
        if (close < 0) {
            return Optional.empty();
        }
        String uri = text.substring(open + 1, close).strip();
        Map<String, String> params = new HashMap<>();
        at = close + 1;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '<') {
            if (text.charAt(at) == ';') {
                at++;
                param(params);
            } else {
                at++;
            }
        }
        return Optional.of(new Link(uri, params));
    }

    private void param(Map<String, String> params) {
        int from = at;
        while (at < text.length() && "=;,".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(from, at).strip().toLowerCase(Locale.ROOT);
        if (at >= text.length() || text.charAt(at) != '=') {
            params.putIfAbsent(name, "");
            return;
        }
        at++;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        params.putIfAbsent(name, at < text.length() && text.charAt(at) == '"' ? quoted() : token());
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            out.append(text.charAt(at));
        }
        at++;
        return out.toString();
    }

    private String token() {
        int from = at;
        while (at < text.length() && ";,".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).strip();
    }
}
