package org.pressmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;

/** A chain's links for other programs: a table (CSV, RFC 4180) and a graph (GraphML). */
public final class ChainTables {
    private static final List<String> COLUMNS = List.of(
            "child",
            "child_url",
            "parent",
            "parent_url",
            "parent_label",
            "basis",
            "direction",
            "directness",
            "confidence",
            "outcome",
            "reasons");

    private ChainTables() {}

    /** One line a link, a head line first; of a pair whose direction is open either may be the child. */
    public static String csv(ProvenanceChain chain) {
        StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (Derivation link : chain.links()) {
            Optional<Node> parent = chain.node(link.parent());
            String reasons = link.reasons().stream()
                    .map(reason -> reason.rule() + " " + String.format(Locale.ROOT, "%+.2f", reason.weight()) + ": "
                            + reason.words())
                    .collect(Collectors.joining(" | "));
            List<String> cells = List.of(
                    link.child(),
                    chain.node(link.child()).flatMap(Node::url).orElse(""),
                    link.parent(),
                    parent.flatMap(Node::url).orElse(""),
                    parent.map(Node::label).orElse(""),
                    word(link.basis()),
                    link.directionKnown() ? "known" : "unknown",
                    word(link.directness()),
                    Double.toString(link.confidence()),
                    word(link.outcome()),
                    reasons);
            out.append(cells.stream().map(ChainTables::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return out.toString();
    }

    /** The graph, links from source to copy. */
    public static String graphml(ProvenanceChain chain) {
        StringBuilder out = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            """);
        for (String name : List.of("label", "url", "kind", "claimedDate", "capturedAt")) {
            key(out, name, "node", "string");
        }
        for (String name : List.of("basis", "direction", "directness", "outcome")) {
            key(out, name, "edge", "string");
        }
        key(out, "confidence", "edge", "double");
        out.append("  <graph id=\"chain\" edgedefault=\"directed\">\n");
        for (Node node : chain.nodes()) {
            out.append("    <node id=\"").append(Xml.escape(node.id())).append("\">\n");
            data(out, "label", node.label());
            node.url().ifPresent(url -> data(out, "url", url));
            data(out, "kind", word(node.kind()));
            node.claimedDate().ifPresent(date -> data(out, "claimedDate", date));
            node.capturedAt().ifPresent(at -> data(out, "capturedAt", at.toString()));
            out.append("    </node>\n");
        }
        for (Derivation link : chain.links()) {
            out.append("    <edge source=\"")
                    .append(Xml.escape(link.parent()))
                    .append("\" target=\"")
                    .append(Xml.escape(link.child()))
                    .append(link.directionKnown() ? "\">\n" : "\" directed=\"false\">\n");
            data(out, "basis", word(link.basis()));
            data(out, "direction", link.directionKnown() ? "known" : "unknown");
            data(out, "directness", word(link.directness()));
            data(out, "outcome", word(link.outcome()));
            data(out, "confidence", Double.toString(link.confidence()));
            out.append("    </edge>\n");
        }
        return out.append("  </graph>\n</graphml>\n").toString();
    }

    private static void key(StringBuilder out, String name, String of, String type) {
        out.append("  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n".formatted(name, of, name, type));
    }

    private static void data(StringBuilder out, String key, String value) {
        out.append("      <data key=\"")
                .append(key)
                .append("\">")
                .append(Xml.escape(value))
                .append("</data>\n");
    }

    /** A cell in quotes; one that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String text) {
        String line = Shown.line(text);
        boolean formula = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + line.replace("\"", "\"\"") + "\"";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
