package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/** Videos, sound and maps from elsewhere are blocks of the article, and say nothing in its text. */
class PlayersTest {
    private static final String BEFORE =
            "<p>The council agreed on Tuesday to rebuild the bridge that was closed after the flood last spring.</p>";
    private static final String AFTER =
            "<p>Work is to begin in March, and the road will be open again by the end of the year, said the mayor.</p>"
                    + "<p>Shopkeepers on both banks had asked for a temporary crossing, which was refused as too dear.</p>";

    private static Article read(String between) {
        String html = "<article><h1>Town to rebuild its old bridge</h1>" + BEFORE + between + AFTER + "</article>";
        return new Extractor()
                .explain(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://news.example/bridge")
                .article();
    }

    private static List<Block.Image> shown(String between) {
        return read(between).blocks().stream()
                .filter(block -> block.kind() == BlockKind.EMBED)
                .flatMap(block -> block.image().stream())
                .toList();
    }

    @Test
    void videoKeepsItsAddressAndTitleAndItsPlaceInTheText() {
        Article article = read("<figure><iframe src=//video.example/embed/7 title='The flood'></iframe>"
                + "<figcaption>The bridge in April</figcaption></figure>");
        List<BlockKind> kinds = article.blocks().stream().map(Block::kind).toList();
        assertEquals(
                List.of(
                        BlockKind.HEADLINE,
                        BlockKind.PARAGRAPH,
                        BlockKind.EMBED,
                        BlockKind.CAPTION,
                        BlockKind.PARAGRAPH,
                        BlockKind.PARAGRAPH),
                kinds);
        assertEquals(
                Optional.of(new Block.Image("https://video.example/embed/7", "The flood")),
                article.blocks().get(2).image());
        assertEquals(read("").body(), article.body());
    }

    @Test
    void everyWayToShowSomethingFromElsewhereIsKnown() {
        assertEquals("https://a.example/v.mp4", address("<video><source src=https://a.example/v.mp4></video>"));
        assertEquals("https://a.example/s.mp3", address("<audio controls src=https://a.example/s.mp3></audio>"));
        assertEquals("https://a.example/m", address("<object data=https://a.example/m><embed src=x></object>"));
        assertEquals("https://a.example/l", address("<iframe src=about:blank data-src=https://a.example/l></iframe>"));
        assertEquals("https://news.example/map", address("<amp-iframe src=/map width=300 height=200></amp-iframe>"));
        assertEquals("https://www.youtube.com/watch?v=abc", address("<amp-youtube data-videoid=abc></amp-youtube>"));
    }

    private static String address(String html) {
        return shown(html).stream().map(Block.Image::src).reduce("", (a, b) -> a + b);
    }

    @Test
    void countersHiddenFramesAndFramesWithoutAddressAreNone() {
        assertEquals(List.of(), shown("<iframe src=https://count.example/ width=1 height=1></iframe>"));
        assertEquals(List.of(), shown("<iframe src=https://count.example/ style='display:none'></iframe>"));
        assertEquals(List.of(), shown("<iframe src=javascript:void(0)></iframe><iframe></iframe>"));
    }
}
