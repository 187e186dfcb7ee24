package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.model.ChangeKind.BOILERPLATE;
import static org.pressmark.model.ChangeKind.BRACKET_INSERTION;
import static org.pressmark.model.ChangeKind.CAPTION_CHANGED;
import static org.pressmark.model.ChangeKind.CREDIT_CHANGED;
import static org.pressmark.model.ChangeKind.HEADLINE_CHANGED;
import static org.pressmark.model.ChangeKind.IMAGE_CHANGED;
import static org.pressmark.model.ChangeKind.PARAGRAPHING;
import static org.pressmark.model.ChangeKind.PROVENANCE_NOTE;
import static org.pressmark.model.ChangeKind.TIMESTAMP_CHANGED;
import static org.pressmark.model.ChangeKind.TYPOGRAPHY;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Change;
import org.pressmark.model.Change.Op;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Row;
import org.pressmark.model.Comparison.Verdict;
import org.pressmark.model.Place;
import org.pressmark.model.Severity;

/** The real pair: an archived copy of an agency's story and its republication with a sentence put into a quotation. */
class SeedPairTest {
    private static final String NOTE =
            "Original url: https://www.themoscowtimes.com/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands-a-75936";

    private static Articles original() throws IOException {
        List<String> lines = Articles.lines("archived-original.md").stream()
                .filter(line -> !line.isBlank())
                .toList();
        Articles out = Articles.article()
                .published("2021-12-27T14:40:00+03:00", "December 27, 2021")
                .with(BlockKind.HEADLINE, lines.get(0).substring(2))
                .with(BlockKind.BYLINE, "By AFP")
                .with(BlockKind.TIMESTAMP, "December 27, 2021")
                .image("/images/cavusoglu.jpg")
                .with(BlockKind.CAPTION, "Turkish Foreign Minister Mevlut Cavusoglu.")
                .with(BlockKind.CREDIT, "Number 10 / flickr (CC BY-NC-ND 2.0)");
        for (String line : lines.subList(4, lines.size())) {
            if (line.equals("Original url:")) {
                break;
            }
            out.with(BlockKind.PARAGRAPH, line);
        }
        return out.with(BlockKind.ORIGINAL_URL, NOTE);
    }

    private static Articles copy() throws IOException {
        List<String> lines = Articles.lines("republished-copy.txt");
        Articles out = Articles.article().with(BlockKind.HEADLINE, lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("Source:")) {
                break;
            }
            if (!line.isBlank()) {
                out.with(BlockKind.PARAGRAPH, line);
            }
        }
        out.with(BlockKind.SOURCE_LINE, "Source: AFP");
        out.comment("Cap960", "Russia saved Erdogan.", reply("Teya", "I get paid."), reply("Ole", "Its such a way."));
        out.comment("SteveK9", "Stop construction.").comment("XSFRGR", "Now.");
        return out.comment("Eddy", "IF Turkey.", reply("Micheal Petrovich", "Turks."));
    }

    private static Comment reply(String author, String text) {
        return new Comment(author, text, Optional.empty(), List.of(), Place.NONE);
    }

    @Test
    void findsTheSevenChangesAndThePicture() throws IOException {
        Comparison found = Articles.compare(original(), copy());
        List<ChangeKind> kinds = found.changes().stream().map(Change::kind).toList();
        assertEquals(
                List.of(
                        BRACKET_INSERTION,
                        HEADLINE_CHANGED,
                        CREDIT_CHANGED,
                        TIMESTAMP_CHANGED,
                        IMAGE_CHANGED,
                        CAPTION_CHANGED,
                        CREDIT_CHANGED,
                        PROVENANCE_NOTE),
                kinds);
        assertEquals("By AFP", found.changes().get(2).before());
        assertEquals("Source: AFP", found.changes().get(2).after());
        assertEquals("December 27, 2021", found.changes().get(3).before());
        assertEquals(
                "Number 10 / flickr (CC BY-NC-ND 2.0)", found.changes().get(6).before());
        assertEquals(NOTE, found.changes().get(7).before());
    }

    @Test
    void theBracketedSentenceStandsFirstAndIsCritical() throws IOException {
        Change first = Articles.compare(original(), copy()).changes().get(0);
        assertEquals("", first.before());
        assertEquals("[Is the security of NATO states threatened by Russia?]", first.after());
        assertEquals(Op.INTERPOLATION, first.op());
        assertTrue(first.inQuotation());
        assertEquals(Optional.of("Cavusoglu"), first.speaker());
        assertEquals(Severity.CRITICAL, first.severity());
        assertEquals("Q1", first.rule());
        assertTrue(first.explanation().startsWith("Only B has these words"), first.explanation());
    }

    @Test
    void countsPresentationApart() throws IOException {
        Map<ChangeKind, Integer> counts = Articles.compare(original(), copy()).presentation();
        assertEquals(1, counts.get(PARAGRAPHING));
        assertEquals(7, counts.get(BOILERPLATE));
        assertTrue(counts.getOrDefault(TYPOGRAPHY, 0) > 10);
        assertEquals(3, counts.size());
    }

    @Test
    void theOtherDirectionIsTheMirror() throws IOException {
        Comparison there = Articles.compare(original(), copy());
        Comparison back = Articles.compare(copy(), original());
        assertEquals(there.presentation(), back.presentation());
        assertEquals(there.changes().size(), back.changes().size());
        Change first = back.changes().get(0);
        assertEquals(BRACKET_INSERTION, first.kind());
        assertEquals(Op.OMISSION, first.op());
        assertEquals("", first.after());
        assertEquals(there.changes().get(0).spansAfter(), first.spansBefore());
    }

    @Test
    void aPageAgainstItselfGivesNothing() throws IOException {
        for (Articles article : List.of(original(), copy())) {
            Comparison found = Articles.compare(article, article);
            assertEquals(List.of(), found.changes());
            assertEquals(Map.of(), found.presentation());
            assertEquals(List.of(Verdict.IDENTICAL), found.verdicts());
        }
    }

    @Test
    void spansShowTheOriginalCharacters() throws IOException {
        Articles a = original();
        Articles b = copy();
        for (Change change : Articles.compare(a, b).changes()) {
            assertEquals(
                    change.kind() == IMAGE_CHANGED ? "" : change.before(),
                    text(a.build().blocks(), change.spansBefore()));
            assertEquals(change.after(), text(b.build().blocks(), change.spansAfter()));
        }
    }

    private static String text(List<Block> blocks, List<Span> spans) {
        List<String> parts = new ArrayList<>();
        for (Span span : spans) {
            parts.add(blocks.get(span.block()).text().substring(span.start(), span.end()));
        }
        return String.join("\n\n", parts);
    }

    @Test
    void everyBlockStandsInExactlyOneRow() throws IOException {
        Comparison found = Articles.compare(original(), copy());
        List<Integer> a = new ArrayList<>();
        List<Integer> b = new ArrayList<>();
        for (Row row : found.rows()) {
            a.addAll(row.base());
            b.addAll(row.other());
        }
        int sizeA = found.base().article().blocks().size();
        int sizeB = found.other().article().blocks().size();
        assertEquals(sizeA, a.stream().distinct().count());
        assertEquals(sizeA, a.size());
        assertEquals(sizeB, b.stream().distinct().count());
        assertEquals(sizeB, b.size());
        assertTrue(
                found.rows().contains(new Row(List.of(10, 11), List.of(5))),
                "the broken paragraph stands beside the whole one");
    }
}
