package org.pressmark.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

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

    /** So many wait at most, read or not. */
    private static final int AHEAD = 2 * TOGETHER;

    /** What takes more bytes than so many in the archive is read when its turn comes: its tree takes a hundred times that. */
    private static final long HEAVY = 4 << 20;

    /** What came to more characters than so many is not kept until its turn, but read again then. */
    private static final long LONG = 1 << 18;

    private static final int MOST_THREADS = 4;
    private static final long IDLE_SECONDS = 2;

    private final Function<T, R> read;
    private final ToLongFunction<T> weight;
    private final ToLongFunction<R> length;
    private final Consumer<List<Done<T, R>>> enter;
    private final Deque<Started<T, R>> waiting = new ArrayDeque<>();
    private final ThreadPoolExecutor threads;

    /** A thing and what came of reading it. */
    record Done<T, R>(T item, R result) {}

    /** @param result nothing, where it is to be read when its turn comes */
    private record Started<T, R>(T item, Future<Optional<R>> result) {}

    /**
     * @param read called by several threads at once; what it throws comes out where the thing would be entered
     * @param weight bytes of a thing in the archive
     * @param length characters of what came of it, about
     * @param enter takes some at a time
     */
    ReadAhead(
            Function<T, R> read, ToLongFunction<T> weight, ToLongFunction<R> length, Consumer<List<Done<T, R>>> enter) {
        this.read = read;
        this.weight = weight;
        this.length = length;
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
        boolean heavy = weight.applyAsLong(item) > HEAVY;
        waiting.add(new Started<>(
                item, heavy ? CompletableFuture.completedFuture(Optional.empty()) : threads.submit(() -> light(item))));
        if (waiting.size() >= AHEAD) {
            enter(TOGETHER);
        }
    }

    private Optional<R> light(T item) {
        R result = read.apply(item);
        return length.applyAsLong(result) > LONG ? Optional.empty() : Optional.of(result);
    }

    /** Returns when all that was added is entered. */
    void finish() {
        while (!waiting.isEmpty()) {
            enter(TOGETHER);
        }
    }

    private void enter(int most) {
        List<Done<T, R>> some = new ArrayList<>();
        for (int i = 0; i < most && !waiting.isEmpty(); i++) {
            Started<T, R> first = waiting.remove();
            Optional<R> light = result(first.result());
            if (light.isPresent()) {
                some.add(new Done<>(first.item(), light.get()));
            } else {
                enter(some);
                some.clear();
                enter(List.of(new Done<>(first.item(), read.apply(first.item()))));
            }
        }
        enter(some);
    }

    private void enter(List<Done<T, R>> some) {
        if (!some.isEmpty()) {
            enter.accept(List.copyOf(some));
        }
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
