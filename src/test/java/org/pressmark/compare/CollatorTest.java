package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.compare.Articles.paragraphs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Apparatus.Part;
import org.pressmark.model.Apparatus.Stretch;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Severity;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.VariantPlace.Standing;
import org.pressmark.model.Witness;

/** What an apparatus of many witnesses says, and that no character of any witness is lost in it. */
final class CollatorTest {
    private static final String FIRST = "The ministry said on Tuesday that the harbour would be closed for repairs.";
    private static final String SECOND = "Officials counted twelve ships that had been waiting since the weekend.";
    private static final String THIRD = "Fishermen in the villages along the coast had asked for help in spring.";
    private static final String FOURTH = "A spokesman for the port declined to comment on the cost of the work.";

    @Test
    void siglaGoOnBehindZ() {
        assertEquals(
                List.of("A", "B", "Z", "A1", "Z1", "A2"),
                List.of(0, 1, 25, 26, 51, 52).stream().map(Sigla::of).toList());
    }

    @Test
    void groupsWhatReadsAlikeAndMarksTheSingularReading() {
        Apparatus apparatus = collate(
                0,
                paragraphs(FIRST, SECOND, THIRD),
                paragraphs(FIRST, SECOND, THIRD),
                paragraphs(FIRST, SECOND.replace("twelve", "twenty"), THIRD),
                paragraphs(FIRST, SECOND, THIRD));
        VariantPlace place = only(apparatus);
        assertEquals(ChangeKind.NUMBER_CHANGED, place.kind());
        assertEquals(Severity.CRITICAL, place.severity(), "high, raised one step for a singular reading");
        assertEquals(List.of("A", "B", "D"), place.readings().get(0).sigla());
        assertEquals("twelve", place.readings().get(0).text());
        assertEquals(
                new Reading(
                        List.of("C"),
                        "twenty",
                        Standing.VARIANT,
                        java.util.Optional.of(ChangeKind.NUMBER_CHANGED),
                        true),
                place.readings().get(1));
        assertEquals(1, place.differing());
    }

    @Test
    void aReadingOfTwoIsNotSingularAndNotRaised() {
        String twenty = SECOND.replace("twelve", "twenty");
        Apparatus apparatus = collate(
                0,
                paragraphs(FIRST, SECOND, THIRD),
                paragraphs(FIRST, twenty, THIRD),
                paragraphs(FIRST, twenty, THIRD),
                paragraphs(FIRST, SECOND, THIRD));
        VariantPlace place = only(apparatus);
        assertEquals(Severity.HIGH, place.severity());
        assertTrue(place.readings().stream().noneMatch(Reading::singular));
    }

    @Test
    void twoWitnessesKnowNoSingularReading() {
        VariantPlace place = only(collate(
                0, paragraphs(FIRST, SECOND, THIRD), paragraphs(FIRST, SECOND.replace("twelve", "twenty"), THIRD)));
        assertEquals(Severity.HIGH, place.severity());
    }

    @Test
    void aWitnessThatLacksThePassageHasNoReadingForTheWordsInIt() {
        Apparatus apparatus = collate(
                0,
                paragraphs(FIRST, SECOND, THIRD, FOURTH),
                paragraphs(FIRST, SECOND, THIRD.replace("spring", "autumn"), FOURTH),
                paragraphs(FIRST, SECOND, FOURTH),
                paragraphs(FIRST, SECOND, THIRD, FOURTH));
        assertEquals(2, apparatus.places().size(), apparatus.places()::toString);
        VariantPlace passage = apparatus.places().get(0);
        assertEquals(ChangeKind.PASSAGE_REMOVED, passage.kind());
        assertEquals(List.of("A", "B", "D"), passage.readings().get(0).sigla());
        assertEquals("", passage.readings().get(1).text());
        VariantPlace word = apparatus.places().get(1);
        Reading lacking = word.readings().stream()
                .filter(reading -> reading.standing() == Standing.LACKING)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("C"), lacking.sigla());
        assertEquals(1, word.differing(), "what is lacking does not differ");
    }

    @Test
    void wordsThatTheBaseLacksAreOneReadingOfAllThatHaveThem() {
        String longer = FIRST + " Work will begin before the end of the month and last a year.";
        VariantPlace place = only(collate(
                0,
                paragraphs(FIRST, SECOND),
                paragraphs(longer, SECOND),
                paragraphs(longer, SECOND),
                paragraphs(FIRST, SECOND)));
        assertEquals(ChangeKind.PASSAGE_ADDED, place.kind());
        assertEquals(List.of("B", "C"), place.readings().get(1).sigla());
        assertEquals(1, place.spans().size());
        assertEquals(place.spans().get(0).start(), place.spans().get(0).end(), "a place without words in the base");
    }

    @Test
    void anyWitnessMayBeTheBase() {
        VariantPlace place = only(collate(
                2,
                paragraphs(FIRST, SECOND),
                paragraphs(FIRST, SECOND),
                paragraphs(FIRST, SECOND.replace("twelve", "twenty"))));
        assertEquals("twenty", place.readings().get(0).text());
        assertEquals(List.of("C"), place.readings().get(0).sigla());
        assertTrue(place.readings().get(0).singular());
    }

    @Test
    void fieldsHavePlacesOfTheirOwn() {
        Apparatus apparatus = collate(
                0,
                paragraphs(FIRST).with(BlockKind.CREDIT, "Photo: Reuters"),
                paragraphs(FIRST),
                paragraphs(FIRST).with(BlockKind.CREDIT, "Photo: Getty Images"));
        VariantPlace place = only(apparatus);
        assertEquals(ChangeKind.CREDIT_CHANGED, place.kind());
        assertEquals(Severity.NOTICE, place.severity(), "furniture is not raised");
        assertEquals(
                List.of("Photo: Reuters", "", "Photo: Getty Images"),
                place.readings().stream().map(Reading::text).toList());
    }

    @Test
    void presentationMakesNoPlace() {
        Apparatus apparatus = collate(
                0,
                paragraphs("“We will not leave the harbour,” the captain said to them."),
                paragraphs("\"We will not leave the harbour,\" the captain said to them."),
                paragraphs("“We will not leave the harbour,” the captain said to them."));
        assertEquals(List.of(), apparatus.places());
        assertTrue(apparatus.text().stream().anyMatch(Stretch::varies), "but the characters differ");
    }

    @Test
    void everyWitnessCanBeReadBackCharacterForCharacter() {
        Random random = new Random(7);
        List<String> sentences = List.of(FIRST, SECOND, THIRD, FOURTH, "Nobody was hurt.", "“It is late,” he said.");
        for (int round = 0; round < 60; round++) {
            List<Articles> witnesses = new ArrayList<>();
            for (int w = 0; w < 5; w++) {
                witnesses.add(scrambled(sentences, random));
            }
            Apparatus apparatus = collate(random.nextInt(5), witnesses.toArray(Articles[]::new));
            for (Witness witness : apparatus.witnesses()) {
                String body =
                        witness.article().blocks().stream().map(Block::text).collect(Collectors.joining("\n\n"));
                assertEquals(body, text(apparatus, witness.siglum()), "round " + round);
            }
            for (VariantPlace place : apparatus.places()) {
                assertEquals(
                        5,
                        place.readings().stream()
                                .mapToInt(reading -> reading.sigla().size())
                                .sum(),
                        place::toString);
            }
        }
    }

    @Test
    void refusesOneWitnessAndTooMany() {
        assertThrows(IllegalArgumentException.class, () -> collate(0, paragraphs(FIRST)));
        Articles[] many = new Articles[Collator.MOST + 1];
        java.util.Arrays.fill(many, paragraphs(FIRST));
        assertThrows(IllegalArgumentException.class, () -> collate(0, many));
    }

    private static Articles scrambled(List<String> sentences, Random random) {
        Articles out = paragraphs(FIRST);
        StringBuilder paragraph = new StringBuilder();
        for (String sentence : sentences) {
            if (random.nextInt(4) > 0) {
                String[] words = sentence.split(" ");
                if (random.nextInt(3) == 0) {
                    words[random.nextInt(words.length)] = random.nextBoolean() ? "other\u00a0words" : "";
                }
                paragraph
                        .append(paragraph.length() == 0 ? "" : random.nextInt(3) == 0 ? "\n" : " ")
                        .append(String.join(" ", words).strip());
            }
            if (random.nextBoolean() && !paragraph.toString().isBlank()) {
                out.with(BlockKind.PARAGRAPH, paragraph.toString());
                paragraph.setLength(0);
            }
        }
        return paragraph.toString().isBlank() ? out : out.with(BlockKind.PARAGRAPH, paragraph.toString());
    }

    private static String text(Apparatus apparatus, String siglum) {
        StringBuilder out = new StringBuilder();
        boolean fresh = false;
        for (Stretch stretch : apparatus.text()) {
            fresh |= stretch.paragraph();
            for (Part part : stretch.parts()) {
                if (part.sigla().contains(siglum) && !part.text().isEmpty()) {
                    out.append(fresh && out.length() > 0 ? "\n\n" : "").append(part.text());
                    fresh = false;
                }
            }
        }
        return out.toString();
    }

    private static VariantPlace only(Apparatus apparatus) {
        assertEquals(1, apparatus.places().size(), apparatus.places()::toString);
        return apparatus.places().get(0);
    }

    private static Apparatus collate(int base, Articles... articles) {
        List<Witness> witnesses = new ArrayList<>();
        for (Articles article : articles) {
            witnesses.add(article.witness(Sigla.of(witnesses.size())));
        }
        return new Collator().collate(witnesses, base);
    }
}
