package org.pressmark.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.crawl.Revisits;
import org.pressmark.crawl.ScopeCheck;
import org.pressmark.crawl.Traps;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Queued;
import org.pressmark.model.Sighting;
import org.pressmark.model.Sighting.How;
import org.pressmark.model.Sighting.Task;
import org.pressmark.model.Source;
import org.pressmark.model.UrlKey;
import org.pressmark.model.VisitHistory;
import org.pressmark.store.Store;

/** What was found, set against what is known and what the sources want: which rows of the frontier are made or moved. */
final class Frontier {
    private static final int MOST_SHAPES = 20_000;
    /** Indexes of sitemaps may name indexes; no deeper than this. */
    private static final int MOST_ENTRY_HOPS = 5;

    private final Store store;
    /** Links to what was noted lately are not looked up again. */
    private final Lately lately = new Lately();

    private final Map<String, Long> alike = lru(MOST_SHAPES);

    Frontier(Store store) {
        this.store = store;
    }

    /**
     * What follows from the sightings of one document.
     *
     * @param fresh rows to be made, unless they are there
     * @param shapes of those among them that have one
     * @param moved rows that are due earlier by what was said of them
     */
    record Noted(List<Queued> fresh, Map<String, String> shapes, List<Queued> moved) {
        static final Noted NOTHING = new Noted(List.of(), Map.of(), List.of());
    }

    /**
     * The rows of a source's own addresses.
     *
     * @param now when those that are new are due
     */
    static List<Queued> entries(Source source, Instant now) {
        List<Queued> out = new ArrayList<>();
        source.seeds().forEach(url -> out.add(entry(url, Task.PAGE, source, now)));
        source.feeds().forEach(url -> out.add(entry(url, Task.FEED, source, now)));
        source.sections().forEach(url -> out.add(entry(url, Task.SECTION, source, now)));
        source.sitemaps().stream()
                .flatMap(url -> url.equals(Source.ROBOTS) ? robots(source).stream() : List.of(url).stream())
                .forEach(url -> out.add(entry(url, Task.SITEMAP, source, now)));
        return out;
    }

    private static List<String> robots(Source source) {
        List<String> origins = new ArrayList<>();
        source.entries().forEach(url -> WebAddress.parse(url).ifPresent(address -> origins.add(address.origin())));
        if (origins.isEmpty()) {
            source.scope().hosts().forEach(host -> origins.add("https://" + host));
        }
        return origins.stream().distinct().map(origin -> origin + "/robots.txt").toList();
    }

    private static Queued entry(String url, Task task, Source source, Instant now) {
        return new Queued(
                Sighting.of(url, task, How.GIVEN, ""),
                source.name(),
                0,
                0,
                VisitHistory.fresh(now, Optional.empty()),
                Optional.of(now),
                false,
                Optional.empty());
    }

    /** Sorts out what a document names. */
    Noted note(Queued from, Source source, ScopeCheck scope, List<Sighting> sightings, Instant now, Instant due) {
        List<Sighting> wanted = new ArrayList<>();
        for (Sighting sighting : sightings) {
            boolean met = lately.met(owner(source, hops(from, sighting)), sighting.url());
            if (!(met && onPage(sighting))
                    && refuses(from, scope, sighting, now).isEmpty()) {
                wanted.add(sighting);
            }
        }
        Map<String, Traps.Shape> shaped = shapes(source, wanted);
        boolean links = sightings.stream().allMatch(Frontier::onPage);
        Map<UrlKey, Queued> known = links || wanted.isEmpty()
                ? Map.of()
                : store.read(tx ->
                        tx.frontier().find(wanted.stream().map(Sighting::url).toList()));
        Map<UrlKey, Queued> fresh = new LinkedHashMap<>();
        Map<String, String> shapes = new HashMap<>();
        List<Queued> moved = new ArrayList<>();
        for (Sighting sighting : wanted) {
            UrlKey key = UrlKey.of(sighting.url());
            Queued before = known.get(key);
            if (before != null) {
                moved(before, sighting, source, now).ifPresent(moved::add);
            } else if (!fresh.containsKey(key) && roomFor(source, shaped.get(sighting.url()))) {
                fresh.put(key, row(from, source, sighting, now, due));
                Optional.ofNullable(shaped.get(sighting.url()))
                        .ifPresent(shape -> shapes.put(sighting.url(), shape.key()));
            }
        }
        return new Noted(List.copyOf(fresh.values()), shapes, moved);
    }

    /** True for a link that pages of this source named lately: it is known, or not wanted. */
    boolean met(Queued from, Source source, String url) {
        return lately.holds(owner(source, hops(from, Task.PAGE)), url);
    }

    /** For whom an address counts as met: what is too far away for a source may be met again nearer by. */
    private static String owner(Source source, int hops) {
        return hops > source.scope().hops() ? source.name() + " far" : source.name();
    }

    /** True for what pages name, which says no more than that there is such an address. */
    private static boolean onPage(Sighting sighting) {
        return sighting.how() == How.LINK || sighting.how() == How.CANONICAL;
    }

    /** The rule that keeps an address out of the frontier. */
    static Optional<String> refuses(Queued from, ScopeCheck scope, Sighting sighting, Instant now) {
        int hops = hops(from, sighting);
        if (sighting.task() == Task.SITEMAP) {
            // A robots.txt or an index may name a sitemap on any host (sitemaps.org, cross submits).
            return hops > MOST_ENTRY_HOPS ? Optional.of("sitemaps are nested too deeply") : Optional.empty();
        }
        return scope.refuses(sighting.url(), hops, now);
    }

    private static int hops(Queued from, Sighting sighting) {
        return hops(from, sighting.task());
    }

    private static int hops(Queued from, Task task) {
        boolean listed = from.sighting().task().entry() && task == Task.PAGE;
        return listed ? 1 : from.hops() + 1;
    }

    private static Queued row(Queued from, Source source, Sighting sighting, Instant now, Instant due) {
        int priority = switch (sighting.how()) {
            case GIVEN, ROBOTS -> 0;
            case FEED, SECTION -> 1;
            case SITEMAP -> sighting.task().entry() ? 0 : 2;
            case LINK, CANONICAL -> sighting.task().entry() ? 1 : 3;
        };
        return new Queued(
                sighting,
                source.name(),
                hops(from, sighting),
                priority,
                VisitHistory.fresh(now, sighting.published()),
                Optional.of(due),
                false,
                Optional.empty());
    }

    /** The row as it is to be where a feed or sitemap says something new of it. */
    private static Optional<Queued> moved(Queued before, Sighting sighting, Source source, Instant now) {
        if (sighting.modified().isEmpty()
                || sighting.modified().equals(before.sighting().modified())) {
            return Optional.empty();
        }
        Queued said = before.said(sighting);
        Optional<Instant> due =
                Revisits.hinted(before.history(), sighting.modified().get(), now, source.schedule());
        boolean earlier = due.isPresent()
                && (before.due().isEmpty() || due.get().isBefore(before.due().get()));
        return Optional.of(earlier ? said.dueAt(due, true) : said);
    }

    /** The shapes of what was found on pages, by address; how many there are of each is known afterwards. */
    private Map<String, Traps.Shape> shapes(Source source, List<Sighting> wanted) {
        Map<String, Traps.Shape> out = new HashMap<>();
        for (Sighting sighting : wanted) {
            if (onPage(sighting) || sighting.how() == How.SECTION) {
                Traps.shape(sighting.url()).ifPresent(shape -> out.put(sighting.url(), shape));
            }
        }
        synchronized (alike) {
            List<String> unknown = out.values().stream()
                    .map(Traps.Shape::key)
                    .distinct()
                    .filter(key -> !alike.containsKey(counted(source, key)))
                    .toList();
            if (!unknown.isEmpty()) {
                Map<String, Long> counts = store.read(tx -> tx.frontier().alike(source.name(), unknown));
                unknown.forEach(key -> alike.put(counted(source, key), counts.getOrDefault(key, 0L)));
            }
        }
        return out;
    }

    private static String counted(Source source, String key) {
        return source.name() + " " + key;
    }

    private boolean roomFor(Source source, Traps.@Nullable Shape shape) {
        if (shape == null) {
            return true;
        }
        synchronized (alike) {
            long now = alike.getOrDefault(counted(source, shape.key()), 0L);
            if (now >= shape.most()) {
                return false;
            }
            alike.put(counted(source, shape.key()), now + 1);
            return true;
        }
    }

    private static <K, V> Map<K, V> lru(int most) {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
