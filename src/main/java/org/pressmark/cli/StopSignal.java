package org.pressmark.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C or SIGTERM as a wish to end: what is under way is finished and written, then the command ends by itself. A second
 * signal, or half a minute, ends the process at once; nothing acknowledged is lost even then.
 */
final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final int code;
    private final Runnable first;
    private final CountDownLatch over = new CountDownLatch(1);
    private final @Nullable Signals signals;
    private volatile boolean wanted;

    /** @param code with which a process that was told to end does so */
    StopSignal(ExitCode code) {
        this(code, () -> {});
    }

    /** @param first done when the first signal is heard, e.g. to say so */
    StopSignal(ExitCode code, Runnable first) {
        this.code = code.code();
        this.first = first;
        this.signals = signals();
    }

    private @Nullable Signals signals() {
        try {
            return new Signals(this::heard);
        } catch (ReflectiveOperationException | IllegalArgumentException noSuchThingHere) {
            return null; // a signal ends the process at once, then; what it was doing is repaired at the next start
        }
    }

    private void heard() {
        if (wanted) {
            Runtime.getRuntime().halt(code);
        }
        wanted = true;
        first.run();
        Thread patience = new Thread(this::waitAndHalt, "stop");
        patience.setDaemon(true);
        patience.start();
    }

    private void waitAndHalt() {
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True once somebody wants the end. */
    boolean wanted() {
        return wanted;
    }

    /** All is written, and said. Who was told to end goes on to hear the second signal, to the end of the process. */
    @Override
    public void close() {
        over.countDown();
        if (signals != null && !wanted) {
            signals.close();
        }
    }
}
