package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The links found so far. Those of known direction never form a circle. */
final class Links {
    private final Map<String, LinkDraft> byEnds = new LinkedHashMap<>();
    private final Set<String> rejected = new HashSet<>();
    private final Map<String, List<String>> parents = new HashMap<>();

    /** Adds a link; where one with the same ends is there, the new one's reasons go to it. */
    LinkDraft add(LinkDraft link) {
        LinkDraft known = byEnds.get(ends(link.child(), link.parent()));
        if (known != null) {
            link.reasons().forEach(known::because);
            return known;
        }
        byEnds.put(ends(link.child(), link.parent()), link);
        if (link.directionKnown()) {
            parents.computeIfAbsent(link.child(), id -> new ArrayList<>()).add(link.parent());
        }
        return link;
    }

    /** Notes that a person says that there is no such link. */
    void reject(String child, String parent) {
        rejected.add(ends(child, parent));
    }

    boolean rejected(String child, String parent) {
        return rejected.contains(ends(child, parent));
    }

    Optional<LinkDraft> between(String child, String parent) {
        return Optional.ofNullable(byEnds.get(ends(child, parent)));
    }

    boolean linked(String a, String b) {
        return byEnds.containsKey(ends(a, b)) || byEnds.containsKey(ends(b, a));
    }

    /** Links of known direction from a text to its sources, in the order in which they were found. */
    List<LinkDraft> sourcesOf(String child) {
        return parents.getOrDefault(child, List.of()).stream()
                .map(parent -> byEnds.get(ends(child, parent)))
                .toList();
    }

    /** The text itself and everything that it comes from by links of known direction. */
    Set<String> ancestors(String id) {
        return ancestors(id, link -> true);
    }

    /** Likewise, by what pages state alone. */
    Set<String> statedAncestors(String id) {
        return ancestors(id, LinkDraft::stated);
    }

    private Set<String> ancestors(String id, Predicate<LinkDraft> which) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                sourcesOf(next).stream().filter(which).map(LinkDraft::parent).forEach(open::add);
            }
        }
        return seen;
    }

    /** True where a link from this child to this parent would close a circle. */
    boolean wouldCircle(String child, String parent) {
        return ancestors(parent).contains(child);
    }

    List<LinkDraft> all() {
        return List.copyOf(byEnds.values());
    }

    private static String ends(String child, String parent) {
        return child + "\n" + parent;
    }
}
