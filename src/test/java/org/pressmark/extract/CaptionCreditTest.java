package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/** Who took a picture stands behind what it shows, in the ways that newspapers print it. */
class CaptionCreditTest {
    private static final String STORY = "<p>Ministers of nine countries agreed on Thursday on a plan that would see the"
            + " northern ports closed for three weeks, officials said after the talks.</p>";

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
                    A boat leaves the harbour at dawn. Photograph: Jane Doe/PA # A boat leaves the harbour at dawn. # Photograph: Jane Doe/PA
                    The minister in Valletta (Photo by John Roe/Getty Images) # The minister in Valletta # (Photo by John Roe/Getty Images)
                    Der Hafen im Morgengrauen | Foto: Anna Müller/dpa # Der Hafen im Morgengrauen # Foto: Anna Müller/dpa
                    Le port à l'aube. © Jean Dupont / AFP # Le port à l'aube. # © Jean Dupont / AFP
                    The bridge was closed at 10:30 on Monday # The bridge was closed at 10:30 on Monday #
                    """)
    void isABlockOfItsOwn(String caption, String shown, String credit) {
        String page =
                "<html><meta charset=utf-8><article><h1>Harbour plan agreed</h1><figure><img src=a.jpg><figcaption>"
                        + caption + "</figcaption></figure>" + STORY + STORY + "</article>";
        List<Block> blocks = new Extractor()
                .extract(page.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"), "https://news.example/a")
                .blocks();
        assertEquals(List.of(shown), texts(blocks, BlockKind.CAPTION));
        assertEquals(credit == null ? List.of() : List.of(credit), texts(blocks, BlockKind.CREDIT));
    }

    private static List<String> texts(List<Block> blocks, BlockKind kind) {
        return blocks.stream()
                .filter(block -> block.kind() == kind)
                .map(Block::text)
                .toList();
    }
}
