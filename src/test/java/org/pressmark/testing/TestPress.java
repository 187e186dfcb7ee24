package org.pressmark.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A real HTTP/1.1 server on a free port of 127.0.0.1 for tests, with sites named by the Host header. Every page has one
 * reply or a sequence of them, of which the last repeats; what has no page answers 404 (so has {@code /robots.txt}, which
 * allows everything). Each request is logged.
 *
 * <pre>{@code
 * try (TestPress press = TestPress.open()) {
 *     press.page("www.republisher.example", "/a", Reply.html("<p>first</p>"), Reply.html("<p>second</p>"));
 *     … capture with press.connectTo("www.republisher.example") …
 *     assertEquals(1, press.requests("www.republisher.example", "/a").size());
 * }
 * }</pre>
 */
public final class TestPress implements AutoCloseable {
    private static final int HEAD_LIMIT = 1 << 16;

    private final ServerSocket server;
    private final @Nullable TestAuthority authority;
    private final Map<String, List<Reply>> pages = new ConcurrentHashMap<>();
    private final List<PressRequest> log = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile int accepted;

    private TestPress(ServerSocketFactory factory, @Nullable TestAuthority authority) {
        this.authority = authority;
        try {
            server = factory.createServerSocket(0, 50, loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** A server that speaks plain HTTP. */
    public static TestPress open() {
        return new TestPress(ServerSocketFactory.getDefault(), null);
    }

    /** A server that speaks TLS under a certificate for these host names, signed by {@link #authority()}. */
    public static TestPress openTls(String... hosts) {
        TestAuthority authority = TestAuthority.create();
        return new TestPress(authority.serverSockets(hosts), authority);
    }

    /** The authority whose {@code pem()} a client must trust; only of a TLS server. */
    public TestAuthority authority() {
        if (authority == null) {
            throw new IllegalStateException("expected a press opened with openTls, found one without TLS");
        }
        return authority;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The address of a page by this server's own port, e.g. {@code http://127.0.0.1:40123/a} for host 127.0.0.1. */
    public String url(String host, String path) {
        return (authority == null ? "http://" : "https://") + host + ":" + port() + path;
    }

    /** As {@code --connect-to} takes it: the site under its usual port leads here. */
    public String connectTo(String host) {
        return host + ":" + (authority == null ? 80 : 443) + ":127.0.0.1:" + port();
    }

    /**
     * Puts up a page, in place of what was there.
     *
     * @param host the name without port, or {@code *} for every host that has no such page of its own
     * @param path path and query, as the request line has them
     * @param replies in order; the last repeats
     */
    public TestPress page(String host, String path, Reply... replies) {
        if (replies.length == 0) {
            throw new IllegalArgumentException("expected at least one reply for " + host + path);
        }
        synchronized (counts) {
            pages.put(key(host, path), List.of(replies));
            counts.remove(key(host, path));
        }
        return this;
    }

    /** Every request so far, in order of arrival. */
    public List<PressRequest> requests() {
        return List.copyOf(log);
    }

    public List<PressRequest> requests(String host, String path) {
        return log.stream()
                .filter(request -> request.host().equals(host.toLowerCase(Locale.ROOT))
                        && request.path().equals(path))
                .toList();
    }

    /** How many connections were opened so far. */
    public int connectionCount() {
        return accepted;
    }

    public void forgetRequests() {
        log.clear();
    }

    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(TestPress::closeQuietly);
        threads.forEach(Thread::interrupt);
    }

    /** 127.0.0.1, whatever this machine calls localhost. */
    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                "test-press");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                count();
                connections.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private synchronized void count() {
        accepted++;
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            for (String head = readHead(in); !head.isEmpty(); head = readHead(in)) {
                PressRequest request = take(head);
                boolean open = replyTo(request).send(request, out);
                out.flush();
                if (!open) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client hung up, or its handshake failed: its own test speaks of it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private PressRequest take(String head) {
        String[] startLine = head.substring(0, head.indexOf('\r')).split(" ", 3);
        String target = startLine.length > 1 ? startLine[1] : "/";
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
        String path = scheme < 0 ? target : slash < 0 ? "/" : target.substring(slash);
        String host = new PressRequest("", path, head, 0).header("Host").orElse("");
        host = host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
        synchronized (counts) {
            String key = pages.containsKey(key(host, path)) ? key(host, path) : key("*", path);
            int number = counts.merge(key, 1, Integer::sum) - 1;
            PressRequest request = new PressRequest(host, path, head, number);
            log.add(request);
            return request;
        }
    }

    private Reply replyTo(PressRequest request) {
        List<Reply> replies = pages.get(key(request.host(), request.path()));
        if (replies == null) {
            replies = pages.getOrDefault(key("*", request.path()), List.of(Reply.status(404)));
        }
        return replies.get(Math.min(request.number(), replies.size() - 1));
    }

    private static String key(String host, String path) {
        return host.toLowerCase(Locale.ROOT) + " " + path;
    }

    /** Up to and with the empty line; empty where the client hung up before it. */
    static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < HEAD_LIMIT) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
            if (next == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("expected a request head of at most " + HEAD_LIMIT + " bytes");
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
