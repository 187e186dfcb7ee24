package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

class XhtmlTest {
    private static final String PAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Fish &amp; chips</title>
            <script src="a.js"/><style type="text/css"><![CDATA[ p { color: red } ]]></style></head>
            <body><div class="top"/><h1>Fish &amp; chips</h1>
            <p>The ministers of seven countries met on Monday and talked about <![CDATA[the <price> of fish]]> for hours.</p>
            <p>They came to no agreement on anything&nbsp;at all, and will meet again in the spring of next year.</p>
            </body></html>
            """;

    @Test
    void elementsThatCloseThemselvesSwallowNothing() {
        Article article = read(PAGE);
        assertEquals("Fish & chips", article.headline().orElseThrow().value());
        assertEquals("en", article.language());
        assertTrue(article.body().contains("the <price> of fish for hours"), article.body());
        assertTrue(article.body().contains("next year"), article.body());
        assertTrue(!article.body().contains("color"), article.body());
    }

    @Test
    void blocksKeepTheirPlaces() {
        for (Block block : read(PAGE).blocks()) {
            if (block.kind() == BlockKind.PARAGRAPH) {
                String cut = PAGE.substring(block.place().start(), block.place().end());
                assertTrue(cut.startsWith(block.text().substring(0, 10)), cut);
            }
        }
    }

    @Test
    void whatIsXhtmlByNameAloneIsReadAsHtml() {
        Article article = read(
                "<p>The ministers of seven countries met on Monday and talked about the price of fish.<br>"
                        + "They came to no agreement on anything at all, and will meet again in the spring of next year.");
        assertTrue(article.body().contains("next year"), article.body());
    }

    private static Article read(String page) {
        return new Extractor()
                .extract(
                        page.getBytes(StandardCharsets.UTF_8),
                        Optional.of("application/xhtml+xml"),
                        "http://x.example/a");
    }
}
