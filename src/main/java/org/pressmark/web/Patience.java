package org.pressmark.web;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections that hold a place without asking for anything: a client that sends its request a byte at a time keeps
 * under every limit on silence. Who has not got a whole request through between two looks is let go; a request that is being
 * answered is left alone.
 */
final class Patience implements Connection.Listener {
    private final Scheduler scheduler;
    private final long millis;

    Patience(Scheduler scheduler, long millis) {
        this.scheduler = scheduler;
        this.millis = millis;
    }

    @Override
    public void onOpened(Connection connection) {
        look(connection, connection.getMessagesIn());
    }

    private void look(Connection connection, long before) {
        scheduler.schedule(
                () -> {
                    long now = connection.getMessagesIn();
                    boolean answering = now > connection.getMessagesOut();
                    if (!connection.getEndPoint().isOpen()) {
                        return;
                    }
                    if (now == before && !answering) {
                        connection.getEndPoint().close();
                    } else {
                        look(connection, now);
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void onClosed(Connection connection) {
        // The next look finds it closed.
    }
}
