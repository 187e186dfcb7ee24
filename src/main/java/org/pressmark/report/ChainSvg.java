package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.report.ChainPlan.Spot;

/** A chain of provenance as a picture: time from left to right, a lane a site, stated links solid, inferred ones dashed. */
public final class ChainSvg {
    private static final String STYLE = Templates.resource("chain.css");

    private final ProvenanceChain chain;
    private final ChainTalk talk;
    private final ChainPlan plan;
    private final StringBuilder out = new StringBuilder(8192);

    private ChainSvg(ProvenanceChain chain, ChainNotes notes) {
        this.chain = chain;
        this.talk = new ChainTalk(chain, notes);
        this.plan = new ChainPlan(chain);
    }

    /** A file that stands alone, in UTF-8: its style lies within, nothing is asked for from outside. */
    public static String render(ProvenanceChain chain, ChainNotes notes) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new ChainSvg(chain, notes).picture(true);
    }

    /** The picture to stand inside a page that has the style sheet. */
    static String inline(ProvenanceChain chain, ChainNotes notes) {
        return new ChainSvg(chain, notes).picture(false);
    }

    private String picture(boolean alone) {
        boolean links = chain.nodes().stream()
                .anyMatch(node ->
                        talk.hops(node.id()).stream().anyMatch(hop -> hop.href().isPresent()));
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chain\" viewBox=\"0 0 ")
                .append(plan.width())
                .append(' ')
                .append(plan.height())
                .append("\" width=\"")
                .append(plan.width())
                .append("\" height=\"")
                .append(plan.height())
                .append("\" role=\"")
                .append(links ? "group" : "img")
                .append("\" aria-labelledby=\"chain-title chain-desc\">\n<title id=\"chain-title\">Where the text on ")
                .append(Xml.escape(talk.focus()))
                .append(" comes from</title>\n<desc id=\"chain-desc\">")
                .append(Xml.escape(String.join(" ", talk.sentences())))
                .append("</desc>\n");
        if (alone) {
            out.append("<style>")
                    .append(STYLE)
                    .append("</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        }
        out.append("<defs><marker id=\"chain-tip\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"8\" "
                + "markerHeight=\"8\" orient=\"auto\"><path class=\"tip\" d=\"M0 0 8 4 0 8z\"/></marker></defs>\n");
        lanes();
        chain.links().forEach(this::edge);
        chain.nodes().forEach(this::node);
        text("axis", plan.width() - 12, plan.height() - 12, "end", "earlier → later, not to scale");
        return out.append("</svg>\n").toString();
    }

    private void lanes() {
        List<ChainPlan.Lane> lanes = plan.lanes();
        for (int i = 0; i < lanes.size(); i++) {
            ChainPlan.Lane lane = lanes.get(i);
            if (i % 2 == 0) {
                out.append("<rect class=\"lane\" x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n"
                        .formatted(lane.top(), plan.width(), lane.height())
                        .replace(System.lineSeparator(), "\n"));
            }
            text("site", 12, lane.top() + 18, "start", Cells.fit(Shown.line(lane.name()), 30, "…"));
        }
    }

    private void edge(Derivation link) {
        Optional<Spot> from = plan.spot(link.parent());
        Optional<Spot> to = plan.spot(link.child());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        int x0 = from.get().x() + ChainPlan.BOX_WIDTH;
        int y0 = from.get().middle();
        int x1 = to.get().x();
        boolean back = plan.beside(link);
        int y1 = back ? to.get().middle() : plan.entry(link);
        String path = back
                // Back to the left it runs level, in the lane of the text that it comes to, under no other box.
                ? "M%d %dC%d %d %d %d %d %dH%d"
                        .formatted(
                                x0,
                                y0,
                                x0 + 60,
                                y0,
                                x0 + 60,
                                y1,
                                x0,
                                y1,
                                to.get().x() + ChainPlan.BOX_WIDTH)
                : "M%d %dC%d %d %d %d %d %dH%d"
                        .formatted(x0, y0, x0 + 45, y0, x0 + 15, y1, x0 + 60, y1, x1 - (link.directionKnown() ? 2 : 0));
        String kind = link.basis() == Basis.INFERRED ? "inferred" : "stated";
        out.append("<g class=\"edge ")
                .append(kind)
                .append("\"><title>")
                .append(Xml.escape(talk.basis(link)))
                .append("</title><path d=\"")
                .append(path)
                .append('"')
                .append(link.directionKnown() ? " marker-end=\"url(#chain-tip)\"" : "")
                .append("/>");
        text(
                "word",
                back ? x0 + 54 : x1 - 18,
                back ? (y0 + y1) / 2 + 4 : y1 - 7,
                back ? "start" : "end",
                ChainTalk.edge(link));
        out.append("</g>\n");
    }

    private void node(Node node) {
        Optional<Spot> found = plan.spot(node.id());
        if (found.isEmpty()) {
            return;
        }
        Spot spot = found.get();
        boolean captured = node.kind() == NodeKind.VERSION;
        out.append("<g class=\"text ")
                .append(captured ? "captured" : "hollow")
                .append(node.id().equals(chain.focus()) ? " focus" : "")
                .append("\"><title>")
                .append(Xml.escape(
                        talk.name(node) + node.headline().map(h -> ": " + h).orElse("")))
                .append("</title><rect x=\"")
                .append(spot.x())
                .append("\" y=\"")
                .append(spot.y())
                .append("\" width=\"")
                .append(ChainPlan.BOX_WIDTH)
                .append("\" height=\"")
                .append(ChainPlan.BOX_HEIGHT)
                .append("\" rx=\"4\"/>");
        int columns = (ChainPlan.BOX_WIDTH - 24) / 7;
        int y = spot.y() + 22;
        text("name", spot.x() + 12, y, "start", Cells.fit(talk.plainName(node), columns - 2, "…"));
        for (String line : talk.boxLines(node)) {
            y += 17;
            text("when", spot.x() + 12, y, "start", Cells.fit(line, columns, "…"));
        }
        node.headline()
                .ifPresent(headline -> text(
                        "head", spot.x() + 12, spot.y() + 73, "start", Cells.fit(Shown.line(headline), columns, "…")));
        out.append("</g>\n");
        talk.hops(node.id()).stream().findFirst().ifPresent(hop -> badge(hop, spot));
    }

    private void badge(HopChanges hop, Spot spot) {
        int x = spot.x() + ChainPlan.BOX_WIDTH - 4;
        int y = spot.y() + 4;
        hop.href()
                .ifPresent(href ->
                        out.append("<a href=\"").append(Xml.escape(href)).append("\">"));
        out.append("<g class=\"badge ")
                .append(hop.worst().word())
                .append("\"><title>")
                .append(Xml.escape(hop.words(talk.shortName(hop.against()))))
                .append("</title><circle cx=\"")
                .append(x)
                .append("\" cy=\"")
                .append(y)
                .append("\" r=\"13\"/>");
        text("count", x, y + 4, "middle", Words.number(hop.total()));
        out.append("</g>").append(hop.href().isPresent() ? "</a>\n" : "\n");
    }

    private void text(String kind, int x, int y, String anchor, String words) {
        out.append("<text class=\"")
                .append(kind)
                .append("\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(Xml.escape(words))
                .append("</text>");
    }
}
