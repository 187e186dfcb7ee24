package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What hostile clients get: endless headers, requests that never end, many connections. */
class ServerLimitsTest {
    private static WebServer server;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        server = WebServer.start(new SeedHall(), "127.0.0.1", 0, ServeOptions.STANDARD.withPatience(1_000));
        port = URI.create(server.url()).getPort();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static int status(String request) throws IOException {
        try (Socket socket = open()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring(9));
        }
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    @Test
    void endlessHeadersAreRefused() throws IOException {
        assertEquals(431, status(get("/", "X: " + "a".repeat(40_000) + "\r\n")));
        assertTrue(status(get("/web/2020/http://a.example/" + "b".repeat(40_000), "")) >= 414);
        assertEquals(200, status(get("/", "")));
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        assertEquals(400, status("\u0000\u0001\u0002\r\n\r\n"));
        assertEquals(400, status("GET / HTTP/1.1\r\n\r\n"));
        assertEquals(421, status("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n"));
        assertTrue(status("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n") >= 400);
    }

    @Test
    void aRequestThatNeverEndsIsLetGo() throws Exception {
        try (Socket slow = open()) {
            OutputStream out = slow.getOutputStream();
            InputStream in = slow.getInputStream();
            boolean ended = false;
            for (int i = 0; i < 100 && !ended; i++) {
                try {
                    out.write(i == 0 ? "GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII) : new byte[] {'a'});
                    out.flush();
                    ended = in.available() > 0 && in.read() < 0;
                } catch (IOException closed) {
                    ended = true;
                }
                Thread.sleep(100);
            }
            assertTrue(ended, "a byte at a time is no way to keep a connection");
        }
    }

    @Test
    void manyOpenConnectionsDoNotKeepOthersOut() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 600; i++) {
                Socket socket = open();
                socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
                idle.add(socket);
            }
            assertEquals(200, status(get("/", "")));
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** Anybody can do so as often as he likes: it is no fault of ours, and fills no log. */
    @Test
    void aRequestThatBreaksOffIsRefusedWithoutATrace() throws Exception {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger(Door.class.getName());
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(listening);
        try (Socket socket = open()) {
            socket.getOutputStream()
                    .write("POST /do/capture HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nurl"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"), answer);
        } finally {
            log.removeHandler(listening);
        }
        assertEquals(List.of(), logged);
    }
}
