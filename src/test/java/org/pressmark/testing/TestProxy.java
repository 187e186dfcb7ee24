package org.pressmark.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP proxy on 127.0.0.1 that leads every host, plain or by CONNECT, to one {@link TestPress}. */
public final class TestProxy implements AutoCloseable {
    private final ServerSocket server;
    private final TestPress press;
    private final List<String> startLines = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private TestProxy(TestPress press) {
        this.press = press;
        try {
            server = new ServerSocket(0, 50, TestPress.loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public static TestProxy before(TestPress press) {
        return new TestProxy(press);
    }

    /** E.g. {@code http://127.0.0.1:40123}. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** What was asked, e.g. {@code CONNECT www.republisher.example:443 HTTP/1.1}. */
    public List<String> startLines() {
        return List.copyOf(startLines);
    }

    @Override
    public void close() {
        TestPress.closeQuietly(server);
        sockets.forEach(TestPress::closeQuietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                daemon(() -> serve(client));
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket origin = new Socket(TestPress.loopback(), press.port())) {
            sockets.add(origin);
            String head = TestPress.readHead(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            startLines.add(head.substring(0, head.indexOf('\r')));
            if (head.startsWith("CONNECT ")) {
                client.getOutputStream().write(TestPress.latin1("HTTP/1.1 200 Connection established\r\n\r\n"));
            } else {
                origin.getOutputStream().write(TestPress.latin1(head));
            }
            daemon(() -> copy(client, origin));
            copy(origin, client);
        } catch (IOException e) {
            // One side hung up: the test speaks of it.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException | UnsupportedOperationException e) {
            // One side hung up: the test speaks of it.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "test-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
