package org.pressmark.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.Field;

/**
 * Chooses the element that holds the article's text: from the top down towards the mass of running text, up again while
 * neighbours are of the same template, checked against what the page calls its content.
 */
final class BodyChooser {
    private static final Set<String> CONTENT = Lists.load("names-content");
    private static final int CLIMB = 6;

    private final Page page;
    private final Map<Element, double[]> gains = new HashMap<>();
    private final IdentityHashMap<Piece, Double> known = new IdentityHashMap<>();
    private final Cards cards;
    private final String told;

    private BodyChooser(Page page) {
        this.page = page;
        this.cards = new Cards(page, page.document);
        String body = page.facts.every("json-ld.articleBody").stream()
                .map(Field::value)
                .reduce("", (a, b) -> a.length() >= b.length() ? a : b);
        this.told = body.length() > 300 ? Text.key(body) : "";
    }

    /** The element, the document's body at the least. */
    static Element choose(Page page) {
        return new BodyChooser(page).choose();
    }

    private Element choose() {
        Element body = page.document.body();
        for (Piece piece : page.pieces) {
            gains.computeIfAbsent(piece.element(), key -> new double[1])[0] += gain(piece);
        }
        Page.sumUp(page.document, gains);
        Element at = descend(body);
        at = climb(at);
        return named(at);
    }

    private double of(Element element) {
        double[] own = gains.get(element);
        return own == null ? 0 : own[0];
    }

    private double gain(Piece piece) {
        return known.computeIfAbsent(piece, this::reckon);
    }

    private double reckon(Piece piece) {
        double weight = Page.weight(piece);
        Page.Junk junk = page.junkBelow(piece.element(), page.document);
        if (weight > 0) {
            if (junk == Page.Junk.NEVER || cards.in(piece.element())) {
                return 0;
            }
            double factor = junk == Page.Junk.UNLIKELY ? 0.3 : 1;
            if (!told.isEmpty()) {
                String key = Text.key(piece.text());
                boolean said = key.length() > 20 && told.contains(key);
                factor *= said ? 1.5 : 0.3;
            }
            if (piece.tag().equals("div")) {
                factor *= 0.8;
            }
            return weight * factor;
        }
        if (piece.picture() || piece.heading() || junk != Page.Junk.NO) {
            return 0;
        }
        return piece.linkDensity() > 0.5 ? -1.0 - piece.words() * 0.5 : -0.5;
    }

    private Element descend(Element from) {
        Element at = from;
        while (true) {
            Element best = null;
            for (Element child : at.children()) {
                if (best == null || of(child) > of(best)) {
                    best = child;
                }
            }
            if (best == null || of(best) < 0.55 * of(at) || of(best) <= 0 || leaf(best)) {
                return at;
            }
            at = best;
        }
    }

    private static boolean leaf(Element element) {
        return switch (element.normalName()) {
            case "p",
                    "li",
                    "ul",
                    "ol",
                    "blockquote",
                    "span",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "a",
                    "pre",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "tr",
                    "dl" -> true;
            default -> false;
        };
    }

    private Element climb(Element from) {
        Element at = from;
        Element best = from;
        for (int i = 0; i < CLIMB; i++) {
            Element parent = at.parent();
            if (parent == null || parent.nameIs("html")) {
                return best;
            }
            if (kin(best, parent) > 0.1 * Math.max(1, of(best))) {
                best = parent;
            }
            at = parent;
        }
        return best;
    }

    /** The gain of what the outer element has beyond the inner, counted only where the template is one of the inner's. */
    private double kin(Element inner, Element outer) {
        Set<String> templates = new HashSet<>();
        for (Piece piece : page.pieces) {
            if (Page.weight(piece) > 0 && Tags.inside(piece.element(), inner)) {
                templates.add(template(piece.element()));
            }
        }
        double kin = 0;
        double strange = 0;
        for (Piece piece : page.pieces) {
            if (Tags.inside(piece.element(), outer) && !Tags.inside(piece.element(), inner)) {
                double gain = gain(piece);
                if (gain > 0 && templates.contains(template(piece.element()))) {
                    kin += gain;
                } else if (gain > 0) {
                    strange += gain;
                }
            }
        }
        return kin - strange * 0.5;
    }

    private static String template(Element element) {
        Element parent = element.parent();
        return element.normalName() + "." + element.attr("class")
                + (parent == null ? "" : "<" + parent.normalName() + "." + parent.attr("class"));
    }

    /** Prefers an element that the page itself calls its content, where it holds about the same. */
    private Element named(Element chosen) {
        Element best = chosen;
        double least = 0.75 * of(chosen);
        for (Element inner : chosen.getAllElements()) {
            if (!inner.equals(chosen) && content(inner) && of(inner) >= least && of(inner) > 0) {
                return inner;
            }
        }
        Element at = chosen.parent();
        for (int i = 0; at != null && i < CLIMB; i++, at = at.parent()) {
            if (content(at) && !at.nameIs("body") && of(at) > 1.02 * of(chosen)) {
                best = at;
                break;
            }
        }
        return best;
    }

    private boolean content(Element element) {
        return element.attr("itemprop").contains("articleBody")
                || page.names.has(element, CONTENT) && !element.nameIs("body");
    }
}
