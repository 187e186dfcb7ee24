package org.pressmark.pipeline;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values that were used last, as long as there is memory for them. Safe for many threads. */
final class LastUsed<K, V> {
    private final Map<K, SoftReference<V>> kept;

    /** @param most so many are kept */
    LastUsed(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, SoftReference<V>> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(kept.get(key)).map(SoftReference::get);
    }

    synchronized void keep(K key, V value) {
        kept.put(key, new SoftReference<>(value));
    }
}
