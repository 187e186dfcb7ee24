package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Gathers what is to be entered into the index, so that many captures go into one unit of work. There is no thread of its
 * own: now and then one of those that bring something does the work for all, while the others go on. What is not entered
 * when the process dies stands in the WARC files, and the next start enters it.
 */
final class IndexLater<T> {
    private static final int TOGETHER = 250;

    /** Whoever finds so many waiting waits too. */
    private static final int MOST_WAITING = 2_000;

    private final Consumer<List<T>> enter;
    private final ReentrantLock entering = new ReentrantLock();
    private List<T> waiting = new ArrayList<>();

    /** @param enter enters all that it is given, in this order; never called by two threads at once */
    IndexLater(Consumer<List<T>> enter) {
        this.enter = enter;
    }

    void add(T item) {
        int size;
        synchronized (this) {
            waiting.add(item);
            size = waiting.size();
        }
        if (size >= MOST_WAITING) {
            flush();
        } else if (size >= TOGETHER && entering.tryLock()) {
            try {
                drain();
            } finally {
                entering.unlock();
            }
        }
    }

    /** Returns when everything that was added before is entered. */
    void flush() {
        entering.lock();
        try {
            drain();
        } finally {
            entering.unlock();
        }
    }

    private void drain() {
        List<T> all;
        synchronized (this) {
            all = waiting;
            waiting = new ArrayList<>();
        }
        if (!all.isEmpty()) {
            enter.accept(all);
        }
    }
}
