package org.pressmark.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Queued;
import org.pressmark.store.DueHost;

/** What is being done at one host for one source: the addresses taken for it, and how many of them are being asked. */
final class Lane {
    /** So many failed connections in a row, and the host counts as down. */
    private static final int DOWN = 5;

    private final DueHost host;
    private final Followed followed;
    private final int connections;
    private final Deque<Queued> taken = new ArrayDeque<>();
    private int asking;
    private int failures;
    private boolean ended;

    /** @param connections how many addresses may be asked at once */
    Lane(DueHost host, Followed followed, int connections) {
        this.host = host;
        this.followed = followed;
        this.connections = connections;
    }

    DueHost host() {
        return host;
    }

    int connections() {
        return connections;
    }

    Followed followed() {
        return followed;
    }

    /** Takes more in; false where the lane has ended meanwhile, and the rows are to be given back. */
    synchronized boolean add(List<Queued> rows) {
        if (!ended) {
            taken.addAll(rows);
        }
        return !ended;
    }

    synchronized int size() {
        return taken.size();
    }

    /** The next address to ask, unless that lane has come to its end. */
    synchronized Optional<Queued> next() {
        Queued row = ended ? null : taken.poll();
        asking += row == null ? 0 : 1;
        return Optional.ofNullable(row);
    }

    /**
     * Notes the end of a visit.
     *
     * @param connected false where the host could not be reached
     * @return whether the host counts as down
     */
    synchronized boolean done(boolean connected) {
        asking--;
        failures = connected ? 0 : failures + 1;
        return failures >= DOWN;
    }

    /** Asks no more; gives back what was taken and not asked. */
    synchronized List<Queued> end() {
        ended = true;
        List<Queued> rest = List.copyOf(taken);
        taken.clear();
        return rest;
    }

    /** True where nothing is left to ask and nothing being asked: the lane has ended then. */
    synchronized boolean over() {
        ended |= asking == 0 && taken.isEmpty();
        return ended && asking == 0;
    }

    synchronized int asking() {
        return asking;
    }
}
