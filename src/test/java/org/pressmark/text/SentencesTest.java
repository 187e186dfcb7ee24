package org.pressmark.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "en|He left. She stayed.|He left./She stayed.",
                "en|Mr. Smith met Gen. Lee on Jan. 12. It rained.|Mr. Smith met Gen. Lee on Jan. 12./It rained.",
                "en|The U.S. Senate met. The U.S. The end.|The U.S. Senate met./The U.S./The end.",
                "en|“Stop!” he cried. “Why?”|“Stop!” he cried./“Why?”",
                "en|“One.” “Two.” [Is it?] Three.|“One.”/“Two.”/[Is it?]/Three.",
                "en|said « AI. » Next one.|said « AI. »/Next one.",
                "en|customers.The next|customers./The next",
                "en|1. First point. See example.org/A.b now.|1. First point./See example.org/A.b now.",
                "en|It cost 2.5 million… and more. No.|It cost 2.5 million… and more./No.",
                "de|Er sagte, z. B. Dr. Meier komme. »Ja.« Dann ging er.|Er sagte, z. B. Dr. Meier komme./»Ja.«/Dann ging er.",
                "zh|你好。再见。|你好。/再见。",
            })
    void cuts(String language, String text, String expected) {
        assertEquals(
                expected,
                Sentences.of(text, language).stream()
                        .map(range -> range.in(text))
                        .collect(Collectors.joining("/")));
    }
}
