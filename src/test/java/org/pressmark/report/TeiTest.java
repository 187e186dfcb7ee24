package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.pressmark.compare.Collator;
import org.pressmark.compare.Sigla;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Place;
import org.pressmark.model.Witness;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The TEI export is well formed whatever the texts hold, and gives every witness back. */
final class TeiTest {
    private static final List<String> SENTENCES = List.of(
            "The minister said that <b>nobody</b> & no one had been told.",
            "“We know nothing,” she said, “and we will say nothing.”",
            "Right to left \u202Emarks\u202C and \u009bcontrols stay what they are.",
            "Twelve ships waited; 1,200 people were on them on 3 May 2021.",
            "]]> ends nothing here, nor does <!-- this.",
            "Мы ничего не знаем, сказал он.");

    @Test
    void everyWitnessIsReadBackFromIt() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            List<Witness> witnesses = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                witnesses.add(witness(Sigla.of(w), paragraphs(random)));
            }
            Apparatus apparatus = new Collator().collate(witnesses, round % 4);
            Document tei = parse(Tei.render(apparatus));
            for (Witness witness : witnesses) {
                assertEquals(witness.article().body(), text(tei, "#wit" + witness.siglum()), "round " + round);
            }
        }
    }

    @Test
    void namesItsWitnessesAndPutsEachIntoEveryApparatusEntryOnce() throws Exception {
        Apparatus apparatus = new Collator()
                .collate(
                        List.of(
                                witness("A", List.of("Twelve ships waited in the harbour all night.")),
                                witness("B", List.of("Twenty ships waited in the harbour all night.")),
                                witness("C", List.of("Twelve ships waited in the harbour all night."))),
                        1);
        Document tei = parse(Tei.render(apparatus));
        assertEquals(3, tei.getElementsByTagName("witness").getLength());
        NodeList entries = tei.getElementsByTagName("app");
        assertTrue(entries.getLength() > 0);
        for (int i = 0; i < entries.getLength(); i++) {
            List<String> named = new ArrayList<>();
            NodeList readings = entries.item(i).getChildNodes();
            assertEquals("lem", readings.item(0).getNodeName());
            assertTrue(((Element) readings.item(0)).getAttribute("wit").contains("#witB"), "the base is the lemma");
            for (int r = 0; r < readings.getLength(); r++) {
                named.addAll(
                        List.of(((Element) readings.item(r)).getAttribute("wit").split(" ")));
            }
            assertEquals(Set.of("#witA", "#witB", "#witC"), Set.copyOf(named));
            assertEquals(3, named.size());
        }
    }

    private static List<String> paragraphs(Random random) {
        List<String> out = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String sentence : SENTENCES) {
            if (random.nextInt(4) > 0) {
                open.append(open.length() == 0 ? "" : random.nextInt(4) == 0 ? "\n" : " ")
                        .append(random.nextInt(3) == 0 ? sentence.replace(" said", " stated") : sentence);
            }
            if (random.nextInt(3) == 0 && open.length() > 0) {
                out.add(open.toString());
                open.setLength(0);
            }
        }
        out.add(open + (open.length() == 0 ? "" : " ") + "The end of it all.");
        return out;
    }

    private static Witness witness(String siglum, List<String> paragraphs) {
        List<Block> blocks = paragraphs.stream()
                .map(text -> Block.of(BlockKind.PARAGRAPH, text, Place.NONE))
                .toList();
        Article article = Article.ofBlocks("test", "en", blocks);
        return new Witness(siglum, siglum + " & <co>", article, Optional.empty(), Optional.empty());
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** Reads one witness's body, as the export's description says. */
    private static String text(Document tei, String wit) {
        StringBuilder out = new StringBuilder();
        NodeList paragraphs = ((Element) tei.getElementsByTagName("body").item(0)).getElementsByTagName("p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            StringBuilder paragraph = new StringBuilder();
            read(paragraphs.item(i), wit, paragraph);
            if (paragraph.length() > 0) {
                out.append(out.length() > 0 ? "\n\n" : "").append(paragraph);
            }
        }
        return out.toString();
    }

    private static void read(Node node, String wit, StringBuilder out) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeName()) {
                case "#text" -> out.append(child.getNodeValue());
                case "lb" -> out.append('\n');
                case "milestone" -> out.append("\n\n");
                case "app" -> read(child, wit, out);
                case "lem", "rdg" -> {
                    if (List.of(((Element) child).getAttribute("wit").split(" "))
                            .contains(wit)) {
                        read(child, wit, out);
                    }
                }
                default -> throw new IllegalStateException("expected no such element in a paragraph: " + child);
            }
        }
    }
}
