package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.BlockKind;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Verdict;

class PresentationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "“So it is,” she said — twice.|\"So it is,\" she said -- twice.|typography",
                "“So it is,” she said — twice.|« So it is, » she said – twice.|typography",
                "“So it is,” she said — twice.|â€œSo it is,â€\u009d she said â€” twice.|typography",
                "“So it is,” she said — twice.|&quot;So it is,&quot; she said â€&quot; twice.|typography",
                "Trump’s office filed it.|Trump ’s ofﬁce ﬁled it.|typography",
                "They came. Then they left the institute.|They came.Then they left the insti- tute.|typography",
                "He bought red, white and blue flags by e-mail.|He bought red, white, and blue flags by email.|punctuation",
                "The U.S. labour office counts 40 percent of colour.|The US labor office counts 40% of color.|spelling-variant",
                "On January 9 twelve people paid 1,000 crowns.|On Jan. 9 12 people paid 1000 crowns.|spelling-variant",
            })
    void isCountedAndNeverReported(String a, String b, ChangeKindWord expected) {
        Comparison found = Articles.compare(
                Articles.paragraphs("One line stands here before it.", a),
                Articles.paragraphs("One line stands here before it.", b));
        assertEquals(List.of(), found.changes());
        assertEquals(
                true,
                found.presentation().containsKey(expected.kind()),
                () -> found.presentation().toString());
        assertEquals(List.of(Verdict.SAME_WORDING), found.verdicts());
    }

    /** A kind by its word. */
    record ChangeKindWord(ChangeKind kind) {
        public static ChangeKindWord valueOf(String word) {
            for (ChangeKind kind : ChangeKind.values()) {
                if (kind.word().equals(word)) {
                    return new ChangeKindWord(kind);
                }
            }
            throw new IllegalArgumentException("expected a kind, found: " + word);
        }
    }

    @Test
    void blockBordersAreParagraphing() {
        Comparison found = Articles.compare(
                Articles.paragraphs(
                        "A heading without a stop", "The mayor left the room after", "lunch and slept. Then he woke."),
                Articles.paragraphs(
                        "A heading without a stop The mayor left the room after lunch and slept.", "Then he woke."));
        assertEquals(List.of(), found.changes());
        assertEquals(3, found.presentation().get(ChangeKind.PARAGRAPHING));
    }

    @Test
    void wordsInBoldAreMarkup() {
        String text = "The mayor never said that the bridge was safe.";
        Comparison found =
                Articles.compare(Articles.paragraphs(text), Articles.article().emphasised(text, "never"));
        assertEquals(List.of(), found.changes());
        assertEquals(1, found.presentation().get(ChangeKind.MARKUP));
    }

    @Test
    void theSameInstantInAnotherZoneIsNoChange() {
        Comparison found = Articles.compare(
                Articles.paragraphs("Text of it.").published("2021-12-27T23:40:00Z", "2021-12-27T23:40:00Z"),
                Articles.paragraphs("Text of it.").published("2021-12-28T02:40:00+03:00", "2021-12-28T02:40:00+03:00"));
        assertEquals(List.of(), found.changes());
    }

    @Test
    void aHeadlineInCapitalsIsNoChange() {
        Comparison found = Articles.compare(
                Articles.article().with(BlockKind.HEADLINE, "Town hall shut"),
                Articles.article().with(BlockKind.HEADLINE, "TOWN HALL SHUT"));
        assertEquals(List.of(), found.changes());
        assertEquals(1, found.presentation().get(ChangeKind.TYPOGRAPHY));
    }
}
