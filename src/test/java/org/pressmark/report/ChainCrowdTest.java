package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.ProvenanceChain;

/** A picture of many texts can be read: nothing lies upon anything else, no link runs through a text, and it stays small. */
class ChainCrowdTest {
    private static final Pattern POINT = Pattern.compile("(-?\\d+) (-?\\d+)");

    /** A part of the picture. */
    private record Area(String what, int left, int top, int right, int bottom) {
        boolean meets(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    static Stream<ProvenanceChain> chains() {
        return Stream.of(
                CrowdChain.of(60), CrowdChain.of(24), SeedChain.chain(), ChainTextTest.ring(), ChainTextTest.hostile());
    }

    private static Document picture(ProvenanceChain chain, ChainNotes notes) {
        return Jsoup.parse(ChainSvg.render(chain, notes), Parser.xmlParser());
    }

    @ParameterizedTest
    @MethodSource("chains")
    void noTwoTextsLieUponEachOther(ProvenanceChain chain) {
        List<Area> boxes = boxes(picture(chain, ChainNotes.NONE));
        assertTrue(boxes.size() > 1);
        apart(boxes, boxes);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void wordsOfLinksMeetNoTextAndNoOtherWords(ProvenanceChain chain) {
        Document picture = picture(chain, CrowdChain.notes(60));
        List<Area> words =
                picture.select("text.word").stream().map(ChainCrowdTest::words).toList();
        apart(words, words);
        apart(words, boxes(picture));
        assertTrue(words.stream().allMatch(area -> area.left > 0), words.toString());
    }

    @ParameterizedTest
    @MethodSource("chains")
    void noLinkRunsThroughAText(ProvenanceChain chain) {
        Document picture = picture(chain, ChainNotes.NONE);
        List<Area> boxes = boxes(picture);
        for (Element path : picture.select(".edge > path")) {
            List<MatchResult> points = POINT.matcher(path.attr("d")).results().toList();
            for (int i = 1; i < points.size(); i++) {
                Area stretch = stretch(points.get(i - 1), points.get(i));
                apart(List.of(stretch), boxes);
            }
        }
    }

    @Test
    void sixtyTextsAreAFewBoxesThatNameThemAll() {
        Document picture = picture(CrowdChain.of(60), CrowdChain.notes(60));
        assertTrue(boxes(picture).size() <= 30, "boxes: " + boxes(picture).size());
        assertTrue(
                Integer.parseInt(picture.select("svg").attr("height")) < 1800,
                picture.select("svg").attr("height"));
        String titles = String.join("\n", picture.select("g.text > title").eachText());
        for (int copy = 15; copy < 60; copy++) {
            assertTrue(titles.contains("copy-" + copy + ".example"), "copy " + copy);
        }
        assertTrue(picture.select("g.text").eachText().stream()
                .anyMatch(text -> text.contains("texts of edited.example")));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60})
    void theListHasEveryTextOnceUnderItsSource(int texts) {
        ProvenanceChain chain = CrowdChain.of(texts);
        List<ChainGroup> groups =
                ChainGroups.of(chain, new ChainTalk(chain, CrowdChain.notes(texts)), url -> "/page?url=" + url);
        List<String> rows = groups.stream()
                .flatMap(group -> group.rows().stream())
                .map(ChainGroup.Row::id)
                .toList();
        assertEquals(texts, rows.size());
        assertEquals(texts, rows.stream().distinct().count());
        ChainGroup agency = groups.stream()
                .filter(group -> group.title().equals("From A agency.example"))
                .findFirst()
                .orElseThrow();
        assertTrue(agency.summary().matches("\\d+ texts: \\d+ stated, \\d+ inferred · .*"), agency.summary());
    }

    @Test
    void thePictureLeadsToTheListOfWhatItDrawsAsOne() {
        ProvenanceChain chain = CrowdChain.of(60);
        ChainNotes notes = CrowdChain.notes(60);
        Document picture = Jsoup.parse(ChainSvg.inline(chain, notes).svg(), Parser.xmlParser());
        List<String> places = picture.select("a[href^='#']").eachAttr("href");
        List<String> rows = ChainGroups.of(chain, new ChainTalk(chain, notes), url -> url).stream()
                .flatMap(group -> group.rows().stream())
                .map(row -> "#" + row.id())
                .toList();
        assertTrue(places.size() > 3, places.toString());
        assertTrue(rows.containsAll(places), places.toString());
    }

    @Test
    void itsFindingCountsWhoHasTheText() {
        ProvenanceChain chain = CrowdChain.of(60);
        String finding = ChainFinding.of(chain, new ChainTalk(chain, CrowdChain.notes(60)));
        assertTrue(finding.startsWith("No source of this text is known to this archive. "), finding);
        assertTrue(finding.contains(" stored texts come from it, "), finding);
        assertTrue(finding.contains("No more than 60 texts are traced together; there may be more."), finding);
    }

    private static List<Area> boxes(Document picture) {
        return picture.select("g.text > rect:last-of-type").stream()
                .map(rect -> {
                    int x = number(rect, "x");
                    int y = number(rect, "y");
                    return new Area(
                            "box "
                                    + Optional.ofNullable(rect.nextElementSibling())
                                            .map(Element::text)
                                            .orElse(""),
                            x,
                            y,
                            x + number(rect, "width"),
                            y + number(rect, "height"));
                })
                .toList();
    }

    /** Where words stand that end at their x, in letters of twelve pixels. */
    private static Area words(Element text) {
        int right = number(text, "x");
        int y = number(text, "y");
        return new Area("words " + text.text(), right - 7 * Cells.width(text.text()), y - 10, right, y + 3);
    }

    private static Area stretch(MatchResult from, MatchResult to) {
        int x0 = Integer.parseInt(from.group(1));
        int y0 = Integer.parseInt(from.group(2));
        int x1 = Integer.parseInt(to.group(1));
        int y1 = Integer.parseInt(to.group(2));
        return new Area(
                "link " + from.group() + " to " + to.group(),
                Math.min(x0, x1),
                Math.min(y0, y1),
                Math.max(x0, x1),
                Math.max(y0, y1));
    }

    private static int number(Element element, String name) {
        return Integer.parseInt(element.attr(name));
    }

    private static void apart(List<Area> some, List<Area> others) {
        List<String> meeting = new ArrayList<>();
        for (Area one : some) {
            for (Area other : others) {
                if (!one.equals(other) && one.meets(other)) {
                    meeting.add(one + " meets " + other);
                }
            }
        }
        assertEquals(List.of(), meeting);
    }
}
