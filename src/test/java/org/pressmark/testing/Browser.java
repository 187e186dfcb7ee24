package org.pressmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.pressmark.json.Json;

/** The Chromium of this machine without a window, spoken to by the Chrome DevTools Protocol: one page, evaluated from here. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String FLAT = "{\"autoAttach\":true,\"waitForDebuggerOnStart\":true,\"flatten\":true}";

    private final Process process;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger number = new AtomicInteger();

    private Browser(Process process, WebSocket socket, Answers answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    /** The browser's program, where this machine has one. */
    public static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts the browser with an empty page.
     *
     * @param profile an empty folder
     * @param more words of its command line
     */
    public static Browser open(Path program, Path profile, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--window-size=1280,1000",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0"));
        words.addAll(List.of(more));
        words.add("about:blank");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (System.nanoTime() > until || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException("expected the browser to open its port, found none");
            }
            Thread.sleep(50);
        }
        HttpClient http = HttpClient.newHttpClient();
        String pages = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + Files.readAllLines(port).get(0) + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String address = "";
        for (JsonNode page : Json.parse(pages)) {
            address = page.path("type").asText().equals("page")
                    ? page.path("webSocketDebuggerUrl").asText()
                    : address;
        }
        Answers answers = new Answers();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address), answers)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Browser browser = new Browser(process, socket, answers);
        for (String domain : List.of("Runtime", "Log", "Network", "Page")) {
            browser.send(domain + ".enable", "{}");
        }
        // Frames of other sites and workers run on their own; what they ask for is to be heard as well.
        browser.send("Target.setAutoAttach", FLAT);
        return browser;
    }

    /** Goes to an address and waits until the page is loaded. */
    public void go(String url) throws Exception {
        answers.loaded = new CompletableFuture<>();
        send("Page.navigate", "{\"url\":" + Json.compact(Json.object().textNode(url)) + "}");
        answers.loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Clicks what a selector finds first, and waits until the page that it leads to is loaded. */
    public void follow(String selector) throws Exception {
        answers.loaded = new CompletableFuture<>();
        evaluate("(() => { const it = document.querySelector("
                + Json.compact(Json.object().textNode(selector))
                + "); if (!it) throw new Error('nothing to click on ' + location.href); it.click(); })()");
        answers.loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Draws with the mouse from one thing in the window to another, and waits until the page that it leads to is loaded. */
    public void draw(String from, String to) throws Exception {
        answers.loaded = new CompletableFuture<>();
        mouse("mousePressed", from);
        mouse("mouseMoved", to);
        mouse("mouseReleased", to);
        answers.loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void mouse(String type, String selector) throws Exception {
        String[] middle = evaluate("(() => { const it = document.querySelector("
                        + Json.compact(Json.object().textNode(selector))
                        + ").getBoundingClientRect(); return (it.x + it.width / 2) + ' ' + (it.y + it.height /"
                        + " 2); })()")
                .split(" ", 2);
        send(
                "Input.dispatchMouseEvent",
                "{\"type\":\"" + type + "\",\"x\":" + middle[0] + ",\"y\":" + middle[1]
                        + ",\"button\":\"left\",\"buttons\":1,\"clickCount\":1}");
    }

    /** Writes into the field that a selector finds first, as a person would: over what stood there. */
    public void write(String selector, String text) throws Exception {
        evaluate("(() => { const it = document.querySelector("
                + Json.compact(Json.object().textNode(selector)) + "); it.focus(); it.select(); })()");
        send("Input.insertText", "{\"text\":" + Json.compact(Json.object().textNode(text)) + "}");
    }

    /** Lets the page's own scripts run from the next page on, or not. */
    public void scripts(boolean run) throws Exception {
        send("Emulation.setScriptExecutionDisabled", "{\"value\":" + !run + "}");
    }

    /** Presses the tabulator key: the next thing that can be worked has the focus. */
    public void tab() throws Exception {
        key("Tab", 9, "");
    }

    /** The same so many times, as fast as the browser takes it. */
    public void tab(int times) throws Exception {
        String key = "{\"type\":\"rawKeyDown\",\"key\":\"Tab\",\"code\":\"Tab\",\"windowsVirtualKeyCode\":9}";
        List<CompletableFuture<JsonNode>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(begin("Input.dispatchKeyEvent", key));
        }
        for (CompletableFuture<JsonNode> one : all) {
            one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Forgets all cookies: who was let in is a stranger again. */
    public void forget() throws Exception {
        send("Network.clearBrowserCookies", "{}");
    }

    /** Presses the return key and waits until the page that it leads to is loaded. */
    public void enter() throws Exception {
        answers.loaded = new CompletableFuture<>();
        key("Enter", 13, "\\r");
        answers.loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void key(String name, int code, String text) throws Exception {
        for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    "{\"type\":\"" + type + "\",\"key\":\"" + name + "\",\"code\":\"" + name
                            + "\",\"windowsVirtualKeyCode\":" + code + ",\"text\":\"" + text + "\"}");
        }
    }

    /** A picture of what the window shows, as PNG. */
    public byte[] picture() throws Exception {
        JsonNode answer = send("Page.captureScreenshot", "{\"format\":\"png\"}");
        return Base64.getDecoder().decode(answer.path("result").path("data").asText());
    }

    /** A picture of the page from top to bottom, as PNG. */
    public byte[] wholePicture() throws Exception {
        JsonNode answer = send("Page.captureScreenshot", "{\"format\":\"png\",\"captureBeyondViewport\":true}");
        return Base64.getDecoder().decode(answer.path("result").path("data").asText());
    }

    /** The value of an expression, or what its promise comes to, as text. */
    public String evaluate(String expression) throws Exception {
        JsonNode answer = send(
                "Runtime.evaluate",
                Json.compact(Json.object()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true)));
        if (answer.path("result").has("exceptionDetails")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.path("result").path("result").path("value").asText();
    }

    /** Presses a key that writes a letter. */
    public void press(String letter) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    "{\"type\":\"" + type + "\",\"key\":\"" + letter + "\",\"text\":\"" + letter + "\"}");
        }
    }

    /** Shows the page as on a screen of so many columns of pixels, dark or light; nothing moves by itself. */
    public void screen(int width, boolean dark) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":900,\"deviceScaleFactor\":1,\"mobile\":" + (width < 600) + "}");
        send(
                "Emulation.setEmulatedMedia",
                "{\"media\":\"\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
                        + (dark ? "dark" : "light")
                        + "\"},{\"name\":\"prefers-reduced-motion\",\"value\":\"reduce\"}]}");
    }

    /** Shows the page as it would be printed, in a column of so many pixels. */
    public void paper(int width) throws Exception {
        screen(width, false);
        send("Emulation.setEmulatedMedia", "{\"media\":\"print\"}");
    }

    /** Errors of the page so far: exceptions, refused loads, console errors. */
    public List<String> errors() {
        return List.copyOf(answers.errors);
    }

    /** Addresses asked for so far, but for the page's own and data: addresses. */
    public List<String> requests() {
        return List.copyOf(answers.requests);
    }

    /**
     * Everything that the page, its frames and workers asked for so far and that no policy of theirs kept from leaving:
     * documents and sockets too, {@code data:} and {@code blob:} not.
     */
    public List<String> asked() {
        return answers.asked.entrySet().stream()
                .filter(asked -> !answers.blocked.contains(asked.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Waits until nothing was asked for during so many milliseconds, and no longer than some seconds. */
    public void quiet(long millis) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        long seen = -1;
        while (seen != answers.heard.get() && System.nanoTime() < until) {
            seen = answers.heard.get();
            Thread.sleep(millis);
        }
    }

    /** Lets the browser end by itself, so that all its files are whole. */
    public void end() throws Exception {
        send("Browser.close", "{}");
        process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private JsonNode send(String method, String params) throws Exception {
        return begin(method, params).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private CompletableFuture<JsonNode> begin(String method, String params) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.waiting.put(id, answer);
        // Where it cannot be said, no answer comes either.
        var unused = answers.say("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}")
                .exceptionally(failed -> {
                    answer.completeExceptionally(failed);
                    return null;
                });
        return answer;
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        // All at once, and not for long: where nobody takes in orphans, some stay as shadows for good.
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, 2, TimeUnit.SECONDS)
                .join();
    }

    /** Takes in what the browser says. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final List<String> errors = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final Map<String, String> asked = new ConcurrentHashMap<>();
        private final Set<String> blocked = ConcurrentHashMap.newKeySet();
        private final AtomicLong heard = new AtomicLong();
        private final StringBuilder part = new StringBuilder();
        private CompletableFuture<WebSocket> sent = new CompletableFuture<>();
        private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();

        @Override
        public void onOpen(WebSocket socket) {
            sent.complete(socket);
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                hear(Json.parse(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void hear(JsonNode said) {
            CompletableFuture<JsonNode> answer = waiting.remove(said.path("id").asInt(-1));
            if (answer != null) {
                answer.complete(said);
            }
            JsonNode params = said.path("params");
            switch (said.path("method").asText()) {
                case "Page.loadEventFired" -> loaded.complete(true);
                case "Runtime.exceptionThrown" -> errors.add(params.toString());
                case "Log.entryAdded" -> {
                    if (params.path("entry").path("level").asText().equals("error")) {
                        errors.add(params.toString());
                    }
                }
                case "Target.attachedToTarget" ->
                    attend(params.path("sessionId").asText());
                case "Network.webSocketCreated" ->
                    ask(params, params.path("url").asText());
                case "Network.loadingFailed" -> {
                    heard.incrementAndGet();
                    if (params.has("blockedReason")) {
                        blocked.add(params.path("requestId").asText());
                    }
                }
                case "Network.loadingFinished" -> heard.incrementAndGet();
                case "Network.requestWillBeSent" -> {
                    String url = params.path("request").path("url").asText();
                    ask(params, url);
                    if (!params.path("type").asText().equals("Document") && !url.startsWith("data:")) {
                        requests.add(url);
                    }
                }
                default -> {
                    // of no concern here
                }
            }
        }

        private void ask(JsonNode params, String url) {
            heard.incrementAndGet();
            if (!url.startsWith("data:") && !url.startsWith("blob:")) {
                // A redirect keeps its number: the address it leads to is asked for as well.
                asked.merge(params.path("requestId").asText(), url, (before, now) -> before + " -> " + now);
            }
        }

        /** Sends one message after the other, whoever sends. */
        private synchronized CompletableFuture<WebSocket> say(String text) {
            sent = sent.thenCompose(socket -> socket.sendText(text, true));
            return sent;
        }

        /** Listens to a frame or worker as well, and lets it go on. */
        private void attend(String session) {
            int id = Integer.MAX_VALUE;
            for (String command : List.of(
                    "\"Network.enable\",\"params\":{}",
                    "\"Target.setAutoAttach\",\"params\":" + FLAT,
                    "\"Runtime.runIfWaitingForDebugger\",\"params\":{}")) {
                String text = "{\"id\":" + id-- + ",\"sessionId\":\"" + session + "\",\"method\":" + command + "}";
                var unused = say(text);
            }
        }
    }
}
