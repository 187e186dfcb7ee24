package org.pressmark.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads things in threads of its own, ahead of the one that enters them: some are read while others are entered. They are
 * entered by the thread that adds them, in the order in which they were added, some together. For one thread.
 *
 * @param <T> what is to be read
 * @param <R> what comes of it
 */
final class ReadAhead<T, R> {
    /** So many are entered together. */
    private static final int TOGETHER = 16;

    /** So many wait at most, read or not: a page may take much memory. */
    private static final int AHEAD = 2 * TOGETHER;

    private static final int MOST_THREADS = 4;
    private static final long IDLE_SECONDS = 2;

    private final Function<T, R> read;
    private final Consumer<List<Done<T, R>>> enter;
    private final Deque<Started<T, R>> waiting = new ArrayDeque<>();
    private final ThreadPoolExecutor threads;

    /** A thing and what came of reading it. */
    record Done<T, R>(T item, R result) {}

    private record Started<T, R>(T item, Future<R> result) {}

    /**
     * @param read called by several threads at once; what it throws comes out where the thing would be entered
     * @param enter takes some at a time
     */
    ReadAhead(Function<T, R> read, Consumer<List<Done<T, R>>> enter) {
        this.read = read;
        this.enter = enter;
        int many = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() - 1));
        this.threads = new ThreadPoolExecutor(
                many, many, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "read-ahead");
                    thread.setDaemon(true);
                    return thread;
                });
        // Nobody need end them, whatever becomes of the work.
        threads.allowCoreThreadTimeOut(true);
    }

    void add(T item) {
        waiting.add(new Started<>(item, threads.submit(() -> read.apply(item))));
        if (waiting.size() >= AHEAD) {
            enter(TOGETHER);
        }
    }

    /** Returns when all that was added is entered. */
    void finish() {
        while (!waiting.isEmpty()) {
            enter(TOGETHER);
        }
    }

    private void enter(int most) {
        List<Done<T, R>> some = new ArrayList<>();
        while (some.size() < most && !waiting.isEmpty()) {
            Started<T, R> first = waiting.remove();
            some.add(new Done<>(first.item(), result(first.result())));
        }
        enter.accept(some);
    }

    private static <R> R result(Future<R> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true; // whoever adds is told, once what is begun is done
                } catch (ExecutionException e) {
                    throw thrown(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException plain ? plain : new CancellationException(String.valueOf(cause));
    }
}
