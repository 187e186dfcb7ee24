package org.pressmark.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeTest {
    @ParameterizedTest
    @CsvSource({
        "AFP,AFP",
        "Agence France-Presse,AFP",
        "(AP),AP",
        "the Associated Press,AP",
        "A.P.,AP",
        "dpa,dpa",
        "新华社,Xinhua",
        "ТАСС,TASS"
    })
    void knowsAgenciesByTheirNames(String text, String expected) {
        assertEquals(Optional.of(expected), Agencies.all().canonical(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jane Roe", "map of France", "", "Mental Health"})
    void knowsNoAgencyInOtherNames(String text) {
        assertEquals(Optional.empty(), Agencies.all().canonical(text));
    }

    @Test
    void findsMentionsAndLeavesOrdinaryWords() {
        List<Agencies.Found> found = Agencies.all().find("An AFP reporter and a Reuters map tap the Associated Press");
        assertEquals(
                List.of("AFP", "Reuters", "AP"),
                found.stream().map(Agencies.Found::name).toList());
        assertEquals(List.of(), Agencies.all().find("A map, a tap, a petra and an app for aa users"));
        assertEquals("MAP", Agencies.all().findInCredit("Source: MAP").get(0).name());
        assertEquals(Optional.of("Reuters"), Agencies.all().ofHost("www.reuters.com"));
        assertTrue(Agencies.all().agencies().size() >= 60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000|1000",
                "1000|1000",
                "twelve|12",
                "Twelve|12",
                "3rd|3",
                "2.5|2.5",
                "1.000.000|1E+6",
                "12,5|12.5",
                "0.125|0.125"
            })
    void knowsTheValuesOfNumbers(String token, BigDecimal expected) {
        assertEquals(0, expected.compareTo(Numbers.value(token, "en").orElseThrow()));
    }

    @Test
    void aWordIsNoNumber() {
        assertEquals(Optional.empty(), Numbers.value("house", "en"));
        assertEquals(Optional.empty(), Numbers.value("18hrs", "en"));
        assertEquals(Optional.empty(), Numbers.value("10:30", "en"));
    }

    @Test
    void everyLanguageHasItsLists() {
        for (String language : Languages.KNOWN) {
            for (String name : List.of("negators", "hedges", "abbreviations", "titles", "credit-prefixes", "common")) {
                assertFalse(WordList.load(language, name).entries().isEmpty(), language + "/" + name);
            }
            for (String name : List.of("speech-verbs", "modals", "numbers", "months", "weekdays")) {
                assertFalse(Lemmas.load(language, name).forms().isEmpty(), language + "/" + name);
            }
        }
        assertTrue(WordList.load("xx", "negators").entries().isEmpty());
        assertTrue(WordList.load("", "negators").entries().isEmpty());
    }

    @Test
    void formsLeadToTheirWord() {
        assertEquals(Optional.of("say"), Lemmas.load("en-GB", "speech-verbs").lemma("Said"));
        assertEquals(
                Lemmas.load("en", "spellings").lemma("color"),
                Lemmas.load("en", "spellings").lemma("colour"));
        assertEquals(Optional.of("8"), Lemmas.load("en", "months").lemma("August"));
        assertEquals(
                Optional.of("source"), WordList.load("en", "credit-prefixes").startOf("Source: AFP"));
        assertTrue(WordList.load("en", "correction-anywhere")
                .within("x. An earlier version of this article was wrong")
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|He said that the man was not in the house",
                "de|Der Mann ist nicht in dem Haus und das ist gut",
                "fr|Le président a dit que la ville est dans les mains de tous",
                "es|El presidente de la ciudad no es el que dijo eso",
                "ru|Он не был в городе и это было для него"
            })
    void guessesTheLanguage(String expected, String text) {
        assertEquals(expected, Languages.guess(text));
    }
}
