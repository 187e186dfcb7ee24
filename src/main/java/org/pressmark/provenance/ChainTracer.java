package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pressmark.model.Derivation;
import org.pressmark.model.LinkWord;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/**
 * Concludes from claims, dates and texts where a text comes from and who else has it. What pages state comes first, then
 * what the texts show; what cannot be told is said to be open. A missing credit is never more than missing.
 */
public final class ChainTracer {
    private ChainTracer() {}

    /**
     * The chain around one text: every text and every uncaptured source that is linked with it, by however many steps.
     *
     * <p>The same texts in any order give the same chain. At most 300 texts take part, the ones most like the focus.
     *
     * @param focusId the id of the text that is asked about
     * @param texts the texts to consider, the focus among them; a text given twice counts once
     * @param likeness asked for pairs that seem to share something
     * @throws IllegalArgumentException if the focus is not among the texts
     */
    public static ProvenanceChain trace(String focusId, List<TracedText> texts, LikenessSource likeness) {
        return trace(focusId, texts, likeness, List.of());
    }

    /**
     * The same, where people said something of some links.
     *
     * @param words in the order in which they were said
     */
    public static ProvenanceChain trace(
            String focusId, List<TracedText> texts, LikenessSource likeness, List<LinkWord> words) {
        Objects.requireNonNull(likeness);
        Copies copies = Copies.of(focusId, texts, likeness);
        Nodes nodes = new Nodes();
        Links links = new Links();
        conclude(copies, nodes, links, words);
        return around(focusId, copies, nodes, built(links));
    }

    /**
     * The chains around each of some texts, concluded once for all of them: the same as {@link #trace} gives one by one.
     *
     * @param texts at most 300, since all take part
     */
    public static List<ProvenanceChain> traceEach(
            List<TracedText> texts, LikenessSource likeness, List<LinkWord> words) {
        if (texts.isEmpty() || texts.size() > Copies.MOST) {
            throw new IllegalArgumentException(
                    "expected 1 to " + Copies.MOST + " texts to trace together, found " + texts.size());
        }
        Copies copies = Copies.of(texts.get(0).id(), texts, likeness);
        Nodes nodes = new Nodes();
        Links links = new Links();
        conclude(copies, nodes, links, words);
        List<Derivation> all = built(links);
        return copies.all().stream()
                .map(copy -> around(copy.id(), copies, nodes, all))
                .toList();
    }

    /**
     * For each of some texts that belong together the stored text that it most likely comes from, where one can be named.
     *
     * @param texts not empty; of more than 300 those most like the first are looked at
     */
    public static List<Derivation> sources(List<TracedText> texts, LikenessSource likeness) {
        Copies copies = Copies.of(texts.get(0).id(), texts, likeness);
        Nodes nodes = new Nodes();
        Links links = new Links();
        List<InferredLinks.Found> found = conclude(copies, nodes, links, List.of());
        return LikelySources.of(copies, links, found);
    }

    private static List<InferredLinks.Found> conclude(Copies copies, Nodes nodes, Links links, List<LinkWord> words) {
        Revisions.find(copies, links);
        new StatedLinks(copies, nodes, links).find();
        new AgencyLinks(copies, nodes, links).find();
        new PersonLinks(copies, nodes, links).apply(words);
        InferredLinks inferred = new InferredLinks(copies, nodes, links, Weights.fitted());
        List<InferredLinks.Found> found = inferred.find();
        new PossibleWays(copies, nodes, links).find();
        new LostSources(copies, nodes, links, inferred.odds()).find();
        new Siblings(copies, nodes, links).find();
        return found;
    }

    private static List<Derivation> built(Links links) {
        return links.all().stream().map(LinkDraft::build).toList();
    }

    private static ProvenanceChain around(String focusId, Copies copies, Nodes nodes, List<Derivation> all) {
        Set<String> reached = new HashSet<>(Set.of(focusId));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Derivation link : all) {
                if (reached.contains(link.child()) != reached.contains(link.parent())) {
                    reached.add(link.child());
                    reached.add(link.parent());
                    grew = true;
                }
            }
        }
        List<Node> shown = new ArrayList<>();
        copies.all().stream()
                .filter(copy -> reached.contains(copy.id()))
                .map(Nodes::version)
                .forEach(shown::add);
        nodes.all().values().stream()
                .filter(node -> reached.contains(node.id()))
                .forEach(shown::add);
        shown.sort(Comparator.comparing((Node node) -> !node.id().equals(focusId))
                .thenComparing(node -> node.kind() != NodeKind.VERSION)
                .thenComparing(Node::id));
        List<Derivation> shownLinks = all.stream()
                .filter(link -> reached.contains(link.child()))
                .sorted(Comparator.comparing(Derivation::child)
                        .thenComparing(Comparator.comparingDouble(Derivation::confidence)
                                .reversed())
                        .thenComparing(Derivation::parent))
                .toList();
        return new ProvenanceChain(focusId, shown, shownLinks);
    }
}
