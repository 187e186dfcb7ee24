package org.pressmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Claim;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;

/** A chain of provenance as a tree for the terminal, sources above what came from them, each link with what it rests on. */
public final class ChainText {
    /** So many copies at least are told together. */
    private static final int TOGETHER = 3;

    private final ChainTree tree;
    private final ChainTalk talk;
    private final Sheet sheet;
    private final String focus;
    private final boolean crowd;

    private ChainText(ProvenanceChain chain, ChainNotes notes, TerminalStyle style) {
        this.tree = new ChainTree(chain);
        this.talk = new ChainTalk(chain, notes);
        this.sheet = new Sheet(style);
        this.focus = chain.focus();
        this.crowd = chain.nodes().size() > ChainFold.FEW;
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
        if (text.crowd) {
            text.sheet.text(Ink.BOLD, 0, ChainFinding.of(chain, text.talk)).blank();
        }
        for (Node root : text.crowd ? text.tree.rootsByWeight() : text.tree.roots()) {
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
        talk.otherWays(tree.otherWays(node), node.id())
                .forEach(words -> sheet.hanging(Ink.DIM, below + "  ", below + "  ", words));
        List<List<Node>> kin = kin(children);
        for (int i = 0; i < kin.size(); i++) {
            boolean last = i == kin.size() - 1;
            String first = restLead + sheet.glyph(last ? Glyph.LAST : Glyph.BRANCH);
            String rest = restLead + (last ? "   " : sheet.glyph(Glyph.TRUNK));
            if (kin.get(i).size() == 1) {
                node(kin.get(i).get(0), first, rest);
            } else {
                copies(kin.get(i), first, rest);
            }
        }
    }

    /** In a crowd, copies that rest on the same words and led to no other are told together. */
    private List<List<Node>> kin(List<Node> children) {
        Map<String, List<Node>> alike = new LinkedHashMap<>();
        for (Node child : children) {
            boolean folds = crowd
                    && tree.children(child).isEmpty()
                    && tree.otherWays(child).isEmpty()
                    && !child.id().equals(focus);
            String key = folds ? tree.link(child).map(talk::basis).orElse("") : "text " + child.id();
            alike.computeIfAbsent(key, same -> new ArrayList<>()).add(child);
        }
        List<List<Node>> out = new ArrayList<>();
        alike.values().forEach(group -> {
            if (group.size() < TOGETHER) {
                group.forEach(node -> out.add(List.of(node)));
            } else {
                out.add(group);
            }
        });
        return out;
    }

    private void copies(List<Node> nodes, String firstLead, String restLead) {
        String dash = " " + sheet.glyph(Glyph.DASH) + " ";
        String basis = tree.link(nodes.get(0)).map(talk::basis).orElse("");
        sheet.hanging(
                Ink.PLAIN, firstLead, restLead + "  ", Words.count(nodes.size(), "copy", "copies") + dash + basis);
        for (Node node : nodes) {
            List<String> facts = new ArrayList<>();
            talk.hops(node.id()).forEach(hop -> facts.add(hop.words(talk.shortName(hop.against()))));
            String when = node.claimedDate()
                    .map(date -> "says " + Words.claimedDay(date))
                    .orElseGet(() -> talk.times(node));
            facts.add(when.isEmpty() ? "no date known" : when);
            String mark = talk.hops(node.id()).stream()
                    .findFirst()
                    .map(hop -> sheet.glyph(Glyph.of(hop.worst())) + " ")
                    .orElse("  ");
            sheet.hanging(
                    Ink.PLAIN,
                    restLead + "  " + mark,
                    restLead + "      ",
                    talk.name(node) + dash + String.join("; ", facts));
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
