package org.pressmark.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.compare.Item.Sort;
import org.pressmark.model.Change.Span;

/** Aligns the furniture of both sides, sort by sort: equal pieces first, the rest in order, then what one side lacks. */
final class FurnitureComparer {
    private static final int TELLING = 8;

    /** Blocks of furniture that stand for each other. */
    record Pair(int a, int b) {}

    private final Side a;
    private final Side b;
    private final Lexicon lexicon;
    private final Pictures pictures;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private int caseOnly;

    FurnitureComparer(Side a, Side b, Lexicon lexicon, Pictures pictures) {
        this.a = a;
        this.b = b;
        this.lexicon = lexicon;
        this.pictures = pictures;
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** How many pieces of furniture are equal but for letter case and marks. */
    int typography() {
        return caseOnly;
    }

    void run() {
        Map<Sort, List<Item>> left = new LinkedHashMap<>();
        Map<Sort, List<Item>> right = new LinkedHashMap<>();
        for (Sort sort : Sort.values()) {
            List<Item> itemsA = of(a, sort);
            List<Item> itemsB = of(b, sort);
            dropEqual(itemsA, itemsB);
            left.put(sort, itemsA);
            right.put(sort, itemsB);
        }
        captionsWithCredits(left, right);
        captionsWithCredits(right, left);
        left.values().forEach(FurnitureComparer::creditedOnce);
        right.values().forEach(FurnitureComparer::creditedOnce);
        for (Sort sort : Sort.values()) {
            differ(sort, left.getOrDefault(sort, List.of()), right.getOrDefault(sort, List.of()));
        }
    }

    /** The items of a sort; what only machines read counts where nothing is shown. */
    private static List<Item> of(Side side, Sort sort) {
        List<Item> shown = new ArrayList<>();
        List<Item> unseen = new ArrayList<>();
        for (Item item : side.items()) {
            if (item.sort() == sort) {
                (item.visible() ? shown : unseen).add(item);
            }
        }
        return shown.isEmpty() ? unseen : shown;
    }

    private void dropEqual(List<Item> itemsA, List<Item> itemsB) {
        boolean[] usedB = new boolean[itemsB.size()];
        List<Item> restA = new ArrayList<>();
        for (Item item : itemsA) {
            int found = -1;
            boolean any = false;
            for (int j = 0; j < itemsB.size(); j++) {
                if (same(item, itemsB.get(j))) {
                    any = true;
                    if (!usedB[j] && found < 0) {
                        found = j;
                    }
                }
            }
            if (found >= 0) {
                usedB[found] = true;
                equal(item, itemsB.get(found));
            } else if (!any) {
                restA.add(item);
            }
        }
        List<Item> restB = new ArrayList<>();
        for (int j = 0; j < itemsB.size(); j++) {
            Item item = itemsB.get(j);
            if (!usedB[j] && itemsA.stream().noneMatch(there -> same(there, item))) {
                restB.add(item);
            }
        }
        itemsA.clear();
        itemsA.addAll(restA);
        itemsB.clear();
        itemsB.addAll(restB);
    }

    private void equal(Item x, Item y) {
        pair(x, y);
        if (x.visible()
                && y.visible()
                && x.sort() != Sort.IMAGE
                && x.sort() != Sort.TIMESTAMP
                && !x.text().equals(y.text())) {
            caseOnly++;
        }
    }

    private void pair(Item x, Item y) {
        if (x.block() >= 0 && y.block() >= 0) {
            pairs.add(new Pair(x.block(), y.block()));
        }
    }

    private boolean same(Item x, Item y) {
        if (x.sort() == Sort.IMAGE) {
            return pictures.same(x.text(), y.text());
        }
        if (x.key().equals(y.key())) {
            return Item.sameIntroduction(x, y);
        }
        return switch (x.sort()) {
            case TIMESTAMP -> sameTime(x, y);
            case HEADLINE -> withSite(x, y) || withSite(y, x) || inTitle(x, y) || inTitle(y, x);
            case BYLINE, TEXT_CREDIT ->
                (!x.visible() || !y.visible())
                        && !x.key().isEmpty()
                        && !y.key().isEmpty()
                        && (x.key().contains(y.key()) || y.key().contains(x.key()));
            default -> false;
        };
    }

    private boolean sameTime(Item x, Item y) {
        List<Moment> left = moments(a, x);
        List<Moment> right = moments(b, y);
        return left.stream().anyMatch(l -> right.stream().anyMatch(l::same));
    }

    /** The times that a piece names; the first shown one also stands for what the page states for machines. */
    private List<Moment> moments(Side side, Item item) {
        List<Moment> out = new ArrayList<>(Moment.read(item.text(), lexicon));
        if (item.visible()) {
            side.article().published().ifPresent(field -> {
                if (field.exact().contains(item.text()) || item.text().contains(field.exact())) {
                    Moment.iso(field.value()).ifPresent(out::add);
                }
            });
        }
        return out;
    }

    /** A headline that no block shows comes from the page's title, where the site's name may stand on either side of it. */
    private static boolean inTitle(Item title, Item shown) {
        String more = title.key().replace(shown.key(), "");
        return title.block() < 0
                && shown.key().length() >= 2 * TELLING
                && (title.key().startsWith(shown.key()) || title.key().endsWith(shown.key()))
                && more.length() < shown.key().length();
    }

    /** One headline is the other with the site's name behind it. */
    private boolean withSite(Item longer, Item shorter) {
        if (!longer.key().startsWith(shorter.key()) || shorter.key().isEmpty()) {
            return false;
        }
        String rest = longer.key().substring(shorter.key().length());
        return a.article()
                        .site()
                        .map(site -> Keys.words(site.value(), lexicon).equals(rest))
                        .orElse(false)
                || b.article()
                        .site()
                        .map(site -> Keys.words(site.value(), lexicon).equals(rest))
                        .orElse(false);
    }

    /** An agency that goes or comes as a credit goes or comes once, also where the dateline names it too. */
    private static void creditedOnce(List<Item> items) {
        items.removeIf(item -> item.prefix().equals(Item.IN_DATELINE)
                && items.stream()
                        .anyMatch(there -> !there.prefix().equals(Item.IN_DATELINE)
                                && there.visible()
                                && there.sort() == item.sort()
                                && there.key().equals(item.key())));
    }

    /** A caption that holds on one side what is caption and credit on the other. */
    private static void captionsWithCredits(Map<Sort, List<Item>> whole, Map<Sort, List<Item>> parted) {
        List<Item> captions = whole.getOrDefault(Sort.CAPTION, List.of());
        for (Item item : List.copyOf(captions)) {
            for (Item other : List.copyOf(parted.getOrDefault(Sort.CAPTION, List.of()))) {
                if (other.key().isEmpty() || !item.key().startsWith(other.key())) {
                    continue;
                }
                String rest = item.key().substring(other.key().length());
                @Nullable
                Item credit = parted.getOrDefault(Sort.PHOTO_CREDIT, List.of()).stream()
                        .filter(there ->
                                rest.endsWith(there.key()) && !there.key().isEmpty())
                        .findFirst()
                        .orElse(null);
                if (credit != null) {
                    captions.remove(item);
                    parted.getOrDefault(Sort.CAPTION, List.of()).remove(other);
                    parted.getOrDefault(Sort.PHOTO_CREDIT, List.of()).remove(credit);
                    break;
                }
            }
        }
    }

    private void differ(Sort sort, List<Item> itemsA, List<Item> itemsB) {
        List<Item> restA = new ArrayList<>(
                itemsA.stream().filter(item -> !elsewhere(item, b)).toList());
        List<Item> restB = new ArrayList<>(
                itemsB.stream().filter(item -> !elsewhere(item, a)).toList());
        boolean silent =
                restA.stream().noneMatch(Item::visible) && restB.stream().noneMatch(Item::visible);
        if (silent && (sort != Sort.TIMESTAMP || restA.isEmpty() || restB.isEmpty())) {
            return;
        }
        if (!silent) {
            restA.removeIf(item -> !item.visible());
            restB.removeIf(item -> !item.visible());
        }
        for (Item x : restA) {
            @Nullable
            Item y = restB.stream()
                    .filter(there ->
                            x.prefix().equals(Item.TAIL) == there.prefix().equals(Item.TAIL))
                    .findFirst()
                    .orElse(null);
            restB.remove(y);
            if (y != null) {
                pair(x, y);
            }
            add(sort, x, y);
        }
        restB.forEach(y -> add(sort, null, y));
    }

    private void add(Sort sort, @Nullable Item x, @Nullable Item y) {
        String before = x == null ? "" : x.text();
        String after = y == null ? "" : y.text();
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        List<Span> spansBefore = x == null ? List.of() : x.spans();
        List<Span> spansAfter = y == null ? List.of() : y.spans();
        drafts.add(Draft.furniture(sort.kind, sort.field, before, after, spansBefore, spansAfter));
    }

    /** Whether the other side has the same words in a block of another kind. */
    private static boolean elsewhere(Item item, Side other) {
        if (item.sort() == Sort.IMAGE
                || item.key().length() < TELLING
                || item.sort() == Sort.HEADLINE
                || item.sort() == Sort.TEXT_CREDIT) {
            return false;
        }
        for (int i = 0; i < other.article().blocks().size(); i++) {
            if (other.key(i).equals(item.key()) && !other.body().contains(i)) {
                return true;
            }
        }
        return false;
    }
}
