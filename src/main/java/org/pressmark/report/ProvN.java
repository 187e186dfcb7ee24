package org.pressmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pressmark.model.ProvenanceChain;

/** The same chain in PROV-N, the notation for people (W3C Recommendation of 30 April 2013): {@link ProvJson} set as lines. */
public final class ProvN {
    /** The arguments of each record in order; those with a question mark may be missing, and stand as {@code -} then. */
    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "entity", List.of(),
            "agent", List.of(),
            "activity", List.of("prov:startTime?", "prov:endTime?"),
            "wasGeneratedBy", List.of("prov:entity", "prov:activity", "prov:time?"),
            "wasAttributedTo", List.of("prov:entity", "prov:agent"),
            "wasAssociatedWith", List.of("prov:activity", "prov:agent", "prov:plan?"),
            "wasDerivedFrom", List.of("prov:generatedEntity", "prov:usedEntity"),
            "alternateOf", List.of("prov:alternate1", "prov:alternate2"));

    private static final List<String> ORDER = List.of(
            "entity",
            "activity",
            "agent",
            "wasGeneratedBy",
            "wasAttributedTo",
            "wasAssociatedWith",
            "wasDerivedFrom",
            "alternateOf");

    private final StringBuilder out = new StringBuilder();

    private ProvN() {}

    /** The document; the same chain always gives the same text. */
    public static String write(ProvenanceChain chain) {
        return write(chain, ChainNotes.NONE);
    }

    /** The same; a text that another archive saw was captured by that one. */
    public static String write(ProvenanceChain chain, ChainNotes notes) {
        JsonNode document = ProvJson.write(chain, notes);
        ProvN writer = new ProvN();
        writer.out.append("document\n");
        writer.body(document, "  ");
        document.path("bundle").properties().forEach(bundle -> {
            writer.out.append("  bundle ").append(bundle.getKey()).append('\n');
            writer.body(bundle.getValue(), "    ");
            writer.out.append("  endBundle\n");
        });
        return writer.out.append("endDocument\n").toString();
    }

    private void body(JsonNode section, String indent) {
        section.path("prefix")
                .properties()
                .forEach(prefix -> out.append(indent)
                        .append("prefix ")
                        .append(prefix.getKey())
                        .append(" <")
                        .append(prefix.getValue().asText())
                        .append(">\n"));
        for (String kind : ORDER) {
            section.path(kind).properties().forEach(one -> record(kind, one.getKey(), one.getValue(), indent));
        }
    }

    private void record(String kind, String id, JsonNode fields, String indent) {
        List<String> words = new ArrayList<>();
        List<String> names = ARGUMENTS.getOrDefault(kind, List.of());
        if (names.isEmpty() || kind.equals("activity")) {
            words.add(id);
        }
        for (String name : names) {
            String key = name.replace("?", "");
            words.add(fields.path(key).asText("-"));
        }
        List<String> attributes = new ArrayList<>();
        fields.properties().forEach(field -> {
            boolean argument = names.contains(field.getKey()) || names.contains(field.getKey() + "?");
            if (!argument) {
                Iterable<JsonNode> values = field.getValue().isArray() ? field.getValue() : List.of(field.getValue());
                values.forEach(value -> attributes.add(field.getKey() + "=" + literal(value)));
            }
        });
        out.append(indent).append(kind).append('(').append(String.join(", ", words));
        if (!attributes.isEmpty()) {
            out.append(", [").append(String.join(", ", attributes)).append(']');
        }
        out.append(")\n");
    }

    private static String literal(JsonNode value) {
        if (value.isObject()) {
            String type = value.path("type").asText();
            String text = value.path("$").asText();
            return type.equals("prov:QUALIFIED_NAME") ? "'" + text + "'" : quoted(text) + " %% " + type;
        }
        String text = quoted(value.asText());
        return value.isBoolean() ? text + " %% xsd:boolean" : value.isNumber() ? text + " %% xsd:int" : text;
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "\"";
    }
}
