package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/** What a chain comes to, in a few sentences: where the text is from, who has it, how much they changed. */
final class ChainFinding {
    private final ProvenanceChain chain;
    private final ChainTalk talk;
    private final ChainTree tree;

    private ChainFinding(ProvenanceChain chain, ChainTalk talk) {
        this.chain = chain;
        this.talk = talk;
        this.tree = new ChainTree(chain);
    }

    static String of(ProvenanceChain chain, ChainTalk talk) {
        return chain.node(chain.focus()).map(new ChainFinding(chain, talk)::of).orElse("");
    }

    private String of(Node focus) {
        if (chain.nodes().size() == 1) {
            return "Nothing stored is linked to this text. Capture more copies, then look again.";
        }
        List<String> out = new ArrayList<>();
        out.add(source(focus));
        List<Node> below = below(focus);
        if (!below.isEmpty()) {
            List<Derivation> links =
                    below.stream().flatMap(node -> tree.link(node).stream()).toList();
            long stated = links.stream()
                    .filter(link -> link.basis() != Basis.INFERRED)
                    .count();
            int direct = tree.children(focus).size();
            List<String> how = new ArrayList<>();
            if (stated > 0) {
                how.add(Words.number(stated) + " by their own words");
            }
            if (links.size() > stated) {
                how.add(Words.number(links.size() - stated) + " as texts and dates suggest");
            }
            out.add(Words.count(below.size(), "stored text comes", "stored texts come") + " from it"
                    + (direct < below.size() ? ", " + Words.number(direct) + " directly: " : ": ")
                    + String.join(", ", how) + ".");
        }
        long open = chain.nodes().stream()
                .filter(node ->
                        node.kind() == NodeKind.VERSION && tree.link(node).isEmpty() && !node.equals(focus))
                .filter(node -> tree.children(node).isEmpty())
                .count();
        if (open > 0) {
            out.add("For " + Words.count(open, "more text") + " that " + (open == 1 ? "shares words" : "share words")
                    + ", it is not known which came first.");
        }
        String changed = ChainGroups.changed(talk, chain.nodes());
        if (!changed.isEmpty()) {
            out.add("Set against their sources: " + changed + ".");
        }
        long seen = chain.nodes().stream()
                .filter(node -> node.kind() == NodeKind.VERSION)
                .count();
        if (seen >= ProvenanceChain.MOST) {
            out.add("No more than " + ProvenanceChain.MOST + " texts are traced together; there may be more.");
        }
        return String.join(" ", out);
    }

    private String source(Node focus) {
        Optional<Derivation> link = tree.link(focus);
        if (link.isPresent()) {
            String parent = chain.node(link.get().parent())
                    .map(node -> talk.name(node).replace("  ", " "))
                    .orElse("a text that is not shown");
            return "This text comes from " + parent + ": " + talk.basis(link.get()) + ".";
        }
        long twins = tree.otherWays(focus).stream()
                .filter(other -> !other.directionKnown())
                .count();
        return twins == 0
                ? "No source of this text is known to this archive."
                : "This text has words in common with " + Words.count(twins, "other")
                        + "; no source of it is known to this archive.";
    }

    private List<Node> below(Node node) {
        List<Node> out = new ArrayList<>();
        for (Node child : tree.children(node)) {
            out.add(child);
            out.addAll(below(child));
        }
        return out;
    }
}
