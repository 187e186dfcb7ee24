package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;

/** A chain of provenance as a tree for the terminal, sources above what came from them, each link with what it rests on. */
public final class ChainText {
    private final ChainTree tree;
    private final ChainTalk talk;
    private final Sheet sheet;
    private final String focus;

    private ChainText(ProvenanceChain chain, ChainNotes notes, TerminalStyle style) {
        this.tree = new ChainTree(chain);
        this.talk = new ChainTalk(chain, notes);
        this.sheet = new Sheet(style);
        this.focus = chain.focus();
    }

    /**
     * The chain as lines of at most the style's width.
     *
     * @param evidence whether to add what the pages say word for word, and where it stands in which record
     * @param hints what to try next
     */
    public static String render(
            ProvenanceChain chain, ChainNotes notes, TerminalStyle style, boolean evidence, List<Hint> hints) {
        ChainText text = new ChainText(chain, notes, style);
        if (chain.nodes().isEmpty()) {
            text.sheet.line("No stored text is known under this address.");
        }
        for (Node root : text.tree.roots()) {
            text.node(root, "", "");
        }
        if (chain.nodes().size() == 1 && chain.links().isEmpty()) {
            text.sheet.text(
                    Ink.DIM, 0, "Nothing stored is linked to this text. Capture more copies, then trace again.");
        }
        if (evidence) {
            text.evidence();
        }
        text.sheet.hints(hints);
        return text.sheet.toString();
    }

    private void node(Node node, String firstLead, String restLead) {
        String name = talk.name(node);
        String dash = " " + sheet.glyph(Glyph.DASH) + " ";
        List<String> facts = new ArrayList<>();
        tree.link(node).map(talk::basis).ifPresent(facts::add);
        talk.silence(node).ifPresent(facts::add);
        talk.hops(node.id()).forEach(hop -> facts.add(hop.words(talk.shortName(hop.against()))));
        String times = talk.times(node);
        List<Node> children = tree.children(node);
        String below = restLead + (children.isEmpty() ? "" : sheet.glyph(Glyph.TRUNK));
        String line = name + (facts.isEmpty() ? "" : dash + String.join("; ", facts));
        sheet.hanging(node.id().equals(focus) ? Ink.BOLD : Ink.PLAIN, firstLead, below + "  ", line);
        if (!times.isEmpty() && node.capturedAt().isPresent()) {
            sheet.hanging(Ink.DIM, below + "  ", below + "  ", times);
        }
        for (Derivation link : tree.otherWays(node)) {
            sheet.hanging(Ink.DIM, below + "  ", below + "  ", talk.otherWay(link, node.id()));
        }
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            node(
                    children.get(i),
                    restLead + sheet.glyph(last ? Glyph.LAST : Glyph.BRANCH),
                    restLead + (last ? "   " : sheet.glyph(Glyph.TRUNK)));
        }
    }

    private void evidence() {
        List<Claim> claims = talk.claims();
        if (claims.isEmpty()) {
            return;
        }
        sheet.blank().line(Ink.BOLD, "What the pages say");
        for (Claim claim : claims) {
            String words = talk.shortName(claim.capture()) + ": " + sheet.glyph(Glyph.OPEN)
                    + Shown.line(claim.evidence().exact()) + sheet.glyph(Glyph.CLOSE);
            sheet.hanging(Ink.PLAIN, sheet.glyph(Glyph.NOTICE) + " ", "    ", words);
            sheet.spread(Ink.DIM, 4, ChainTalk.place(claim), "rule " + Shown.line(claim.rule()));
        }
    }
}
