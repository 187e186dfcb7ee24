package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.model.Severity;

/**
 * A chain of provenance as a picture: a step from the source is a column, time runs downwards in it; stated links are solid,
 * inferred ones dashed. In a crowd, copies of a kind are one box.
 */
public final class ChainSvg {
    private static final String STYLE = Templates.resource("chain.css");
    private static final int LINE = 17;

    private final ProvenanceChain chain;
    private final ChainTalk talk;
    private final ChainBoxWords words;
    private final ChainPlan plan;
    private final boolean alone;
    private final StringBuilder out = new StringBuilder(8192);

    private ChainSvg(ProvenanceChain chain, ChainNotes notes, boolean alone) {
        this.chain = chain;
        this.talk = new ChainTalk(chain, notes);
        this.words = new ChainBoxWords(talk, chain.nodes().size() > ChainFold.FEW);
        this.alone = alone;
        this.plan = new ChainPlan(
                chain, ChainFold.of(chain, talk), box -> words.lines(box).size() * LINE + 16);
    }

    /** A file that stands alone, in UTF-8: its style lies within, nothing is asked for from outside. */
    public static String render(ProvenanceChain chain, ChainNotes notes) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new ChainSvg(chain, notes, true).picture();
    }

    /** The picture to stand inside a page that has the style sheet and tells the same in words. */
    static Inline inline(ProvenanceChain chain, ChainNotes notes) {
        ChainSvg svg = new ChainSvg(chain, notes, false);
        return new Inline(svg.picture(), svg.plan.left());
    }

    /** @param left how many links are not drawn */
    record Inline(String svg, int left) {}

    private String picture() {
        int width = plan.width();
        int height = plan.height();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chain\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        .formatted(width, height, width))
                .append(" height=\"%d\" role=\"%s\" aria-labelledby=\"chain-title chain-desc\">\n"
                        .formatted(height, leads() ? "group" : "img"))
                .append("<title id=\"chain-title\">Where the text on ")
                .append(Xml.escape(talk.focus()))
                .append(" comes from</title>\n<desc id=\"chain-desc\">")
                .append(Xml.escape(alone ? String.join(" ", talk.sentences()) : "The same is told in words below."))
                .append("</desc>\n");
        if (alone) {
            out.append("<style>")
                    .append(STYLE)
                    .append("</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        }
        out.append("<defs><marker id=\"chain-tip\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\"><path class=\"tip\" d=\"M0 0 8 4 0 8z\"/></marker></defs>\n");
        plan.routes().forEach(this::link);
        plan.spots().forEach(this::box);
        String more = plan.left() == 0 ? "" : Words.count(plan.left(), "more link") + " not drawn · ";
        text("axis", width - 12, height - 10, "end", more + "rightwards: from source to copy · downwards: later");
        return out.append("</svg>\n").toString();
    }

    /** Whether something in it can be followed. */
    private boolean leads() {
        return plan.spots().keySet().stream()
                .anyMatch(box -> words.badge(box)
                        .flatMap(ChainBoxWords.Badge::href)
                        .or(() -> place(box))
                        .isPresent());
    }

    private void link(ChainPlan.Route route) {
        boolean inferred = route.links().stream().anyMatch(link -> link.basis() == Basis.INFERRED);
        boolean known = route.links().stream().allMatch(Derivation::directionKnown);
        out.append("<g class=\"edge ").append(inferred ? "inferred" : "stated").append("\"><title>");
        List<String> says = route.links().stream().map(talk::basis).distinct().toList();
        out.append(Xml.escape(String.join("\n", says)))
                .append("</title><path d=\"")
                .append(route.path())
                .append(known ? "\" marker-end=\"url(#chain-tip)\"/>" : "\"/>");
        if (route.wordsX() >= 0) {
            text("word", route.wordsX(), route.wordsY(), "end", ChainBoxWords.link(route.links()));
        }
        out.append("</g>\n");
    }

    private void box(ChainBox box, ChainPlan.Spot spot) {
        boolean captured = box.first().kind() == NodeKind.VERSION;
        boolean focus = box.nodes().stream().anyMatch(node -> node.id().equals(chain.focus()));
        Optional<String> place = place(box);
        place.ifPresent(href -> out.append("<a href=\"").append(href).append("\">"));
        out.append("<g class=\"text ")
                .append(captured ? "captured" : "hollow")
                .append(focus ? " focus" : "")
                .append("\"><title>")
                .append(Xml.escape(words.title(box)))
                .append("</title>");
        if (box.nodes().size() > 1) {
            rect(spot, 5, -5);
        }
        rect(spot, 0, 0);
        int y = spot.y() + 5;
        for (ChainBoxWords.Line line : words.lines(box)) {
            y += LINE;
            text(line.kind(), spot.x() + 12, y, "start", line.words());
        }
        out.append("</g>").append(place.isPresent() ? "</a>\n" : "\n");
        words.badge(box).ifPresent(badge -> badge(badge, spot));
    }

    /** Where the texts of a box that are drawn as one are listed. */
    private Optional<String> place(ChainBox box) {
        return alone || box.nodes().size() == 1
                ? Optional.empty()
                : Optional.of("#" + ChainPlaces.of(chain, box.first()));
    }

    private void rect(ChainPlan.Spot spot, int right, int down) {
        out.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>"
                .formatted(spot.x() + right, spot.y() + down, ChainPlan.BOX_WIDTH, spot.height()));
    }

    private void badge(ChainBoxWords.Badge badge, ChainPlan.Spot spot) {
        String mark =
                badge.worst() == Severity.NONE ? "=" : Glyph.of(badge.worst()).unicode();
        int width = badge.count().isEmpty() ? 24 : 28 + 6 * badge.count().length();
        int x = spot.x() + ChainPlan.BOX_WIDTH + 8 - width;
        int y = spot.y() - 10;
        badge.href()
                .ifPresent(href ->
                        out.append("<a href=\"").append(Xml.escape(href)).append("\">"));
        out.append("<g class=\"badge ")
                .append(badge.worst().word())
                .append("\"><title>")
                .append(Xml.escape(badge.title()))
                .append("</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"20\" rx=\"10\"/>"
                        .formatted(x, y, width));
        text("count", x + 12, y + 14, "middle", mark);
        if (!badge.count().isEmpty()) {
            text("count", x + width - 9, y + 14, "end", badge.count());
        }
        out.append("</g>").append(badge.href().isPresent() ? "</a>\n" : "\n");
    }

    private void text(String kind, int x, int y, String anchor, String words) {
        out.append("<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">".formatted(kind, x, y, anchor))
                .append(Xml.escape(words))
                .append("</text>");
    }
}
