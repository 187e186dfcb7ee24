package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Change;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Span;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.VariantPlace.Standing;

/**
 * The places of variation of the bodies. Changes of several witnesses that touch the same words are one place. Passages that
 * are there or missing are places of their own, cut where the witnesses' passages begin and end; a witness that lacks a
 * passage has no reading for the words in it.
 */
final class BodyPlaces {
    private final Collation collation;
    private final List<String> sigla;
    private final List<Found> found;

    /** Columns from, inclusive, to, exclusive, and the changes that fall there. */
    private record Range(int from, int to, List<Found> changes) {}

    BodyPlaces(Collation collation, List<String> sigla, List<Found> found) {
        this.collation = collation;
        this.sigla = sigla;
        this.found = found;
    }

    /** In the order of the text; the numbers are still to be given. */
    List<VariantPlace> places() {
        List<Range> ranges =
                new ArrayList<>(cut(found.stream().filter(Found::passage).toList()));
        ranges.addAll(cut(found.stream().filter(Found::moved).toList()));
        ranges.addAll(merged(found.stream()
                .filter(change -> !change.passage() && !change.moved())
                .toList()));
        ranges.sort(Comparator.comparingInt(Range::from).thenComparingInt(Range::to));
        List<VariantPlace> out = new ArrayList<>();
        for (Range range : ranges) {
            List<Reading> readings = readings(range);
            if (readings.size() > 1) {
                out.add(place(range, readings));
            }
        }
        return out;
    }

    /** Passages, cut at each other's borders, so that a witness has all of a place or nothing of it. */
    private static List<Range> cut(List<Found> passages) {
        TreeSet<Integer> borders = new TreeSet<>();
        for (Found passage : passages) {
            borders.add(passage.from());
            borders.add(passage.to());
        }
        List<Integer> byBegin = IntStream.range(0, passages.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> passages.get(i).from()))
                .toList();
        List<Range> out = new ArrayList<>();
        TreeSet<Integer> open = new TreeSet<>();
        int begun = 0;
        @Nullable Integer from = null;
        for (int border : borders) {
            if (from != null) {
                int start = from;
                while (begun < byBegin.size()
                        && passages.get(byBegin.get(begun)).from() <= start) {
                    open.add(byBegin.get(begun++));
                }
                open.removeIf(i -> passages.get(i).to() <= start);
                if (!open.isEmpty()) {
                    out.add(new Range(
                            start, border, open.stream().map(passages::get).toList()));
                }
            }
            from = border;
        }
        return out;
    }

    private List<Range> merged(List<Found> changes) {
        List<Found> inOrder = changes.stream()
                .sorted(Comparator.comparingInt(Found::from).thenComparingInt(Found::to))
                .toList();
        List<Range> out = new ArrayList<>();
        for (Found change : inOrder) {
            Range last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && (change.from() < last.to() || touches(last, change))) {
                List<Found> both = new ArrayList<>(last.changes());
                both.add(change);
                out.set(out.size() - 1, new Range(last.from(), Math.max(last.to(), change.to()), both));
            } else {
                out.add(new Range(change.from(), change.to(), List.of(change)));
            }
        }
        return out;
    }

    /** Other words of two witnesses at one gap of the base stand in neighbouring columns. */
    private boolean touches(Range last, Found change) {
        return change.from() == last.to() && !inBase(change.from()) && !inBase(last.to() - 1);
    }

    private boolean inBase(int column) {
        int token = collation.tokenFrom(collation.base(), column);
        return token < collation.doc(collation.base()).size() && collation.column(collation.base(), token) == column;
    }

    private List<Reading> readings(Range range) {
        int base = collation.base();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        Map<String, Reading> first = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>(List.of(base));
        for (int w = 0; w < sigla.size(); w++) {
            if (w != base) {
                order.add(w);
            }
        }
        String baseKey = key(base, range);
        for (int w : order) {
            Optional<Change> gravest = gravest(w, range);
            String text = text(w, range);
            String key = key(w, range);
            Standing standing = Standing.VARIANT;
            if (gravest.isEmpty() && text.isEmpty() && !baseKey.isEmpty()) {
                standing = Standing.LACKING;
                key = "-";
            } else if (w == base || gravest.isEmpty() && key.equals(baseKey)) {
                standing = Standing.BASE;
                key = "=";
            } else if (gravest.isEmpty() && oneSided(range)) {
                // a passage that both have, told apart only by what is told at places of its own
                standing = Standing.BASE;
                key = "=";
            } else if (range.changes().get(0).moved()) {
                standing = Standing.MOVED;
                text = gravest.map(Change::after).orElse(text);
                key = ">" + key;
            } else if (key.equals(baseKey)) {
                key = "~" + text; // the same words, other marks
            } else {
                key = "~" + key;
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(w);
            first.putIfAbsent(
                    key, new Reading(List.of(sigla.get(w)), text, standing, gravest.map(Change::kind), false));
        }
        return Readings.of(groups, first, sigla);
    }

    private static boolean oneSided(Range range) {
        return range.changes().get(0).passage() || range.changes().get(0).moved();
    }

    private static Optional<Change> gravest(int w, Range range) {
        return range.changes().stream()
                .filter(there -> there.witness() == w)
                .map(Found::change)
                .max(Comparator.comparing(Change::severity));
    }

    private String key(int w, Range range) {
        int from = collation.tokenFrom(w, range.from());
        int to = collation.tokenFrom(w, range.to());
        if (from == to) {
            return "";
        }
        Words words = collation.words(w);
        long key = words.key(from, to);
        return words.words(from, to) > 0 ? Long.toHexString(key) : text(w, range);
    }

    private String text(int w, Range range) {
        int from = collation.tokenFrom(w, range.from());
        int to = collation.tokenFrom(w, range.to());
        return from < to ? collation.doc(w).original(from, to) : "";
    }

    private VariantPlace place(Range range, List<Reading> readings) {
        Change gravest = range.changes().stream()
                .map(Found::change)
                .max(Comparator.comparing(Change::severity))
                .orElseThrow();
        Collection<Found> changes = range.changes();
        return new VariantPlace(
                1,
                ArticleField.BODY,
                gravest.kind(),
                Readings.singular(readings) ? gravest.severity().raised() : gravest.severity(),
                gravest.rule(),
                changes.stream().anyMatch(there -> there.change().inQuotation()),
                changes.stream()
                        .flatMap(there -> there.change().speaker().stream())
                        .findFirst(),
                spans(range),
                readings);
    }

    private List<Span> spans(Range range) {
        Doc doc = collation.doc(collation.base());
        int from = collation.tokenFrom(collation.base(), range.from());
        int to = collation.tokenFrom(collation.base(), range.to());
        if (from < to) {
            return doc.spans(from, to);
        }
        if (doc.size() == 0) {
            return List.of();
        }
        // nothing here: the place is behind the word before
        Span beside = doc.spans(Math.max(0, from - 1), Math.max(1, from)).get(0);
        int at = from == 0 ? beside.start() : beside.end();
        return List.of(new Span(beside.block(), at, at));
    }
}
