package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which parts of pages were asked for lately: what many pages share is asked for once a day. Of old ones the memory fades. */
final class Asked {
    private static final int MOST = 50_000;
    private static final Duration LATELY = Duration.ofDays(1);

    private final InstantSource clock;
    private final Map<String, Instant> times = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Asked(InstantSource clock) {
        this.clock = clock;
    }

    /** True for who asks first, today. */
    synchronized boolean first(String url) {
        Instant now = clock.instant();
        Instant before = times.get(url);
        if (before != null && now.isBefore(before.plus(LATELY))) {
            return false;
        }
        times.put(url, now);
        return true;
    }
}
