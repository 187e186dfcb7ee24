package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.UrlKey;
import org.pressmark.report.ChainBox.Kind;

/**
 * A chain as boxes, so that a picture of many texts can be read: every text hangs by its best source, or beside a text that
 * it has words in common with; in a crowd, copies of one kind and the texts that one page had in turn are drawn as one.
 */
final class ChainFold {
    /** Up to so many texts each stand by themselves. */
    static final int FEW = 12;

    /** More boxes than this are no picture. */
    private static final int MANY = 24;

    /** What is drawn as one, finest first. */
    private enum Grain {
        NOTHING(Integer.MAX_VALUE),
        /** Three or more that came the same way with changes of the same weight. */
        ALIKE(3),
        /** Two or more that came the same way. */
        SAME_WAY(2);

        private final int least;

        Grain(int least) {
            this.least = least;
        }
    }

    private static final Comparator<Node> TIME =
            Comparator.comparing(ChainFold::when).thenComparing(Node::id);

    private final ProvenanceChain chain;
    private final ChainTalk talk;
    private final ChainTree tree;
    private final Grain grain;
    /** Texts without a source, by the text that they are drawn beside, with the link that says so. */
    private final Map<String, List<Twin>> twins = new HashMap<>();

    /** Those that stand together in a box of their own, because there are too many: nothing came from them. */
    private final List<Twin> loose = new ArrayList<>();

    private record Twin(Node node, Derivation link) {}

    private ChainFold(ProvenanceChain chain, ChainTalk talk, Grain grain) {
        this.chain = chain;
        this.talk = talk;
        this.tree = new ChainTree(chain);
        this.grain = grain;
    }

    /** The boxes that hang by no other; what belongs to the text that was asked about comes first. */
    static List<ChainBox> of(ProvenanceChain chain, ChainTalk talk) {
        if (chain.nodes().size() <= FEW) {
            return of(chain, talk, Grain.NOTHING);
        }
        List<ChainBox> boxes = of(chain, talk, Grain.ALIKE);
        return count(boxes) <= MANY ? boxes : of(chain, talk, Grain.SAME_WAY);
    }

    private static List<ChainBox> of(ProvenanceChain chain, ChainTalk talk, Grain grain) {
        ChainFold fold = new ChainFold(chain, talk, grain);
        List<ChainBox> boxes = new ArrayList<>();
        fold.join().forEach(root -> boxes.add(fold.box(root, List.of())));
        if (!fold.loose.isEmpty()) {
            List<Node> nodes = fold.loose.stream().map(Twin::node).sorted(TIME).toList();
            List<Derivation> links = fold.loose.stream().map(Twin::link).toList();
            boxes.add(new ChainBox(nodes.size() == 1 ? Kind.TEXT : Kind.COPIES, nodes, links, List.of(), List.of()));
        }
        return boxes;
    }

    private static int count(List<ChainBox> boxes) {
        return boxes.stream()
                .mapToInt(box -> 1 + count(box.below()) + count(box.beside()))
                .sum();
    }

    /** When a text was first known of, as it says or as it was captured. */
    static String when(Node node) {
        return node.claimedDate()
                .or(() -> node.capturedAt().map(Object::toString))
                .orElse("9999");
    }

    /** Puts texts without a source beside others as far as a link joins them; gives the rest. */
    private List<Node> join() {
        Map<String, Set<String>> whole = new LinkedHashMap<>();
        tree.roots().forEach(root -> whole.put(root.id(), below(root, new HashSet<>())));
        List<Node> roots = tree.roots().stream()
                .sorted(Comparator.comparing((Node root) -> whole(whole, root).contains(chain.focus()) ? 0 : 1)
                        .thenComparing(root -> -whole(whole, root).size()))
                .toList();
        // Those who share words with many are hubs: the fewer of them, the fewer boxes.
        List<Derivation> open = chain.links().stream()
                .filter(link -> !link.directionKnown())
                .sorted(Comparator.comparing(link -> -Math.max(open(link.child()), open(link.parent()))))
                .toList();
        Set<String> joined = new HashSet<>();
        List<Node> free = new ArrayList<>();
        for (Node root : roots) {
            if (joined.contains(root.id())) {
                continue;
            }
            free.add(root);
            joined.addAll(whole(whole, root));
            boolean more = true;
            while (more) {
                more = false;
                for (Derivation link : open) {
                    more |= beside(link, link.child(), link.parent(), whole, joined)
                            || beside(link, link.parent(), link.child(), whole, joined);
                }
            }
        }
        return free;
    }

    private long open(String id) {
        return chain.links().stream()
                .filter(link -> !link.directionKnown())
                .filter(link -> link.child().equals(id) || link.parent().equals(id))
                .count();
    }

    private static Set<String> whole(Map<String, Set<String>> whole, Node root) {
        return Objects.requireNonNull(whole.get(root.id()));
    }

    private Set<String> below(Node node, Set<String> out) {
        out.add(node.id());
        tree.children(node).forEach(child -> below(child, out));
        return out;
    }

    private boolean beside(
            Derivation link, String twin, String other, Map<String, Set<String>> whole, Set<String> joined) {
        Set<String> with = whole.get(twin);
        Optional<Node> node = chain.node(twin);
        if (with == null || node.isEmpty() || joined.contains(twin) || !joined.contains(other)) {
            return false;
        }
        Twin found = new Twin(node.get(), link);
        if (grain == Grain.SAME_WAY && with.size() == 1 && !focus(node.get())) {
            loose.add(found);
        } else {
            twins.computeIfAbsent(other, key -> new ArrayList<>()).add(found);
        }
        joined.addAll(with);
        return true;
    }

    private ChainBox box(Node node, List<Derivation> links) {
        List<Node> run = grain == Grain.NOTHING ? List.of(node) : run(node);
        Node last = run.get(run.size() - 1);
        boolean one = run.size() < grain.least;
        Node from = one ? node : last;
        List<ChainBox> below = fold(tree.children(from).stream()
                .map(child -> box(child, tree.link(child).stream().toList())));
        List<ChainBox> beside = fold(
                twins.getOrDefault(from.id(), List.of()).stream().map(twin -> box(twin.node(), List.of(twin.link()))));
        return new ChainBox(one ? Kind.TEXT : Kind.VERSIONS, one ? List.of(node) : run, links, below, beside);
    }

    /** The text and those that took its place on the same page one by one, as long as each led to the next alone. */
    private List<Node> run(Node node) {
        List<Node> run = new ArrayList<>(List.of(node));
        while (true) {
            Node last = run.get(run.size() - 1);
            List<Node> next = tree.children(last);
            boolean alone = next.size() == 1 && !twins.containsKey(last.id()) && !focus(last);
            if (!alone || focus(next.get(0)) || !samePage(last, next.get(0))) {
                return run;
            }
            run.add(next.get(0));
        }
    }

    private boolean focus(Node node) {
        return node.id().equals(chain.focus());
    }

    private static boolean samePage(Node one, Node other) {
        return one.url().isPresent()
                && one.url().map(UrlKey::of).equals(other.url().map(UrlKey::of));
    }

    /** Draws as one what is of one kind and leads nowhere; in order of time. */
    private List<ChainBox> fold(Stream<ChainBox> boxes) {
        List<ChainBox> out = new ArrayList<>();
        Map<String, List<ChainBox>> kinds = new LinkedHashMap<>();
        boxes.forEach(box -> {
            boolean folds = grain != Grain.NOTHING && box.kind() == Kind.TEXT && box.leaf() && !focus(box.first());
            if (folds) {
                kinds.computeIfAbsent(kind(box), key -> new ArrayList<>()).add(box);
            } else {
                out.add(box);
            }
        });
        for (List<ChainBox> alike : kinds.values()) {
            if (alike.size() < grain.least) {
                out.addAll(alike);
            } else {
                List<Node> nodes =
                        alike.stream().map(ChainBox::first).sorted(TIME).toList();
                List<Derivation> links =
                        alike.stream().flatMap(box -> box.links().stream()).toList();
                out.add(new ChainBox(Kind.COPIES, nodes, links, List.of(), List.of()));
            }
        }
        out.sort(Comparator.comparing(ChainBox::first, TIME));
        return out;
    }

    private String kind(ChainBox box) {
        String how = box.links().stream()
                .map(link -> link.basis() + " " + link.outcome())
                .collect(Collectors.joining());
        String way = box.first().kind() + " " + how;
        if (grain == Grain.SAME_WAY) {
            return way;
        }
        String changed = talk.hops(box.first().id()).stream()
                .findFirst()
                .map(hop -> hop.worst().word())
                .orElse("");
        return way + " " + changed;
    }
}
