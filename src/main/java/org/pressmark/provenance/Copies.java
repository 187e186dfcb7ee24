package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pressmark.model.Similarity;
import org.pressmark.model.UrlKey;
import org.pressmark.text.WordRuns;

/** The texts of one trace, in an order that does not depend on how they were handed in, and who is a near copy of whom. */
final class Copies {
    /** More texts than these are not traced at once: the focus and those most like it stay. */
    static final int MOST = 300;
    /** Two texts are copies where this share of the shorter one stands in the other (PROVENANCE part 5). */
    static final double NEAR = 0.4;

    /** Of so many nearest copies at most one is looked for as the source. */
    private static final int RIVALS = 30;

    private final Map<String, Copy> byId = new TreeMap<>();
    private final Map<UrlKey, List<Copy>> byPage = new HashMap<>();
    private final Map<String, Set<String>> near = new HashMap<>();
    private final Map<String, Optional<Overlap>> asked = new HashMap<>();
    private final Map<String, Double> nearness = new HashMap<>();
    private final LikenessSource likeness;

    private Copies(LikenessSource likeness) {
        this.likeness = likeness;
    }

    static Copies of(String focusId, List<TracedText> texts, LikenessSource likeness) {
        Copies out = new Copies(likeness);
        Map<String, Copy> all = new TreeMap<>();
        texts.forEach(text -> all.putIfAbsent(text.id(), new Copy(text)));
        Copy focus = all.get(focusId);
        if (focus == null) {
            throw new IllegalArgumentException(
                    "expected the focus among the texts, found no text with the id " + focusId);
        }
        (all.size() > MOST ? mostLike(focus, all.values()) : all.values())
                .forEach(copy -> out.byId.put(copy.id(), copy));
        List<Copy> kept = List.copyOf(out.byId.values());
        for (Copy copy : kept) {
            copy.page()
                    .ifPresent(page -> out.byPage
                            .computeIfAbsent(page, key -> new ArrayList<>())
                            .add(copy));
        }
        for (int i = 0; i < kept.size(); i++) {
            for (int j = i + 1; j < kept.size(); j++) {
                out.relate(kept.get(i), kept.get(j));
            }
        }
        return out;
    }

    private static List<Copy> mostLike(Copy focus, Collection<Copy> all) {
        Map<String, Double> order = new HashMap<>();
        all.forEach(copy -> order.put(copy.id(), copy == focus ? -2 : -shared(focus, copy)));
        return all.stream()
                .sorted(Comparator.comparing((Copy copy) -> order.getOrDefault(copy.id(), 0.0))
                        .thenComparing(Copy::id))
                .limit(MOST)
                .toList();
    }

    private void relate(Copy a, Copy b) {
        if (shared(a, b) >= NEAR) {
            near.computeIfAbsent(a.id(), id -> new TreeSet<>()).add(b.id());
            near.computeIfAbsent(b.id(), id -> new TreeSet<>()).add(a.id());
        }
    }

    private static double shared(Copy a, Copy b) {
        return WordRuns.inSmaller(a.fives(), b.fives());
    }

    Collection<Copy> all() {
        return byId.values();
    }

    Copy get(String id) {
        Copy copy = byId.get(id);
        if (copy == null) {
            throw new IllegalArgumentException("expected one of the traced texts, found: " + id);
        }
        return copy;
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    /** The near copies of a text, in order of id; texts of the same page are left out. */
    List<Copy> nearTo(Copy copy) {
        return near.getOrDefault(copy.id(), Set.of()).stream()
                .map(this::get)
                .filter(other -> !other.samePage(copy))
                .toList();
    }

    /** The near copies whose wording is nearest, nearest first: enough of them to find the source among. */
    List<Copy> nearestTo(Copy copy) {
        return nearTo(copy).stream()
                .sorted(Comparator.comparingDouble((Copy other) -> -nearness(copy, other))
                        .thenComparing(Copy::id))
                .limit(RIVALS)
                .toList();
    }

    /** How much of the child's wording stands in the parent's, and how alike the two are on the whole, from 0 to 1. */
    double nearness(Copy child, Copy parent) {
        return nearness.computeIfAbsent(child.id() + "\n" + parent.id(), key -> {
            double common = WordRuns.common(child.threes(), parent.threes());
            double all = child.threes().length + parent.threes().length - common;
            return common == 0 ? 0 : (common / child.threes().length + common / all) / 2;
        });
    }

    /** The overlap as it is shown, seen from {@code first}; empty where the two are no near copies. */
    Optional<Overlap> overlap(Copy first, Copy second) {
        if (!near.getOrDefault(first.id(), Set.of()).contains(second.id())) {
            return Optional.empty();
        }
        boolean inOrder = first.id().compareTo(second.id()) < 0;
        String a = inOrder ? first.id() : second.id();
        String b = inOrder ? second.id() : first.id();
        Optional<Overlap> known = asked.computeIfAbsent(a + "\n" + b, key -> likeness.between(a, b));
        return inOrder ? known : known.map(Overlap::mirrored);
    }

    /** The stored version of a page that is most like the text; the earliest where none is like it. */
    Optional<Copy> atPage(String url, Copy reader) {
        return byPage.getOrDefault(UrlKey.of(url), List.of()).stream()
                .filter(copy -> copy != reader)
                .min(Comparator.comparingDouble((Copy copy) -> -likeness(reader, copy))
                        .thenComparing(copy -> copy.text().capturedAt())
                        .thenComparing(Copy::id));
    }

    /** All stored versions of a page. */
    List<Copy> atPage(UrlKey page) {
        return byPage.getOrDefault(page, List.of());
    }

    double likeness(Copy a, Copy b) {
        return overlap(a, b).map(Overlap::inShorter).map(Similarity::value).orElse(0.0);
    }

    /** All versions of one page, by date of capture. */
    List<List<Copy>> pagesWithVersions() {
        return byPage.values().stream()
                .filter(list -> list.size() > 1)
                .map(list -> list.stream()
                        .sorted(Comparator.comparing((Copy copy) -> copy.text().capturedAt())
                                .thenComparing(Copy::id))
                        .toList())
                .sorted(Comparator.comparing(list -> list.get(0).id()))
                .toList();
    }

    /** Names the group of near copies that a text belongs to, by its earliest capture. */
    String cluster(Copy start) {
        Map<String, Copy> seen = new TreeMap<>(Map.of(start.id(), start));
        List<Copy> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            Copy next = open.remove(open.size() - 1);
            for (String id : near.getOrDefault(next.id(), Set.of())) {
                if (seen.putIfAbsent(id, get(id)) == null) {
                    open.add(get(id));
                }
            }
        }
        return seen.values().stream()
                .min(Comparator.comparing((Copy copy) -> copy.text().capturedAt())
                        .thenComparing(Copy::id))
                .map(Copy::id)
                .orElse(start.id());
    }
}
