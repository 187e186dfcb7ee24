package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.FetchOutcome;

class PostTest {
    private final List<String> got = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @TempDir
    Path folder;

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

    private FetchOutcome post(List<String> allowed, String path) {
        FetchRoutes routes = new FetchRoutes(allowed, List.of(), List.of(), Optional.empty(), true, List.of());
        FetchSettings settings = FetchSettings.defaults("test").withRoutes(routes);
        try (Fetcher fetcher = new Fetcher(settings, InstantSource.system(), folder, robots -> {})) {
            return fetcher.post(
                    url(path),
                    "application/json",
                    "*/*",
                    "{\"é\":1}".getBytes(StandardCharsets.UTF_8),
                    Map.of("X-Test", "yes"));
        }
    }

    @Test
    void sendsTheBodyWithItsHeaders() {
        assertInstanceOf(FetchOutcome.Fetched.class, post(List.of("127.0.0.1"), "/204"));
        assertEquals(List.of("POST /204 yes {\"é\":1}"), got);
    }

    @Test
    void theAddressGuardHoldsForMessagesToo() {
        assertInstanceOf(FetchOutcome.Refused.class, post(List.of(), "/204"));
        assertEquals(List.of(), got);
    }

    @Test
    void aRedirectIsNotFollowed() {
        FetchOutcome outcome = post(List.of("127.0.0.1"), "/307");
        assertEquals(
                307,
                assertInstanceOf(FetchOutcome.Fetched.class, outcome)
                        .exchange()
                        .responseHead()
                        .status());
        assertEquals(1, got.size());
    }
}
