package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.pressmark.model.ProvenanceChain;
import org.w3c.dom.Document;

/** The exports of a chain as other programs read them. */
class ChainTablesTest {
    private static final ProvenanceChain CHAIN = SeedChain.chain();

    @Test
    void theTableHasALineForEachLink() {
        List<String> lines = ChainTables.csv(CHAIN).lines().toList();
        assertEquals(CHAIN.links().size() + 1, lines.size());
        assertTrue(lines.get(0).startsWith("child,child_url,parent,"), lines.get(0));
        lines.subList(1, lines.size())
                .forEach(line -> assertTrue(line.matches("(\"([^\"]|\"\")*\",){10}\"([^\"]|\"\")*\""), line));
    }

    @Test
    void theGraphIsWellFormedAndItsEdgesJoinItsNodes() throws Exception {
        Document graph = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ChainTables.graphml(CHAIN).getBytes(StandardCharsets.UTF_8)));
        Set<String> nodes = new HashSet<>();
        for (int i = 0; i < graph.getElementsByTagName("node").getLength(); i++) {
            nodes.add(graph.getElementsByTagName("node")
                    .item(i)
                    .getAttributes()
                    .getNamedItem("id")
                    .getNodeValue());
        }
        var edges = graph.getElementsByTagName("edge");
        assertEquals(CHAIN.links().size(), edges.getLength());
        for (int i = 0; i < edges.getLength(); i++) {
            for (String end : List.of("source", "target")) {
                assertTrue(nodes.contains(
                        edges.item(i).getAttributes().getNamedItem(end).getNodeValue()));
            }
        }
    }

    @Test
    void everyLineOfProvNIsARecordOfItsGrammar() {
        String name = "[a-z]+:[A-Za-z0-9%_/~.-]+";
        String string = "\"([^\"\\\\\\n]|\\\\.)*\"";
        String value = "(" + string + "( %% " + name.replace("[a-z]+", "[A-Za-z]+") + ")?|'" + name + "')";
        String attribute = "[a-z]+:[A-Za-z0-9]+=" + value;
        String argument = "(" + name + "|-|[0-9T:.Z+-]+)";
        Pattern record = Pattern.compile("\\s+[a-zA-Z]+\\(" + argument + "(, " + argument + ")*(, \\[" + attribute
                + "(, " + attribute + ")*\\])?\\)");
        Pattern frame =
                Pattern.compile("document|endDocument|\\s+(prefix [a-z]+ <[^<>]+>|bundle " + name + "|endBundle)");
        ProvN.write(CHAIN)
                .lines()
                .forEach(line -> assertTrue(
                        record.matcher(line).matches() || frame.matcher(line).matches(), line));
    }

    /** PROV-CONSTRAINTS: what relations name is declared; derivations form no circle (by the order of the texts' events). */
    @Test
    void provNamesOnlyWhatItDeclaresAndNothingComesFromItself() {
        JsonNode prov = ProvJson.write(CHAIN);
        Set<String> entities = new HashSet<>();
        prov.path("entity").fieldNames().forEachRemaining(entities::add);
        Set<String> pairs = new HashSet<>();
        List<JsonNode> sections = new java.util.ArrayList<>(List.of(prov));
        prov.path("bundle").forEach(sections::add);
        for (JsonNode section : sections) {
            section.path("wasDerivedFrom").forEach(link -> {
                String child = link.path("prov:generatedEntity").asText();
                String parent = link.path("prov:usedEntity").asText();
                assertTrue(entities.contains(child) && entities.contains(parent), link.toString());
                assertTrue(!child.equals(parent) && !pairs.contains(parent + " " + child), link.toString());
                pairs.add(child + " " + parent);
            });
            section.path("alternateOf").forEach(pair -> assertEquals(2, pair.size(), "takes no attributes"));
        }
        Matcher used = Pattern.compile("\"prov:activity\" *: *\"([^\"]+)\"").matcher(prov.toString());
        while (used.find()) {
            assertTrue(prov.path("activity").has(used.group(1)), used.group(1));
        }
    }
}
