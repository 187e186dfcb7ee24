package org.pressmark.pipeline;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.model.Queued;
import org.pressmark.store.DueHost;
import org.pressmark.store.Store;
import org.pressmark.store.StoreException;

/**
 * Visits what is due: many hosts at once, each at its own pace. One thread decides and writes; others visit. What a visit
 * gave is written together with what others gave at about the same time; until then the index says that the address is taken,
 * so a crash can only repeat what was in flight.
 */
final class CrawlEngine implements Closeable {
    private static final int THREADS = 32;
    private static final int HOSTS_AT_ONCE = 200;
    private static final int TAKEN_AT_ONCE = 20;
    /** So many for each connection that asks without a pause: enough to do until the next round. */
    private static final int TAKEN_FOR_EACH = 64;

    private static final Duration TAKEN_FOR = Duration.ofHours(1);
    private static final Duration DOWN_FOR = Duration.ofMinutes(10);
    private static final int TOGETHER_MILLIS = 100;
    private static final int SOON_MILLIS = 10;
    private static final int LOOK_AGAIN_MILLIS = 20;
    /** Results that wait to be written; then those who visit wait too. */
    private static final int MOST_WAITING = 1_000;

    private final Pipeline house;
    private final Store store;
    private final VisitAddress visits;
    private final CrawlCounts counts;
    private final CrawlLimits limits;
    private final String holder;
    private final Duration delay;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, CrawlEngine::thread);
    private final Map<DueHost, Lane> lanes = new LinkedHashMap<>();
    /** Hosts that are let alone, and until when. */
    private final Map<String, Instant> parked = new ConcurrentHashMap<>();

    private final Semaphore happened = new Semaphore(0);
    private final List<VisitAddress.Done> done = new ArrayList<>();
    /** When what is found now is due: within the round's horizon. */
    private volatile Instant foundDue = Instant.EPOCH;

    private @Nullable RuntimeException broken;

    CrawlEngine(Pipeline house, VisitAddress visits, CrawlCounts counts, CrawlLimits limits) {
        this.house = house;
        this.store = house.store();
        this.visits = visits;
        this.counts = counts;
        this.limits = limits;
        this.holder = house.newUuid();
        this.delay = house.settings().duration(Setting.FETCH_DELAY);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crawl");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * One round: writes what came, takes what is due, sets the threads to it.
     *
     * @param horizon what is due later is left
     * @return whether anything is being done, or can be at once
     */
    boolean round(Collection<Followed> sources, Instant horizon) {
        boolean wrote = write();
        Instant now = house.clock().instant();
        Instant until = horizon.isBefore(now) ? horizon : now;
        foundDue = until;
        parked.values().removeIf(time -> !time.isAfter(now));
        lanes.values().removeIf(Lane::over);
        for (Lane lane : lanes.values()) {
            if (lane.size() < (delay.isZero() ? atOnce(lane) / 2 : 1)
                    && !limits.reached(lane.followed().source())) {
                take(lane, until);
            }
        }
        Map<String, Followed> open = new HashMap<>();
        sources.stream()
                .filter(followed -> !limits.reached(followed.source()))
                .forEach(followed -> open.put(followed.source().name(), followed));
        Set<String> busy = new HashSet<>(parked.keySet());
        lanes.values().forEach(lane -> busy.add(lane.host().host()));
        int room = HOSTS_AT_ONCE - lanes.size();
        List<DueHost> due = room <= 0
                ? List.of()
                : store.read(tx -> tx.frontier().dueHosts(open.keySet(), until, HOSTS_AT_ONCE + busy.size()));
        boolean found = false;
        for (DueHost host : due) {
            Followed followed = open.get(host.source());
            if (followed != null && room > 0 && busy.add(host.host())) {
                Lane lane = new Lane(host, followed, visits.connections(host.host()));
                found = true;
                if (take(lane, until)) {
                    lanes.put(host, lane);
                    room--;
                    for (int i = 0; i < lane.connections(); i++) {
                        threads.execute(() -> step(lane));
                    }
                }
            }
        }
        return wrote || found || !lanes.isEmpty() || waiting() > 0;
    }

    /** Waits until something may have changed. */
    void pause(Duration longest) throws InterruptedException {
        // What comes in the meantime is written in one go; but who has nothing to ask lives on what the next round
        // brings.
        boolean idle = lanes.values().stream().anyMatch(lane -> lane.size() < lane.connections());
        if (!lanes.isEmpty() && !idle) {
            Thread.sleep(TOGETHER_MILLIS);
        }
        if (happened.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            if (idle) {
                Thread.sleep(SOON_MILLIS);
            }
            happened.drainPermits();
        }
    }

    /** The clock was set back: hosts are let alone for as long as they were to be. */
    void clockSetBack(Duration back) {
        parked.replaceAll((host, until) -> until.minus(back));
    }

    /** The hosts that are let alone for now. */
    Map<String, Instant> parked() {
        return Map.copyOf(parked);
    }

    private boolean take(Lane lane, Instant until) {
        Instant now = house.clock().instant();
        List<Queued> rows =
                store.batch(tx -> tx.frontier().take(lane.host(), until, now.plus(TAKEN_FOR), holder, atOnce(lane)));
        visits.lookAhead(rows);
        if (!lane.add(rows)) {
            giveBack(rows);
        }
        return !rows.isEmpty();
    }

    private int atOnce(Lane lane) {
        return delay.isZero() ? TAKEN_FOR_EACH * lane.connections() : TAKEN_AT_ONCE * lane.connections();
    }

    /** One address of a lane, then the next after the host's pause. */
    private void step(Lane lane) {
        while (true) {
            Optional<Queued> next = lane.next();
            if (next.isEmpty()) {
                if (lane.over()) {
                    happened.release();
                    return;
                }
                // Another connection is still asking; what it finds may be for this one.
                later(lane, LOOK_AGAIN_MILLIS);
                return;
            }
            visit(lane, next.get());
            if (!delay.isZero()) {
                later(lane, delay.toMillis());
                return;
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a step deals with its own troubles
    private void later(Lane lane, long millis) {
        if (!threads.isShutdown()) {
            threads.schedule(() -> step(lane), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void visit(Lane lane, Queued row) {
        String host = lane.host().host();
        counts.state(host, "asking");
        try {
            Optional<VisitAddress.Done> result = Guarded.call(row.url(), () -> visited(lane, row), house.notices());
            boolean connected = result.isEmpty()
                    || result.get().result().capture().isPresent()
                    || result.get().pause().isPresent()
                    || result.get().reason().startsWith("refused");
            boolean down = lane.done(connected);
            result.flatMap(VisitAddress.Done::pause).ifPresent(pause -> park(lane, pause, "asks us to come later"));
            if (down) {
                park(lane, DOWN_FOR, "cannot be reached");
            }
            result.ifPresent(this::add);
        } catch (PipelineException | StoreException e) {
            lane.done(false);
            fail(e);
        } finally {
            Instant until = parked.get(host);
            counts.state(
                    host,
                    until == null
                            ? ""
                            : "let alone until "
                                    + until.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    private VisitAddress.Done visited(Lane lane, Queued row) {
        try {
            VisitAddress.Done result = visits.visit(row, lane.followed(), foundDue);
            counts.visited(lane.host().host(), result.result(), result.reason());
            limits.count(lane.followed().source(), result.result());
            if (result.entry()) {
                counts.entry(row.source(), result.reason().isEmpty());
            }
            return result;
        } catch (StoreException e) {
            throw new PipelineException(PipelineException.Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private void park(Lane lane, Duration pause, String why) {
        String host = lane.host().host();
        parked.put(host, house.clock().instant().plus(pause));
        counts.note(host + " " + why + "; it is let alone for "
                + pause.toString().substring(2).toLowerCase(java.util.Locale.ROOT));
        giveBack(lane.end());
    }

    private void giveBack(List<Queued> rest) {
        if (!rest.isEmpty()) {
            store.batch(tx -> {
                tx.frontier().update(rest);
                return true;
            });
        }
    }

    private void add(VisitAddress.Done result) {
        synchronized (this) {
            done.add(result);
        }
        happened.release();
        while (waiting() > MOST_WAITING && !isBroken()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized int waiting() {
        return done.size();
    }

    private synchronized boolean isBroken() {
        return broken != null;
    }

    private synchronized void fail(RuntimeException e) {
        broken = broken == null ? e : broken;
        happened.release();
    }

    /** Writes what the visits gave, in one go; what they found first, so that a crash between loses nothing. */
    private boolean write() {
        List<VisitAddress.Done> all;
        synchronized (this) {
            if (broken != null) {
                throw broken;
            }
            all = List.copyOf(done);
            done.clear();
        }
        if (all.isEmpty()) {
            return false;
        }
        List<Queued> fresh = new ArrayList<>();
        List<Queued> moved = new ArrayList<>();
        Map<String, String> shapes = new HashMap<>();
        all.forEach(result -> {
            fresh.addAll(result.noted().fresh());
            moved.addAll(result.noted().moved());
            shapes.putAll(result.noted().shapes());
        });
        try {
            visits.force(); // what is written below says that these were visited
        } catch (PipelineException e) {
            fail(e);
            throw e;
        }
        int added = store.batch(tx -> {
            tx.frontier().move(moved);
            int count = tx.frontier().add(fresh, shapes);
            tx.frontier().update(all.stream().map(VisitAddress.Done::row).toList());
            return count;
        });
        store.sync();
        counts.found(added);
        return true;
    }

    /** Lets the visits under way end, writes what they gave, gives back what was not asked. */
    @Override
    public void close() {
        lanes.values().forEach(lane -> giveBack(lane.end()));
        threads.shutdown();
        try {
            while (lanes.values().stream().anyMatch(lane -> lane.asking() > 0) && !isBroken()) {
                pause(Duration.ofMillis(100));
                if (!isBroken()) {
                    write();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isBroken()) {
            write();
            store.batch(
                    tx -> tx.frontier().free(Optional.of(holder), house.clock().instant()));
            store.sync();
        }
    }
}
