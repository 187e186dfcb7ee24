package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Change;
import org.pressmark.model.Change.Facet;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;

class KindsTest {
    private static final String FIRST = "The council met in the old town hall on the hill to speak of the budget.";
    private static final String LAST = "Nobody from the ministry was there when the doors were closed at night.";

    private static Change only(String a, String b) {
        Comparison found = Articles.compare(Articles.paragraphs(FIRST, a, LAST), Articles.paragraphs(FIRST, b, LAST));
        assertEquals(1, found.changes().size(), () -> found.changes().toString());
        return found.changes().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "bracket-insertion|“We will not go there again,” Roe said.|“We will not [sic] go there again,” Roe said.||[sic]",
                "quote-interpolation|“We will not go there again,” Roe said.|“We will not ever go there again,” Roe said.||ever",
                "quote-omission|“We will not go there again,” Roe said.|“We will not go there,” Roe said.|again|~~",
                "quote-substitution|“We will not go there again,” Roe said.|“We will not walk there again,” Roe said.|go|walk",
                "quote-marks-changed|He called the long plan “a bitter thing” at noon.|He called the long plan a bitter thing at noon.|“a bitter thing”|a bitter thing",
                "attribution-verb|“We will not go there again,” Roe said on air.|“We will not go there again,” Roe claimed on air.|said|claimed",
                "attribution-speaker|“We will not go there again,” Jane Roe said.|“We will not go there again,” one official said.|Jane Roe|one official",
                "wording-changed|“We will not go there again,” Roe says to us.|“We will not go there again,” Roe said to us.|says|said",
                "negation-changed|The mayor did not leave the room at all.|The mayor did leave the room at all.|not|~~",
                "negation-changed|The mayor does like the room at all.|The mayor doesn’t like the room at all.|does|doesn’t",
                "number-changed|The mayor spent 1,200 crowns on the room.|The mayor spent 1,300 crowns on the room.|1,200|1,300",
                "number-changed|The mayor spent twelve crowns on the room.|The mayor spent 13 crowns on the room.|twelve|13",
                "date-changed|The mayor left the room on Monday after lunch.|The mayor left the room on Friday after lunch.|Monday|Friday",
                "date-changed|The mayor left the room on Jan. 12 after lunch.|The mayor left the room on Jan. 14 after lunch.|12|14",
                "name-changed|The room was left by Peter Mayor after lunch.|The room was left by Peter Major after lunch.|Mayor|Major",
                "name-changed|The room was left by Vladimir Putin after lunch.|The room was left by the president after lunch.|Vladimir Putin|the president",
                "modality-changed|The mayor will leave the room after lunch.|The mayor may leave the room after lunch.|will|may",
                "modality-changed|The mayor has left the room after lunch.|The mayor has reportedly left the room after lunch.||reportedly",
                "wording-changed|The mayor left the house after lunch.|The mayor left the building after lunch.|house|building",
            })
    void namesWhatDiffers(String kind, String a, String b, String before, String after) {
        Change change = only(a, b);
        assertEquals(kind, change.kind().word());
        assertEquals(Optional.ofNullable(before).orElse(""), change.before());
        assertEquals(Optional.ofNullable(after).orElse("").replace("~~", ""), change.after());
    }

    @Test
    void anAgencyInBracketsIsACredit() {
        assertEquals(
                ChangeKind.CREDIT_CHANGED,
                only("The mayor left the room. [AFP]", "The mayor left the room.")
                        .kind());
        Comparison found = Articles.compare(
                Articles.paragraphs("MADRID (AP) — " + FIRST, LAST), Articles.paragraphs("MADRID — " + FIRST, LAST));
        assertEquals(1, found.changes().size(), () -> found.changes().toString());
        assertEquals(ChangeKind.CREDIT_CHANGED, found.changes().get(0).kind());
        assertEquals("(AP)", found.changes().get(0).before());
    }

    @Test
    void aRoleMayBeTheOneWhoIsNamed() {
        assertEquals(
                ChangeKind.NAME_CHANGED,
                only(
                                "“We will not go there again,” Jane Roe said.",
                                "“We will not go there again,” the president said.")
                        .kind());
    }

    @Test
    void aWholeSentenceGoneFromALongQuotationIsAPassage() {
        Change change = only(
                "“We will not go there again. The road is much too long. Ask the driver,” Jane Roe said.",
                "“We will not go there again. Ask the driver,” Jane Roe said.");
        assertEquals(ChangeKind.PASSAGE_REMOVED, change.kind());
        assertEquals("The road is much too long.", change.before());
    }

    @Test
    void otherLanguagesHaveTheirLists() {
        Comparison found = Articles.compare(
                Articles.paragraphs("„Wir werden das nicht hinnehmen“, sagte Hans Müller am Montag in Berlin.")
                        .language("de"),
                Articles.paragraphs(
                                "»Wir werden das so nicht hinnehmen«, behauptete Hans Müller am Dienstag in Berlin.")
                        .language("de"));
        assertEquals(
                "quote-interpolation attribution-verb date-changed",
                String.join(
                        " ",
                        found.changes().stream()
                                .map(change -> change.kind().word())
                                .toList()));
        assertEquals(Optional.of("Hans Müller"), found.changes().get(0).speaker());
    }

    @Test
    void sentencesComeAndGo() {
        Comparison added = Articles.compare(
                Articles.paragraphs(FIRST, LAST),
                Articles.paragraphs(FIRST, "A dog barked at the gate all evening.", LAST));
        assertEquals(ChangeKind.PASSAGE_ADDED, added.changes().get(0).kind());
        Comparison quoted = Articles.compare(
                Articles.paragraphs(FIRST, LAST),
                Articles.paragraphs(FIRST, "“We never heard a dog bark,” said Jane Roe.", LAST));
        assertEquals(ChangeKind.QUOTE_ADDED, quoted.changes().get(0).kind());
        assertEquals(Optional.of("Jane Roe"), quoted.changes().get(0).speaker());
        assertTrue(quoted.changes().get(0).facets().contains(Facet.WHOLE_QUOTATION));
    }

    @Test
    void aMovedParagraphIsOneMoveAndItsInnerEditIsNamed() {
        String moved =
                "The harbour master counted forty ships before the storm came in. He wrote the number into the book.";
        String edited = moved.replace("forty", "fifty");
        Comparison found = Articles.compare(
                Articles.paragraphs(
                        FIRST, moved, LAST, "Later the rain stopped and people went home to sleep until the morning."),
                Articles.paragraphs(
                        FIRST,
                        LAST,
                        "Later the rain stopped and people went home to sleep until the morning.",
                        edited));
        assertEquals(2, found.changes().size(), () -> found.changes().toString());
        Change number = found.changes().get(0);
        Change move = found.changes().get(1);
        assertEquals(ChangeKind.NUMBER_CHANGED, number.kind());
        assertEquals(ChangeKind.PASSAGE_MOVED, move.kind());
        assertEquals(moved, move.before());
        assertEquals(edited, move.after());
    }

    @Test
    void theLeadRaisesSeverity() {
        Comparison found = Articles.compare(
                Articles.paragraphs(FIRST.replace("budget", "money"), LAST),
                Articles.paragraphs(FIRST.replace("budget", "taxes"), LAST));
        assertEquals(Severity.MEDIUM, found.changes().get(0).severity());
    }

    @Test
    void furnitureHasItsOwnKinds() {
        Articles a = Articles.article()
                .with(BlockKind.HEADLINE, "Town hall closed")
                .with(BlockKind.STANDFIRST, "Nobody knows why the doors were shut.")
                .with(BlockKind.BYLINE, "By Jane Roe")
                .with(BlockKind.BYLINE, "By Reuters")
                .with(BlockKind.TIMESTAMP, "March 13, 2018")
                .image("https://a.example/one.jpg?w=300")
                .with(BlockKind.CAPTION, "The hall.")
                .with(BlockKind.PARAGRAPH, "MADRID (Reuters) — " + FIRST)
                .linked(LAST, "ministry", "https://a.example/m?utm_source=x");
        Articles b = Articles.article()
                .with(BlockKind.HEADLINE, "Town hall shut")
                .with(BlockKind.BYLINE, "By John Doe")
                .with(BlockKind.TIMESTAMP, "March 14, 2018")
                .image("https://a.example/two.jpg")
                .with(BlockKind.CAPTION, "The old hall.")
                .with(BlockKind.PARAGRAPH, "LONDON — " + FIRST)
                .linked(LAST, "ministry", "https://b.example/m")
                .with(BlockKind.PARAGRAPH, "Correction: an earlier version of this article had a wrong figure.")
                .with(BlockKind.PARAGRAPH, "This article first appeared in The Gazette.");
        assertEquals(
                "headline-changed correction-note standfirst-changed byline-changed credit-changed timestamp-changed image-changed"
                        + " caption-changed dateline-changed provenance-note link-changed",
                String.join(
                        " ",
                        Articles.compare(a, b).changes().stream()
                                .map(change -> change.kind().word())
                                .toList()));
    }

    @Test
    void everyKindHasARuleAndASentence() {
        for (ChangeKind kind : ChangeKind.values()) {
            assertTrue(Explanations.rule(kind).matches("[FPQANW][0-9]{1,2}"), kind.word());
        }
        assertEquals(
                ChangeKind.values().length,
                java.util.Arrays.stream(ChangeKind.values())
                        .map(Explanations::rule)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @EnumSource(
            value = BlockKind.class,
            names = {"PREFORMATTED", "LISTING"})
    void aChangeInAListingIsShown(BlockKind kind) {
        String listing = "for (int i = 0; i < 10; i++) {\n    open(gates[i]);\n}";
        Comparison found = Articles.compare(
                Articles.paragraphs(FIRST).with(kind, listing).with(BlockKind.PARAGRAPH, LAST),
                Articles.paragraphs(FIRST)
                        .with(kind, listing.replace("open", "close"))
                        .with(BlockKind.PARAGRAPH, LAST));
        assertEquals(1, found.changes().size(), () -> found.changes().toString());
        assertTrue(
                found.changes().toString().contains("close"),
                () -> found.changes().toString());
    }
}
