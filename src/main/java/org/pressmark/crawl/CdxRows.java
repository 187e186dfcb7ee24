package org.pressmark.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.markup.WebAddress;

/** Rows of a capture index, each a map of names to values, whatever the server calls them. */
final class CdxRows {
    private CdxRows() {}

    /** Arrays below a row of names, as the Wayback Machine has it, or objects, as pywb has it. */
    static Optional<MementoList> read(JsonNode rows, WebAddress at, String asked) {
        List<ListedMemento> mementos = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode row : rows) {
            if (row.isObject()) {
                Optional<ListedMemento> memento = object(row, at, asked);
                if (memento.isEmpty()) {
                    return Optional.empty();
                }
                mementos.add(memento.get());
            } else if (row.isArray() && names.isEmpty()) {
                row.forEach(name -> names.add(name.asText()));
                if (!names.contains("timestamp")) {
                    return Optional.empty();
                }
            } else if (row.isArray() && row.size() >= names.size()) {
                Map<String, String> fields = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    fields.put(names.get(i), row.get(i).asText());
                }
                memento(fields, at, asked).ifPresent(mementos::add);
            }
        }
        return Optional.of(new MementoList(MementoList.CDX, mementos, List.of()));
    }

    /** One object: a row of an index, or an entry of a TimeMap. */
    static Optional<ListedMemento> object(JsonNode row, WebAddress at, String asked) {
        if (row.has("uri") && row.has("datetime")) {
            return JsonTimeMap.memento(row, asked, at);
        }
        Map<String, String> fields = new HashMap<>();
        row.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return memento(fields, at, asked);
    }

    /** A row by its names. */
    static Optional<ListedMemento> memento(Map<String, String> fields, WebAddress at, String asked) {
        Optional<Instant> date = stamp(fields.getOrDefault("timestamp", ""));
        String url = first(fields, "original", "url").orElse(asked);
        String status = first(fields, "statuscode", "status").orElse("");
        return date.map(time -> new ListedMemento(
                time,
                url,
                first(fields, "uri", "load_url").flatMap(uri -> MementoList.resolved(at, uri)),
                status.matches("[1-9][0-9]{2}") ? Integer.parseInt(status) : 0,
                first(fields, "mimetype", "mime").orElse(""),
                first(fields, "digest").map(text -> text.replaceFirst("(?i)^sha1:", ""))));
    }

    private static Optional<String> first(Map<String, String> fields, String... names) {
        for (String name : names) {
            String value = fields.getOrDefault(name, "");
            if (!value.isBlank() && !value.equals("-")) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Four to seventeen digits; what is missing is the beginning of that time. */
    static Optional<Instant> stamp(String digits) {
        if (!digits.matches("[0-9]{4,17}")) {
            return Optional.empty();
        }
        String whole = digits.length() >= 14 ? digits : digits + "00000101000000".substring(digits.length());
        try {
            return Optional.of(LocalDateTime.of(
                            number(whole, 0, 4),
                            number(whole, 4, 6),
                            number(whole, 6, 8),
                            number(whole, 8, 10),
                            number(whole, 10, 12),
                            number(whole, 12, 14))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
