package org.pressmark.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.testing.Pdf;

class PdfReaderTest {
    private static final byte[] STORY = Pdf.of(
            "Harbour closed",
            "Jane Roe",
            "The harbour was closed on Tuesday after the storm had torn two cranes from",
            "their rails, the coun-",
            "cil said.",
            "",
            "",
            "Fishermen had not seen such waves since the winter of the flood.");

    @Test
    void readsParagraphsAndWhatTheDocumentSaysOfItself() throws IOException {
        PdfText text = new PdfReader().read(STORY);
        assertEquals(Optional.empty(), text.problem());
        assertEquals(Optional.of("Harbour closed"), text.title());
        assertEquals(Optional.of("Jane Roe"), text.author());
        assertEquals(Optional.of("2024-03-01T12:30:00Z"), text.created());
        assertEquals(1, text.pages());
        assertEquals(
                List.of(
                        "The harbour was closed on Tuesday after the storm had torn two cranes from their rails, the council"
                                + " said.",
                        "Fishermen had not seen such waves since the winter of the flood."),
                text.paragraphs());
    }

    @Test
    void brokenDocumentsAreToldAndDoNoHarm() throws IOException {
        byte[] half = Arrays.copyOf(STORY, STORY.length / 2);
        byte[] noise = "%PDF-1.7\nnothing of the kind".getBytes(StandardCharsets.US_ASCII);
        assertTrue(new PdfReader().read(noise).problem().isPresent());
        assertTrue(new PdfReader().read(new byte[0]).problem().isPresent());
        assertTrue(new PdfReader().read(half).paragraphs().size() <= 2);
    }

    @Test
    void aDocumentThatSwellsFillsNobodysMemoryButItsOwn() throws IOException {
        PdfText text = new PdfReader().read(Pdf.swelling(1_200));
        assertEquals(List.of(), text.paragraphs(), "given up, or read through to find nothing");
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws IOException {
        assertTrue(new PdfReader(Duration.ofMillis(1))
                .read(STORY)
                .problem()
                .orElse("")
                .contains("longer"));
    }

    @Test
    void knowsAPdfByItsMark() {
        assertTrue(PdfReader.isPdf(STORY));
        assertFalse(PdfReader.isPdf("<p>a %PD".getBytes(StandardCharsets.US_ASCII)));
        assertFalse(PdfReader.isPdf(new byte[3]));
    }
}
