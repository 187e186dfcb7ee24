package org.pressmark.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;

/**
 * A line of the index as fields.
 *
 * @param original of a revisit, where it was asked for and is known
 */
record CdxRow(CdxLine line, Optional<Capture> original, boolean resolved) {
    static final List<String> WAYBACK =
            List.of("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length");
    static final List<String> COLUMNS = List.of(
            "urlkey",
            "timestamp",
            "url",
            "mime",
            "status",
            "digest",
            "redirect",
            "meta",
            "length",
            "offset",
            "filename");

    /** The one name of a field that has several. */
    static String name(String name) {
        return switch (name) {
            case "original" -> "url";
            case "mimetype" -> "mime";
            case "statuscode" -> "status";
            default -> name;
        };
    }

    /** A field by any of its names; a hyphen where there is none. */
    String field(String name) {
        return all().getOrDefault(name(name), "-");
    }

    /** The fields that a line without further ado has, by their names. */
    Map<String, String> all() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("urlkey", line.key());
        out.put("timestamp", line.stamp());
        out.put("url", line.url());
        out.put("mime", line.mime());
        out.put("status", line.status());
        out.put("digest", line.digest());
        out.put("length", Long.toString(line.location().length()));
        out.put("offset", Long.toString(line.location().offset()));
        out.put("filename", line.location().file());
        line.request().ifPresent(request -> {
            out.put("requestBody", request.query());
            out.put("method", request.method());
        });
        if (resolved) {
            out.put(
                    "orig.length",
                    original.map(of -> Long.toString(of.location().length())).orElse("-"));
            out.put(
                    "orig.offset",
                    original.map(of -> Long.toString(of.location().offset())).orElse("-"));
            out.put("orig.filename", original.map(of -> of.location().file()).orElse("-"));
        }
        return out;
    }

    /** The values of these columns. */
    List<String> values(List<String> names) {
        Map<String, String> all = all();
        List<String> out = new ArrayList<>();
        names.forEach(name -> out.add(all.getOrDefault(name(name), "-")));
        return out;
    }
}
