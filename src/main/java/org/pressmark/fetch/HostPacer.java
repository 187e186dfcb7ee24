package org.pressmark.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One request at a time for each host, and a pause after each. Hosts do not wait for one another. */
final class HostPacer {
    private final Sleeper sleeper;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    private static final class Slot {
        final ReentrantLock lock = new ReentrantLock(true);
        boolean used;
        long endedAt;
    }

    HostPacer(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Does the work when no request to this host is under way and the pause after the last one is over. */
    <T> T inTurn(String host, Duration pause, Supplier<T> work) throws InterruptedException {
        Slot slot = slots.computeIfAbsent(host, name -> new Slot());
        slot.lock.lockInterruptibly();
        try {
            if (slot.used) {
                Duration rest = pause.minusNanos(sleeper.nanoTime() - slot.endedAt);
                if (!rest.isNegative() && !rest.isZero()) {
                    sleeper.sleep(rest);
                }
            }
            try {
                return work.get();
            } finally {
                slot.used = true;
                slot.endedAt = sleeper.nanoTime();
            }
        } finally {
            slot.lock.unlock();
        }
    }
}
