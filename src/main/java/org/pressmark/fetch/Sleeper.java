package org.pressmark.fetch;

import java.time.Duration;

/** Waiting, so that tests need not. */
interface Sleeper {
    /** The real one. */
    Sleeper REAL = new Sleeper() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        }
    };

    /** For durations only; its zero means nothing. */
    long nanoTime();

    void sleep(Duration duration) throws InterruptedException;
}
