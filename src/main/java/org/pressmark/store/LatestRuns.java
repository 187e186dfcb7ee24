package org.pressmark.store;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The word runs of the articles that were compared last, as long as there is memory for them: of a story that goes on growing,
 * the same texts are compared with each that joins it. By the articles' keys, which are those of their contents. Safe for many
 * threads.
 */
final class LatestRuns {
    private static final int MOST = 256;

    private final Map<UUID, SoftReference<long[]>> runs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, SoftReference<long[]>> eldest) {
            return size() > MOST;
        }
    };

    /** The runs of an article; callers change nothing in them. */
    Optional<long[]> find(UUID article, Supplier<Optional<long[]>> otherwise) {
        Optional<long[]> known = find(article);
        if (known.isPresent()) {
            return known;
        }
        Optional<long[]> made = otherwise.get();
        made.ifPresent(some -> add(article, some));
        return made;
    }

    private synchronized Optional<long[]> find(UUID article) {
        return Optional.ofNullable(runs.get(article)).map(SoftReference::get);
    }

    private synchronized void add(UUID article, long[] some) {
        runs.put(article, new SoftReference<>(some));
    }
}
