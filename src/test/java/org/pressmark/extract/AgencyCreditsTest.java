package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

class AgencyCreditsTest {
    private static AgencyCredits.Line line(BlockKind kind, String text) {
        return new AgencyCredits.Line(kind, text, Place.NONE);
    }

    private static List<String> credits(AgencyCredits.Line... lines) {
        return AgencyCredits.find(Arrays.asList(lines), List.of(), new Trace(false)).stream()
                .map(Field::value)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BYLINE | Jane Roe, Associated Press | AP",
                "BYLINE | Reuters | Reuters",
                "BYLINE | AFP/Jane Roe | AFP",
                "BYLINE | Anadolu Ajansı | Anadolu Agency",
                "SOURCE_LINE | With inputs from PTI | PTI",
                "SOURCE_LINE | Quelle: SID | SID",
                "SOURCE_LINE | Com informações da Lusa | Lusa",
                "PARAGRAPH | Das sagte die Ministerin in Mainz. (apa) | APA",
                "PARAGRAPH | That is what she said. [Kyodo] | Kyodo",
                "PARAGRAPH | Copyright 2024 The Associated Press. All rights reserved. | AP",
                "PARAGRAPH | (Bloomberg) -- Oil fell. | Bloomberg"
            })
    void creditsAreFound(BlockKind kind, String text, String agency) {
        assertEquals(List.of(agency), credits(line(kind, text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BYLINE | By Anna Mehr",
                "BYLINE | Petra Schmidt",
                "BYLINE | Kai Müller",
                "CAPTION | The bridge (AFP)",
                "CREDIT | Photo: Reuters",
                "PARAGRAPH | The mayor told Reuters on Wednesday that the bridge was safe.",
                "PARAGRAPH | Reuters contributed to this report.",
                "PARAGRAPH | See the plan (MAP) of the town, said the mayor.",
                "PARAGRAPH | The agency (EPA) set a limit of two parts."
            })
    void namesAndMentionsAreNone(BlockKind kind, String text) {
        assertEquals(List.of(), credits(line(kind, text)));
    }

    @Test
    void wordsThatAreAgenciesNamesTooAreNoLines() {
        for (String text : List.of("Mehr", "Map", "CP", "Spa", "RSS|", "Trend", "Antara")) {
            assertEquals(Optional.empty(), AgencyNames.bare(text), text);
        }
    }

    @Test
    void sourceBelowATeaserIsNotTheArticles() {
        assertEquals(
                List.of(),
                credits(
                        line(BlockKind.HEADLINE, "One"),
                        line(BlockKind.SOURCE_LINE, "Source: Reuters"),
                        line(BlockKind.HEADLINE, "Two"),
                        line(BlockKind.SOURCE_LINE, "Source: AFP")));
    }

    @Test
    void theTraceSaysWhyACaptionIsNoCredit() {
        Trace trace = new Trace(true);
        AgencyCredits.find(List.of(line(BlockKind.CAPTION, "The bridge. AFP")), List.of(), trace);
        assertTrue(trace.candidates().stream()
                .anyMatch(candidate -> !candidate.taken() && candidate.why().equals("is credited for the picture")));
    }
}
