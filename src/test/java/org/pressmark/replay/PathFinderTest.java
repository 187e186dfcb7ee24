package org.pressmark.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PathFinderTest {
    private final PathFinder paths = new PathFinder(
            Jsoup.parse("<body><main><h2>head</h2><p>one</p><h2>again</h2><p>two</p></main><div id=story><p>three</p>"
                    + "<my-part>four</my-part></div></body>"));

    @Test
    void countsTheElementsOfOneNameWithinTheirParent() {
        assertEquals("two", text("body > main:nth-of-type(1) > p:nth-of-type(2)"));
        assertEquals("again", text("body > main:nth-of-type(1) > h2:nth-of-type(2)"));
        assertEquals("three", text("#story > p:nth-of-type(1)"));
        assertEquals("four", text("#story > my-part:nth-of-type(1)"));
        assertEquals("three four", text("#story"));
    }

    @Test
    void findsNothingWhereNothingIsNamed() {
        assertEquals("", text(""));
        assertEquals("", text("#story > p:nth-of-type(2)"));
        assertEquals("", text("#other > p:nth-of-type(1)"));
        assertEquals("", text("p:::"));
    }

    private String text(String selector) {
        return paths.find(selector).map(Element::text).orElse("");
    }
}
