package org.pressmark.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * So many requests at a time for each host, one as a rule, and a pause after each. A host that says it is overburdened is
 * let alone for longer. Hosts do not wait for one another.
 */
final class HostPacer {
    private final Sleeper sleeper;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    private static final class Slot {
        final Semaphore free;
        boolean used;
        long lastAt;
        boolean quiet;
        long quietUntil;
        int troubles;

        Slot(int connections) {
            free = new Semaphore(connections, true);
        }
    }

    HostPacer(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * How to wait for a host.
     *
     * @param connections requests that may be under way at once; the first that names a host decides
     * @param pause after the last request
     * @param patience a host that is let alone for longer is not waited for
     */
    record Manner(int connections, Duration pause, Duration patience) {}

    /**
     * Does the work when there is a place at this host, the pause after the last request is over, and the host is no longer
     * to be let alone.
     *
     * @return empty, and nothing done, where the host is to be let alone for longer than the patience
     */
    <T> Optional<T> inTurn(String host, Manner manner, Supplier<T> work) throws InterruptedException {
        Slot slot = slots.computeIfAbsent(host, name -> new Slot(manner.connections));
        if (quiet(slot).compareTo(manner.patience) > 0) {
            return Optional.empty();
        }
        slot.free.acquire();
        try {
            for (Duration rest = reserve(slot, manner); !rest.isZero(); rest = quiet(slot)) {
                if (quiet(slot).compareTo(manner.patience) > 0) {
                    return Optional.empty(); // another's answer, while we stood in the queue
                }
                sleeper.sleep(rest);
            }
            try {
                return Optional.of(work.get());
            } finally {
                ended(slot);
            }
        } finally {
            slot.free.release();
        }
    }

    /** Takes the next moment at which a request may go out, and says how far off it is. */
    private Duration reserve(Slot slot, Manner manner) {
        synchronized (slot) {
            long now = sleeper.nanoTime();
            long at = slot.used ? Math.max(0, slot.lastAt + manner.pause.toNanos() - now) : 0;
            slot.used = true;
            slot.lastAt = now + at;
            Duration quiet = quiet(slot);
            return quiet.toNanos() > at ? quiet : Duration.ofNanos(at);
        }
    }

    private void ended(Slot slot) {
        synchronized (slot) {
            slot.lastAt = Math.max(slot.lastAt, sleeper.nanoTime());
        }
    }

    private Duration quiet(Slot slot) {
        synchronized (slot) {
            long rest = slot.quiet ? slot.quietUntil - sleeper.nanoTime() : 0;
            slot.quiet = rest > 0;
            return slot.quiet ? Duration.ofNanos(rest) : Duration.ZERO;
        }
    }

    /** How much longer a host is to be let alone. */
    Duration quiet(String host) {
        Slot slot = slots.get(host);
        return slot == null ? Duration.ZERO : quiet(slot);
    }

    /**
     * Notes that a host answered as one that is overburdened does.
     *
     * @param asked how long to let it alone the first time in a row; each further time twice as long
     * @param most the longest that this grows to
     * @return how long it is let alone from now, never less than {@code asked}
     */
    Duration overburdened(String host, Duration asked, Duration most) {
        Slot slot = slots.computeIfAbsent(host, name -> new Slot(1));
        synchronized (slot) {
            Duration own = asked.multipliedBy(1L << Math.min(slot.troubles, 20));
            own = own.compareTo(most) > 0 ? most : own;
            Duration wait = asked.compareTo(own) > 0 ? asked : own;
            long until = sleeper.nanoTime() + wait.toNanos();
            slot.quietUntil = slot.quiet ? Math.max(slot.quietUntil, until) : until;
            slot.quiet = true;
            slot.troubles++;
            return wait;
        }
    }

    /** Notes that a host answered as usual. */
    void well(String host) {
        Slot slot = slots.get(host);
        if (slot != null) {
            synchronized (slot) {
                slot.troubles = 0;
            }
        }
    }
}
