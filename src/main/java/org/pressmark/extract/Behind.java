package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.BlockKind;

/**
 * Drops what stands behind a long run of teasers and elsewhere than the article's paragraphs: pages put more boxes (a second
 * story, a testimonial, the shop) below "related". A box of teasers in the midst of an article is followed by paragraphs of the
 * same parent, or one of its template, which stay.
 */
final class Behind {
    private static final int TEASERS = 8;
    /** So much of the text must have one parent, else there is no place that is the article's. */
    private static final double MOST = 0.5;

    private Behind() {}

    static List<Draft> marked(List<Draft> drafts) {
        Element home = home(drafts);
        if (home == null) {
            return drafts;
        }
        List<Draft> out = new ArrayList<>();
        int teasers = 0;
        boolean begun = false;
        for (Draft draft : drafts) {
            boolean body = draft.kind().body() && !draft.dropped();
            boolean own = body && like(draft.piece().element(), home);
            begun |= own;
            if (own || body && teasers < TEASERS) {
                teasers = 0;
            } else if (begun && (draft.kind() == BlockKind.RELATED || draft.kind() == BlockKind.PROMO)) {
                teasers++;
            }
            out.add(
                    body && teasers >= TEASERS
                            ? draft.as(
                                    BlockKind.OTHER,
                                    "other.behind-teasers",
                                    "stands behind teasers, apart from the text")
                            : draft);
        }
        return out;
    }

    /** True within the article's place, or in another part of its template. */
    private static boolean like(Element element, Element home) {
        for (Element at = element; at != null; at = at.parent()) {
            boolean alike = at.nameIs(home.normalName())
                    && !home.className().isEmpty()
                    && at.className().equals(home.className());
            if (at.equals(home) || alike) {
                return true;
            }
        }
        return false;
    }

    /** The parent of most of the text in paragraphs. */
    private static @Nullable Element home(List<Draft> drafts) {
        Map<Element, Double> held = new HashMap<>();
        double all = 0;
        double most = 0;
        Element best = null;
        for (Draft draft : drafts) {
            Element parent = draft.piece().element().parent();
            double weight = draft.kind() == BlockKind.PARAGRAPH ? Page.weight(draft.piece()) : 0;
            if (weight > 0 && parent != null) {
                all += weight;
                double sum = held.merge(parent, weight, Double::sum);
                if (sum > most) {
                    most = sum;
                    best = parent;
                }
            }
        }
        return most > MOST * all ? best : null;
    }
}
