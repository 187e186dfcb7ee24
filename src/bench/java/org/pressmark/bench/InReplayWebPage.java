package org.pressmark.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.testing.Browser;

/**
 * Opens a page of a WACZ file in ReplayWeb.page, served on the loopback to a real Chromium, and compares the text that it shows
 * there with a text given.
 *
 * <p>{@code java … InReplayWebPage FOLDER WACZ URL TEXT}: the folder holds the npm package {@code replaywebpage} (ui.js, sw.js),
 * TEXT is a file. Exit 1 where the page does not show the text within two minutes.
 */
public final class InReplayWebPage {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /** All text in all frames and shadow trees, the innermost document last. */
    private static final String TEXT_OF_INNERMOST = """
            (function () {
              var last = '';
              function into(root) {
                root.querySelectorAll('*').forEach(function (e) {
                  if (e.shadowRoot) into(e.shadowRoot);
                  if (e.tagName === 'IFRAME' && e.contentDocument && e.contentDocument.body) {
                    if (/mp_\\//.test(e.contentDocument.location.href)) last = e.contentDocument.body.innerText;
                    into(e.contentDocument);
                  }
                });
              }
              into(document);
              return last;
            })()""";

    private final Path programs;
    private final Path wacz;
    private final String page;

    private InReplayWebPage(Path programs, Path wacz, String page) {
        this.programs = programs;
        this.wacz = wacz;
        this.page = page;
    }

    public static void main(String[] args) throws Exception {
        String expected = words(Files.readString(Path.of(args[3]), StandardCharsets.UTF_8));
        InReplayWebPage check = new InReplayWebPage(Path.of(args[0]), Path.of(args[1]), args[2]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", check::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String found = "";
        try (Browser browser = Browser.open(
                Browser.program().orElseThrow(), Files.createTempDirectory("replaywebpage"), "--no-sandbox")) {
            browser.go("http://localhost:" + server.getAddress().getPort() + "/");
            for (int i = 0; i < 120 && !found.contains(expected); i++) {
                Thread.sleep(1_000);
                found = words(browser.evaluate(TEXT_OF_INNERMOST));
            }
        }
        server.stop(0);
        boolean same = found.equals(expected);
        System.out.println(args[2] + ": " + found.length() + " characters shown, "
                + (same ? "the same as captured" : "expected " + expected + "\nfound " + found));
        System.exit(same ? 0 : 1);
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            String html = "<!doctype html><meta charset=utf-8><script src=/ui.js></script>"
                    + "<replay-web-page source=\"/archive.wacz\" url=\"" + page.replace("\"", "%22")
                    + "\" replayBase=\"/replay/\" style=\"display:block;height:700px\"></replay-web-page>";
            send(exchange, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
        } else if (path.endsWith(".wacz")) {
            send(exchange, "application/wacz", Files.readAllBytes(wacz));
        } else if (path.endsWith("/ui.js") || path.endsWith("/sw.js")) {
            send(
                    exchange,
                    "text/javascript",
                    Files.readAllBytes(programs.resolve(path.substring(path.lastIndexOf('/') + 1))));
        } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] whole) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        String range = exchange.getRequestHeaders().getFirst("Range");
        Matcher asked = RANGE.matcher(range == null ? "" : range);
        byte[] bytes = whole;
        int status = 200;
        if (asked.matches() && asked.group().length() > "bytes=-".length()) {
            boolean suffix = asked.group(1).isEmpty();
            int number = Integer.parseInt(suffix ? asked.group(2) : asked.group(1));
            int from = suffix ? Math.max(0, whole.length - number) : Math.min(number, whole.length - 1);
            int to = suffix || asked.group(2).isEmpty()
                    ? whole.length - 1
                    : Math.min(whole.length - 1, Integer.parseInt(asked.group(2)));
            bytes = Arrays.copyOfRange(whole, from, to + 1);
            status = 206;
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + whole.length);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
        }
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
