package org.pressmark.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM as a wish to end: what is under way is finished and written, then the process ends. A second signal, or
 * half a minute, ends it at once; nothing acknowledged is lost even then.
 */
final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean wanted;

    /** @param code with which a process that was told to end does so */
    StopSignal(ExitCode code) {
        this.hook = new Thread(
                () -> {
                    wanted = true;
                    if (over()) {
                        Runtime.getRuntime().halt(code.code());
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private boolean over() {
        try {
            return over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** True once somebody wants the end. */
    boolean wanted() {
        return wanted;
    }

    /** All is written, and said. */
    @Override
    public void close() {
        over.countDown();
        if (!wanted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The signal came just now; the hook sees that all is over.
                wanted = true;
            }
        }
    }
}
