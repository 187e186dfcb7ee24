package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.model.Severity;

/** The facts of a chain's picture as a list: under each text those that came from it, every text once. */
final class ChainGroups {
    /** So many links beside the main one are told of a text, the others counted. */
    private static final int OTHERS = 4;

    private final ProvenanceChain chain;
    private final ChainTalk talk;
    private final ChainTree tree;
    private final UnaryOperator<String> page;
    private final Set<Node> told = new HashSet<>();

    private ChainGroups(ProvenanceChain chain, ChainTalk talk, UnaryOperator<String> page) {
        this.chain = chain;
        this.talk = talk;
        this.tree = new ChainTree(chain);
        this.page = page;
    }

    /** @param page gives the address of a page's captures */
    static List<ChainGroup> of(ProvenanceChain chain, ChainTalk talk, UnaryOperator<String> page) {
        return new ChainGroups(chain, talk, page).all();
    }

    private List<ChainGroup> all() {
        List<ChainGroup> out = new ArrayList<>();
        List<Node> sources = tree.roots().stream()
                .filter(root -> !tree.children(root).isEmpty() || chain.nodes().size() == 1)
                .toList();
        List<Node> linked =
                tree.roots().stream().filter(root -> !sources.contains(root)).toList();
        add(out, "Not known to come from another", sources, true);
        Map<String, List<Node>> runs = new HashMap<>();
        runs(ChainFold.of(chain, talk), runs);
        for (Node source : tree.inOrder()) {
            List<Node> run = runs.getOrDefault(source.id(), List.of());
            add(out, "Texts of " + Shown.line(source.label()) + ", each from the one before", run, false);
            List<Node> from = tree.children(source).stream()
                    .filter(child -> !runs.containsKey(child.id()))
                    .toList();
            add(out, "From " + name(source), from, false);
        }
        add(out, "Text in common; which came first is not known", linked, false);
        return out;
    }

    /** The texts of one page in turn that the picture draws as one, by the first of them. */
    private static void runs(List<ChainBox> boxes, Map<String, List<Node>> runs) {
        for (ChainBox box : boxes) {
            if (box.kind() == ChainBox.Kind.VERSIONS) {
                runs.put(box.first().id(), box.nodes());
            }
            runs(box.below(), runs);
            runs(box.beside(), runs);
        }
    }

    private void add(List<ChainGroup> out, String title, List<Node> all, boolean open) {
        List<Node> nodes = all.stream().filter(told::add).toList();
        if (nodes.isEmpty()) {
            return;
        }
        boolean few = chain.nodes().size() <= ChainFold.FEW;
        boolean asked = nodes.stream().anyMatch(node -> node.id().equals(chain.focus()));
        List<ChainGroup.Row> rows = nodes.stream()
                .sorted(Comparator.comparing(ChainFold::when).thenComparing(Node::id))
                .map(this::row)
                .toList();
        out.add(new ChainGroup(title, summary(nodes), open || few || asked, rows));
    }

    /** E.g. {@code 17 texts: 9 stated, 8 inferred; 2 with critical changes, 5 high}. */
    private String summary(List<Node> nodes) {
        StringBuilder out = new StringBuilder(Words.count(nodes.size(), "text"));
        List<Derivation> links =
                nodes.stream().flatMap(node -> tree.link(node).stream()).toList();
        List<String> how = new ArrayList<>();
        count(how, links, Basis.CONFIRMED, "confirmed");
        count(how, links, Basis.STATED, "stated");
        count(how, links, Basis.INFERRED, "inferred");
        out.append(how.isEmpty() ? "" : ": " + String.join(", ", how));
        String changed = changed(talk, nodes);
        return out + (changed.isEmpty() ? "" : " · " + changed);
    }

    private static void count(List<String> out, List<Derivation> links, Basis basis, String word) {
        long count = links.stream().filter(link -> link.basis() == basis).count();
        if (count > 0) {
            out.add(Words.number(count) + " " + word);
        }
    }

    /** How grave the changes are, e.g. {@code 2 with critical changes, 5 high, 3 with the same wording}. */
    static String changed(ChainTalk talk, List<Node> nodes) {
        Map<Severity, Integer> worst = new EnumMap<>(Severity.class);
        nodes.stream()
                .flatMap(node -> talk.hops(node.id()).stream().limit(1))
                .forEach(hop -> worst.merge(hop.worst(), 1, Integer::sum));
        List<String> out = new ArrayList<>();
        worst.keySet().stream().sorted(Comparator.reverseOrder()).forEach(severity -> {
            String number = Words.number(worst.getOrDefault(severity, 0));
            boolean first = out.isEmpty();
            out.add(
                    severity == Severity.NONE
                            ? number + " with the same wording"
                            : number + (first ? " with " : " ") + severity.word() + (first ? " changes" : ""));
        });
        return String.join(", ", out);
    }

    private String name(Node node) {
        return talk.name(node).replace("  ", " ");
    }

    private ChainGroup.Row row(Node node) {
        List<String> ways = talk.otherWays(tree.otherWays(node), node.id());
        List<String> others = new ArrayList<>();
        ways.stream().limit(OTHERS).forEach(words -> others.add(Words.sentence(words) + "."));
        if (ways.size() > OTHERS) {
            others.add("And " + Words.count(ways.size() - OTHERS, "more link") + ".");
        }
        return new ChainGroup.Row(
                ChainPlaces.of(chain, node),
                talk.name(node),
                node.headline().map(Shown::line).orElse(""),
                node.kind() == NodeKind.VERSION ? node.url().map(page) : Optional.empty(),
                tree.link(node)
                        .map(talk::basis)
                        .or(() -> talk.silence(node))
                        .map(Words::sentence)
                        .orElse(""),
                others,
                talk.hops(node.id()).stream()
                        .findFirst()
                        .map(hop -> ChainGroup.Changes.of(hop, talk.shortName(hop.against()))),
                node.claimedDate().map(Words::claimedDay).orElse(""),
                node.capturedAt().map(time -> talk.captured(node, time)).orElse(""),
                node.id().equals(chain.focus()));
    }
}
