package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.model.Similarity;
import org.pressmark.model.UrlKey;

/** The texts of one trace, in an order that does not depend on how they were handed in, and who is a near copy of whom. */
final class Copies {
    /** More texts than these are not traced at once: the focus and those most like it stay. */
    static final int MOST = 300;
    /** Two texts are copies where this share of the shorter one stands in the other (PROVENANCE part 5). */
    static final double NEAR = 0.4;

    private static final double WORTH_ASKING = 0.25;

    private final Map<String, Copy> byId = new TreeMap<>();
    private final Map<UrlKey, List<Copy>> byPage = new HashMap<>();
    private final Map<String, Map<String, Overlap>> near = new HashMap<>();

    private Copies() {}

    static Copies of(String focusId, List<TracedText> texts, LikenessSource likeness) {
        Copies out = new Copies();
        Map<String, Copy> all = new TreeMap<>();
        texts.forEach(text -> all.putIfAbsent(text.id(), new Copy(text)));
        Copy focus = all.get(focusId);
        if (focus == null) {
            throw new IllegalArgumentException(
                    "expected the focus among the texts, found no text with the id " + focusId);
        }
        all.values().stream()
                .sorted(Comparator.comparingDouble((Copy copy) -> copy == focus ? -2 : -shared(focus, copy))
                        .thenComparing(Copy::id))
                .limit(MOST)
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
                out.relate(kept.get(i), kept.get(j), likeness);
            }
        }
        return out;
    }

    private void relate(Copy a, Copy b, LikenessSource likeness) {
        if (shared(a, b) < WORTH_ASKING) {
            return;
        }
        Optional<Overlap> overlap = likeness.between(a.id(), b.id());
        if (overlap.isPresent() && overlap.get().inShorter().value() >= NEAR) {
            near.computeIfAbsent(a.id(), id -> new TreeMap<>()).put(b.id(), overlap.get());
            near.computeIfAbsent(b.id(), id -> new TreeMap<>())
                    .put(a.id(), overlap.get().mirrored());
        }
    }

    private static double shared(Copy a, Copy b) {
        int shorter = Math.min(a.fives().length, b.fives().length);
        return shorter == 0 ? 0 : (double) Shingled.common(a.fives(), b.fives()) / shorter;
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
        return near.getOrDefault(copy.id(), Map.of()).keySet().stream()
                .map(this::get)
                .filter(other -> !other.samePage(copy))
                .toList();
    }

    /** The overlap seen from {@code first}; empty where the two are no near copies. */
    Optional<Overlap> overlap(Copy first, Copy second) {
        return Optional.ofNullable(near.getOrDefault(first.id(), Map.of()).get(second.id()));
    }

    /** The stored version of a page that is most like the text; the earliest where none is like it. */
    Optional<Copy> atPage(String url, Copy reader) {
        return byPage.getOrDefault(UrlKey.of(url), List.of()).stream()
                .filter(copy -> copy != reader)
                .min(Comparator.comparingDouble((Copy copy) -> -likeness(reader, copy))
                        .thenComparing(copy -> copy.text().capturedAt())
                        .thenComparing(Copy::id));
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
            for (String id : near.getOrDefault(next.id(), Map.of()).keySet()) {
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
