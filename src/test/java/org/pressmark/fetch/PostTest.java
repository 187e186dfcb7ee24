package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostTest {
    private final List<String> got = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Test") + " " + body);
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/204");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void post(List<String> allowed, String path) throws IOException {
        FetchRoutes routes = new FetchRoutes(allowed, List.of(), List.of(), Optional.empty(), true, List.of());
        try (Post post = new Post(FetchSettings.defaults("test").withRoutes(routes), Duration.ofSeconds(10))) {
            post.send(
                    url(path),
                    "application/json",
                    "{\"é\":1}".getBytes(StandardCharsets.UTF_8),
                    Map.of("X-Test", "yes"));
        }
    }

    @Test
    void sendsTheBodyWithItsHeaders() throws IOException {
        post(List.of("127.0.0.1"), "/204");
        assertEquals(List.of("POST /204 yes {\"é\":1}"), got);
    }

    @Test
    void theAddressGuardHoldsForMessagesToo() {
        IOException e = assertThrows(IOException.class, () -> post(List.of(), "/204"));
        assertTrue(String.valueOf(e.getMessage()).contains("127.0.0.1"), e.getMessage());
        assertEquals(List.of(), got);
    }

    @Test
    void aRedirectIsAnErrorAndIsNotFollowed() {
        IOException e = assertThrows(IOException.class, () -> post(List.of("127.0.0.1"), "/307"));
        assertTrue(String.valueOf(e.getMessage()).contains("found 307"), e.getMessage());
        assertEquals(1, got.size());
    }
}
