package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class ChainPictureTest {

    @Test
    void isWellFormedAndTellsItsFactsInWords() throws Exception {
        String svg = ChainSvg.render(SeedChain.chain(), SeedChain.NOTES);
        Files.writeString(Path.of("target/chain.svg"), svg);
        Document picture = parse(svg);
        assertEquals("svg", picture.getDocumentElement().getTagName());
        String facts = picture.getElementsByTagName("desc").item(0).getTextContent();
        assertTrue(
                facts.contains(
                        "A copies.example comes from The Moscow Times, 27 Dec 2021 (not captured): stated: “Original url:"),
                facts);
        assertTrue(
                facts.contains(
                        "B www.republisher.example: 1 critical, 1 high, 5 notice changes against A copies.example."),
                facts);
    }

    @Test
    void itsWordsFollowTheTextsInTime() {
        List<String> sentences = new ChainTalk(SeedChain.chain(), SeedChain.NOTES).sentences();
        List<String> begins = sentences.stream()
                .map(words -> words.replaceFirst(" (comes|may|and).*|:.*", ""))
                .toList();
        List<String> copies =
                begins.stream().filter(name -> name.matches("[A-Z] .*")).toList();
        assertEquals(copies.stream().sorted().toList(), copies);
        assertEquals(
                begins.size() - copies.size(),
                begins.indexOf(copies.get(0)),
                "what was not captured stands first: " + sentences);
    }

    @Test
    void drawsStatedSolidInferredDashedAndUncapturedHollow() {
        String svg = ChainSvg.render(SeedChain.chain(), SeedChain.NOTES);
        assertEquals(3, svg.split("class=\"edge stated\"", -1).length - 1);
        assertEquals(1, svg.split("class=\"edge inferred\"", -1).length - 1);
        assertEquals(2, svg.split("class=\"text hollow", -1).length - 1);
        assertTrue(svg.contains("class=\"badge critical\"") && svg.contains(">7</text>"), svg);
        assertTrue(svg.contains("possible (0.35)"), svg);
    }

    @Test
    void asksForNothingFromOutside() {
        String svg = ChainSvg.render(SeedChain.chain(), SeedChain.NOTES);
        assertFalse(svg.contains("<image") || svg.contains("@import") || svg.contains("<script"), svg);
    }

    @Test
    void staysWellFormedWhateverPagesSay() throws Exception {
        Document picture = parse(ChainSvg.render(ChainTextTest.hostile(), ChainNotes.NONE));
        assertEquals(0, picture.getElementsByTagName("script").getLength());
        assertEquals(0, picture.getElementsByTagName("img").getLength());
    }

    @Test
    void dotQuotesEveryText() {
        String dot = ChainDot.render(SeedChain.chain(), SeedChain.NOTES);
        assertTrue(dot.contains("\"wire:AFP:1\" -> \"" + SeedPair.RECORD_B + "\" [label=\"stated\""), dot);
        assertTrue(dot.contains("style=dashed"), dot);
        String hostile = ChainDot.render(ChainTextTest.hostile(), ChainNotes.NONE);
        assertTrue(hostile.contains("\\\"'`<img"), hostile);
        long quotes = hostile.replace("\\\\", "")
                .replace("\\\"", "")
                .chars()
                .filter(c -> c == '"')
                .count();
        assertEquals(0, quotes % 2, hostile);
    }

    private static Document parse(String xml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
