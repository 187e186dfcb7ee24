package org.pressmark.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.extract.Extractor;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.model.Change;
import org.pressmark.model.Witness;

/** Pages in, changes out: invented stories on pages of several sorts, marked by hand. */
class RepublishedTest {
    /** So many of the marked edits are told otherwise: in other words of the same place, or by another name. */
    private static final int TOLD_OTHERWISE = 6;

    private static final List<String> EDITED = List.of(
            "01-cut-at-the-end",
            "03-house-style-and-role",
            "04-later-version",
            "06-old-page-altered-quotation",
            "07-broken-off-with-tweet",
            "08-german-verb-and-number",
            "09-french-speaker-and-paraphrase",
            "11-russian-quotation-and-negation",
            "12-rewritten-clauses",
            "14-correction-and-modality",
            "16-spelled-names-and-moved-quotation");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-unchanged-zone-and-marks",
                "05-unchanged-repeats-and-links",
                "10-unchanged-spanish",
                "13-unchanged-doubled-standfirst",
                "15-unchanged-market-report"
            })
    void nothingIsReportedWhereOnlyThePageDiffers(String pair) throws IOException {
        assertEquals(List.of(), changes(pair));
    }

    @Test
    void findsNearlyEveryMarkedEditUnderItsName() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String pair : EDITED) {
            List<String> found =
                    changes(pair).stream().map(RepublishedTest::written).toList();
            Json.parse(new String(read(pair + "/truth.json"), StandardCharsets.UTF_8))
                    .get("edits")
                    .forEach(edit -> {
                        String marked = edit.get("kind").asText() + " | "
                                + edit.get("before").asText() + " | "
                                + edit.get("after").asText();
                        if (!found.contains(marked)) {
                            missing.add(pair + ": " + marked);
                        }
                    });
        }
        assertTrue(missing.size() <= TOLD_OTHERWISE, () -> String.join("\n", missing));
    }

    private static String written(Change change) {
        return change.kind().word() + " | " + change.before() + " | " + change.after();
    }

    private static List<Change> changes(String pair) throws IOException {
        return new Comparer()
                .compare(witness("A", pair + "/a.html"), witness("B", pair + "/b.html"))
                .changes();
    }

    private static Witness witness(String siglum, String page) throws IOException {
        Article article = new Extractor().extract(read(page), Optional.of("text/html; charset=utf-8"), "");
        return new Witness(siglum, siglum, article, Optional.empty(), Optional.empty());
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = RepublishedTest.class.getResourceAsStream("republished/" + name)) {
            if (in == null) {
                throw new IOException("expected the pair's file on the class path, found none: " + name);
            }
            return in.readAllBytes();
        }
    }
}
