package org.pressmark.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.pressmark.json.Json;

/** The written form of an answer of the index. */
final class CdxForm {
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final CdxRequest request;
    private final String origin;

    /** @param origin under which this server is spoken to */
    CdxForm(CdxRequest request, String origin) {
        this.request = request;
        this.origin = origin;
    }

    String contentType() {
        return switch (request.output()) {
            case CDXJ -> "text/x-cdxj; charset=utf-8";
            case JSON -> request.wayback() ? "application/json" : "text/x-ndjson; charset=utf-8";
            case TEXT -> "text/plain; charset=utf-8";
            case LINK -> "application/link-format; charset=utf-8";
        };
    }

    /** What stands before the first line, if there is one. */
    String start() {
        return table() ? "[" + Json.compact(array(columns(CdxRow.WAYBACK))) : "";
    }

    String line(CdxRow row) {
        return switch (request.output()) {
            case CDXJ -> row.line().key() + " " + row.line().stamp() + " " + json(row, false) + "\n";
            case JSON ->
                table() ? ",\n" + Json.compact(array(row.values(columns(CdxRow.WAYBACK)))) : json(row, true) + "\n";
            case TEXT ->
                String.join(
                                " ",
                                row.values(columns(request.wayback() ? CdxRow.WAYBACK : CdxRow.COLUMNS)).stream()
                                        .map(value -> value.replace(" ", "%20"))
                                        .toList())
                        + "\n";
            case LINK -> link(row);
        };
    }

    /** What stands behind the last line. */
    String end(boolean any) {
        return !table() ? "" : any ? "]\n" : "[]\n";
    }

    private boolean table() {
        return request.wayback() && request.output() == CdxRequest.Output.JSON;
    }

    private List<String> columns(List<String> usual) {
        return request.fields().isEmpty() ? usual : request.fields();
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode out = Json.array();
        values.forEach(out::add);
        return out;
    }

    /** @param whole whether key and time stand in the object too */
    private String json(CdxRow row, boolean whole) {
        ObjectNode out = Json.object();
        if (!request.fields().isEmpty()) {
            request.fields().forEach(name -> out.put(name, row.field(name)));
            return Json.compact(out);
        }
        row.all().forEach((name, value) -> {
            if (whole || !(name.equals("urlkey") || name.equals("timestamp"))) {
                out.put(name, value);
            }
        });
        return Json.compact(out);
    }

    private String link(CdxRow row) {
        return "<" + origin + "/web/" + row.line().stamp() + "mp_/"
                + row.line().url().replace(">", "%3E").replace("<", "%3C") + ">; rel=\"memento\"; datetime=\""
                + RFC_1123.format(row.line().date()) + "\",\n";
    }
}
