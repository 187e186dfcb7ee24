package org.pressmark.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The two sites of the demo on one loopback port, told apart by the Host header: the real pair's pages with the pictures
 * and style sheets that they name. The JDK's own server is enough for them, and leaves Jetty out of a command that shows
 * how quick the rest is.
 */
final class DemoSite implements AutoCloseable {
    static final String ORIGINAL =
            "http://copies.example/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands";
    static final String REPUBLISHED =
            "http://www.republisher.example/kremlins-strategic-partner-turkey-tells-russia-drop-one-sided-nato-demands/";

    private static final String ROBOTS = "User-agent: *\nDisallow: /private/\n";

    private record Page(String resource, String type) {}

    private static final Map<String, Page> PAGES = Map.of(
            "copies.example/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands",
            new Page("archived-original.html", "text/html; charset=utf-8"),
            "copies.example/images/cavusoglu.jpg",
            new Page("cavusoglu.jpg", "image/jpeg"),
            "copies.example/static/site.css",
            new Page("site.css", "text/css"),
            "www.republisher.example/kremlins-strategic-partner-turkey-tells-russia-drop-one-sided-nato-demands/",
            new Page("republished-copy.html", "text/html; charset=UTF-8"),
            "www.republisher.example/wp-content/uploads/logo.png",
            new Page("logo.png", "image/png"),
            "www.republisher.example/wp-content/themes/paper/style.css",
            new Page("style.css", "text/css"),
            "www.republisher.example/wp-content/themes/paper/print.css",
            new Page("print.css", "text/css"));

    private final HttpServer server;

    private DemoSite(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free loopback port. */
    static DemoSite start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", DemoSite::answer);
        server.start();
        return new DemoSite(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .orElse("")
                    .replaceFirst(":[0-9]+$", "");
            String path = exchange.getRequestURI().getPath();
            Page page = PAGES.get(host + path);
            if (path.equals("/robots.txt")) {
                send(exchange, 200, "text/plain", ROBOTS.getBytes(StandardCharsets.US_ASCII));
            } else if (page == null) {
                send(exchange, 404, "text/plain", "There is no such page here.\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                send(exchange, 200, page.type(), resource(page.resource()));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DemoSite.class.getResourceAsStream("/org/pressmark/demo/" + name)) {
            if (in == null) {
                throw new IOException("the program's own file /org/pressmark/demo/" + name + " is missing");
            }
            return in.readAllBytes();
        }
    }
}
