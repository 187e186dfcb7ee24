package org.pressmark.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Recognises teasers of other articles: a small box with a heading or title that is one link to the same site. */
final class Cards {
    private static final Evaluator TITLES =
            Selector.evaluatorOf("h2, h3, h4, h5, h6, [class*=title], [class*=headline]");
    private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
    private static final Evaluator FACT = Selector.evaluatorOf("ul > li");
    private static final int FACTS = 3;
    private static final int REACH = 6;
    private static final int MOST_WORDS = 75;
    private static final int MOST_WORDS_OF_ITEM = 120;

    private final Page page;
    private final Element container;
    private final String host;
    private final OwnAddress own;
    /** Which addresses, as links have them, lead to another page of this site. */
    private final Map<String, Boolean> known = new HashMap<>();

    Cards(Page page, Element container) {
        this.page = page;
        this.container = container;
        this.host = Addresses.host(page.document.baseUri());
        this.own = new OwnAddress(page);
    }

    /** True where the element lies in such a box, below the container. */
    boolean in(Element element) {
        Element at = element;
        for (int i = 0; i < REACH && at != null && !at.equals(container) && !at.nameIs("body"); i++) {
            if (page.cards.computeIfAbsent(at, this::card)) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    private boolean card(Element element) {
        String tag = element.normalName();
        if (!(tag.equals("div")
                || tag.equals("section")
                || tag.equals("article")
                || tag.equals("li")
                || tag.equals("a")
                || tag.equals("aside"))) {
            return false;
        }
        if (page.share(element) > 0.3 || !Elements.atMost(element, MOST_WORDS_OF_ITEM)) {
            return false;
        }
        int words = Text.words(element.text());
        if (words > (tag.equals("article") ? MOST_WORDS_OF_ITEM : MOST_WORDS) || words < 3) {
            return false;
        }
        if (facts(element)) {
            return false;
        }
        if (tag.equals("a")) {
            return element.selectFirst("p, h2, h3, h4, h5, img, div") != null && words > 3 && here(element);
        }
        for (Element heading : element.select(TITLES)) {
            Element round = heading.closest(LINK);
            Element link = round == null ? heading.selectFirst(LINK) : round;
            if (link != null && Tags.inside(link, element) && titled(heading, link) && here(link)) {
                return true;
            }
        }
        return false;
    }

    /** True where the link is the most of what the heading says. */
    private static boolean titled(Element heading, Element link) {
        int words = Text.words(link.text());
        return words >= 3 && words >= 0.7 * Text.words(heading.text());
    }

    /** True where a list stands below the title: an entry of a catalogue, which says itself what there is to say. */
    private static boolean facts(Element element) {
        return element.select(FACT).stream()
                        .filter(item -> item.selectFirst(LINK) == null && item.hasText())
                        .limit(FACTS)
                        .count()
                == FACTS;
    }

    /** A link to another page of the same site. */
    private boolean here(Element link) {
        String href = link.attr("href").strip();
        if (href.isEmpty() || href.startsWith("#") || href.startsWith("mailto:") || href.startsWith("javascript:")) {
            return false;
        }
        // Boxes lie in boxes, and each asks for the links of all that it holds.
        return known.computeIfAbsent(link.attr("href"), address -> here(link.absUrl("href")));
    }

    private boolean here(String address) {
        if (own.is(address)) {
            return false;
        }
        String target = Addresses.host(address);
        return host.isEmpty()
                || target.equals(host)
                || target.endsWith("." + host)
                || host.endsWith("." + target) && !target.isEmpty();
    }
}
