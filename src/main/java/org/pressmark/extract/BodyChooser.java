package org.pressmark.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.pressmark.model.Place;

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
        this.told = Oddities.told(page);
        for (Piece piece : page.pieces) {
            gains.computeIfAbsent(piece.element(), key -> new double[1])[0] += gain(piece);
        }
        Page.sumUp(page.document, gains);
    }

    /** The element, the document's body at the least. */
    static Element choose(Page page, int headline) {
        BodyChooser chooser = new BodyChooser(page);
        Element deepest = chooser.descend(page.document.body());
        Element widened = chooser.climb(deepest);
        Element named = chooser.named(widened);
        Element chosen = headline < 0
                ? named
                : chooser.first(named, page.pieces.get(headline).element());
        // Each element is told once, with the step that came to it first.
        Map<Element, Step> steps = new LinkedHashMap<>();
        steps.put(deepest, new Step("body.mass", "holds most of the running text"));
        steps.putIfAbsent(widened, new Step("body.kin", "has neighbours of the same template"));
        steps.putIfAbsent(named, new Step("body.named", "is called the content, or holds what is"));
        steps.putIfAbsent(chosen, new Step("body.headline", "is the article with the headline"));
        steps.forEach((element, step) -> chooser.tell(element, chosen, step.rule(), step.why()));
        return chosen;
    }

    private record Step(String rule, String why) {}

    private void tell(Element candidate, Element chosen, String rule, String why) {
        if (page.trace.on()) {
            Range range = candidate.sourceRange();
            Place place = page.source.place(
                    Math.max(0, range.startPos()), Math.max(0, range.endPos()), page.selectors.of(candidate));
            page.trace.add("body", Text.tidy(candidate.text()), rule, place, candidate.equals(chosen), why);
        }
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
                templates.add(Tags.template(piece.element()));
            }
        }
        double kin = 0;
        double strange = 0;
        for (Piece piece : page.pieces) {
            if (Tags.inside(piece.element(), outer) && !Tags.inside(piece.element(), inner)) {
                double gain = gain(piece);
                if (gain > 0 && templates.contains(Tags.template(piece.element()))) {
                    kin += gain;
                } else if (gain > 0) {
                    strange += gain;
                }
            }
        }
        return kin - strange * 0.5;
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

    /** Where a page has several articles one below the other, the one with the headline. */
    private Element first(Element chosen, Element headline) {
        Element own = Tags.within(headline, Set.of("article"));
        if (own == null || own.equals(chosen) || !Tags.inside(own, chosen) || of(own) < 0.2 * of(chosen)) {
            return chosen;
        }
        for (Element other : chosen.select("article")) {
            if (of(other) > 0.1 * of(chosen) && !Tags.inside(other, own) && !Tags.inside(own, other)) {
                return own;
            }
        }
        return chosen;
    }

    private boolean content(Element element) {
        return element.attr("itemprop").contains("articleBody")
                || page.names.has(element, CONTENT) && !element.nameIs("body");
    }
}
