package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Article;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Change;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Op;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Row;
import org.pressmark.model.Severity;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.VariantPlace.Standing;
import org.pressmark.model.Witness;

/** Texts of a book's length with more changes than a page can show. */
class LongComparisonTest {
    private static final int CHANGES = 1_200;
    private static final int WIDTH = 40;
    private static final ComparisonPage.Links LINKS =
            new ComparisonPage.Links(Optional.empty(), Optional.empty(), Optional.of(part -> "/compare?part=" + part));

    @Test
    void aFileShowsTheGravestAndSaysHowToSeeTheOthers() {
        Document page = Jsoup.parse(ComparisonHtml.render(inOneParagraph()));
        assertEquals(ChangePart.MOST, page.select("details.note").size());
        assertTrue(
                page.select("p.part").text().startsWith("Changes 1 to 500 of 1200, the gravest first. A browser would"),
                page.select("p.part").text());
        assertEquals("1200 high", page.select(".counts strong").text());
    }

    @Test
    void thePagesLeadFromPartToPart() {
        ComparisonPage page = ComparisonPage.of(inOneParagraph(), ComparisonView.STANDARD, LINKS, 2);
        assertEquals(
                List.of("/compare?part=1", "/compare?part=3"),
                page.part().orElseThrow().ways().stream()
                        .map(VersionsPage.Way::href)
                        .toList());
        assertEquals(501, page.notes().get(0).number());
        assertEquals(
                CHANGES,
                ComparisonPage.of(inOneParagraph(), ComparisonView.STANDARD, LINKS, 99)
                        .notes()
                        .get(CHANGES - 2 * ChangePart.MOST - 1)
                        .number());
    }

    @Test
    void marksOnlyTheWordsOfItsOwnChanges() {
        ComparisonPage page = ComparisonPage.of(inOneParagraph(), ComparisonView.STANDARD, LINKS, 2);
        List<Integer> marked = page.bands().get(0).rows().get(0).base().get(0).pieces().stream()
                .map(ComparisonPage.Piece::change)
                .filter(number -> number > 0)
                .toList();
        assertEquals(IntStream.rangeClosed(501, 1_000).boxed().toList(), marked);
    }

    @Test
    void paragraphsWithoutAnyOfTheseChangesAreCounted() {
        Document page = Jsoup.parse(ComparisonHtml.render(oneInEachParagraph()));
        assertEquals(
                "700 paragraphs without any of these changes",
                page.select("p.alike").text());
    }

    @Test
    void aPieceOfGreatLengthIsCutInItsMiddle() {
        String book = "word ".repeat(100_000);
        String cut = Shown.cut(book);
        assertTrue(cut.contains("… [496\u00a0000 characters left out here] …"), cut);
        assertEquals("word ", Shown.cut("word "));
    }

    @Test
    void theSentenceAroundAChangeIsFoundWithinABook() {
        String text = "One sentence here. ".repeat(50_000);
        int at = text.indexOf("sentence", 500_000);
        assertEquals(
                new Passage("… One sentence here. One", "here. One sentence here. …"),
                Passage.of(text, at, at + "sentence".length(), "en", 2));
    }

    @Test
    void anApparatusShowsItsGravestPlaces() {
        Comparison pair = oneInEachParagraph();
        List<VariantPlace> places = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            places.add(new VariantPlace(
                    i + 1,
                    ArticleField.BODY,
                    ChangeKind.WORDING_CHANGED,
                    i < 900 ? Severity.LOW : Severity.HIGH,
                    "W1",
                    false,
                    Optional.empty(),
                    List.of(new Span(i, 0, 3)),
                    List.of(reading("A", "the", Standing.BASE), reading("B", "any", Standing.VARIANT))));
        }
        Apparatus apparatus = new Apparatus(List.of(pair.base(), pair.other(), pair.other()), 0, places, List.of());
        ApparatusPage page = ApparatusPage.of(apparatus, ComparisonView.STANDARD, ApparatusPage.Links.NONE, 1);
        assertEquals(
                List.of(300, 200),
                page.groups().stream().map(group -> group.notes().size()).toList());
        assertEquals(
                "700 paragraphs without any of these places",
                page.rows().get(200).pieces().get(0).text());
        assertEquals("300 high · 900 low", page.counts());
    }

    private static Reading reading(String siglum, String text, Standing standing) {
        return new Reading(List.of(siglum), text, standing, Optional.empty(), false);
    }

    private static Comparison inOneParagraph() {
        String text = "some words that are alike in both, here ".repeat(CHANGES);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            changes.add(change(0, i * WIDTH));
        }
        return pair(List.of(text), changes);
    }

    private static Comparison oneInEachParagraph() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            changes.add(change(i, 0));
        }
        return pair(
                IntStream.range(0, CHANGES)
                        .mapToObj(i -> "some words of paragraph " + i)
                        .toList(),
                changes);
    }

    private static Comparison pair(List<String> paragraphs, List<Change> changes) {
        List<Row> rows = IntStream.range(0, paragraphs.size())
                .mapToObj(i -> new Row(List.of(i), List.of(i)))
                .toList();
        return new Comparison(witness("A", paragraphs), witness("B", paragraphs), changes, Map.of(), rows, List.of());
    }

    private static Witness witness(String siglum, List<String> paragraphs) {
        Article article = SeedPair.article(
                "http://long.example/" + siglum,
                "A book",
                Optional.empty(),
                "en",
                paragraphs.stream()
                        .map(text -> SeedPair.block(BlockKind.PARAGRAPH, text))
                        .toList(),
                List.of());
        return SeedPair.witness(siglum, "long.example", article, SeedPair.RECORD_A);
    }

    private static Change change(int block, int start) {
        return new Change(
                Op.SUBSTITUTION,
                ChangeKind.NUMBER_CHANGED,
                Set.of(),
                ArticleField.BODY,
                "some",
                "any",
                false,
                Optional.empty(),
                Severity.HIGH,
                "W1",
                "A word differs.",
                List.of(new Span(block, start, start + 4)),
                List.of(new Span(block, start, start + 4)));
    }
}
