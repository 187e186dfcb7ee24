package org.pressmark.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.markup.WebAddress;

/**
 * What another archive says it has of an address, in any of the forms that archives speak: TimeMaps in link format (RFC 7089
 * §5), JSON and CDXJ; answers of a CDX server as the Wayback Machine gives them (text, JSON arrays) and as pywb does (CDXJ,
 * JSON lines). Which one it is, the text itself tells.
 *
 * @param form in words, e.g. {@code TimeMap}, {@code CDX}
 * @param mementos in order of their dates
 * @param more further lists, where this one is but a part
 */
public record MementoList(String form, List<ListedMemento> mementos, List<String> more) {
    static final String TIME_MAP = "TimeMap";
    static final String CDX = "CDX";

    public MementoList {
        mementos = mementos.stream()
                .sorted(Comparator.comparing(ListedMemento::date))
                .toList();
        more = List.copyOf(more);
    }

    /**
     * Reads a list.
     *
     * @param at the address where it was had, against which its own are resolved
     * @param asked the original's address, for lists that do not repeat it
     * @return empty where it is no such list; a list without entries is one
     */
    public static Optional<MementoList> read(String text, WebAddress at, String asked) {
        String body = text.strip();
        if (body.isEmpty()) {
            return Optional.of(new MementoList(CDX, List.of(), List.of()));
        }
        char first = body.charAt(0);
        if (first == '<') {
            return LinkTimeMap.read(body, at, asked);
        }
        if (first == '[' || first == '{') {
            return json(body, at, asked);
        }
        return CdxLines.read(body, at, asked);
    }

    private static Optional<MementoList> json(String body, WebAddress at, String asked) {
        JsonNode root;
        try {
            root = Json.parse(body);
        } catch (JsonException severalValues) {
            return CdxLines.read(body, at, asked);
        }
        if (root.isObject() && (root.has("mementos") || root.has("timemap_index"))) {
            return JsonTimeMap.read(root, at, asked);
        }
        return CdxRows.read(root.isArray() ? root : Json.array().add(root), at, asked);
    }

    /** The addresses of a list's entries may be relative. */
    static Optional<String> resolved(WebAddress at, String uri) {
        return at.resolve(uri).filter(WebAddress::fetchable).map(WebAddress::withoutFragment);
    }
}
