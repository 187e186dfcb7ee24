package org.pressmark.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. Safe for many threads. */
public final class TestClock implements InstantSource {
    private volatile Instant now;

    private TestClock(Instant now) {
        this.now = now;
    }

    /** A clock that shows this moment, e.g. {@code 2021-12-27T10:00:00Z}. */
    public static TestClock at(String iso) {
        return new TestClock(Instant.parse(iso));
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }
}
