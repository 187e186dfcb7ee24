package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pressmark.json.Json;

/** What can be changed from a browser or a program, and by whom. */
class ActionsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
    private static final String PAGE = "http://copies.example/new";

    private final SeedHall hall = new SeedHall();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private WebServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(hall, "127.0.0.1", 0, ServeOptions.STANDARD, TOKEN);
        base = server.url().replaceAll("/$", "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return client.send(with(request, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(with(request, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void theLinkOfTheServersOwnerLetsTheBrowserAct() throws Exception {
        HttpResponse<String> entered = get("/enter?token=" + TOKEN);
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertEquals("/", location(entered));
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        String mine = cookie.substring(0, cookie.indexOf(';'));
        assertEquals(
                1,
                Jsoup.parse(get("/", "Cookie", mine).body())
                        .select("form.capture")
                        .size());
        assertEquals(0, Jsoup.parse(get("/").body()).select("form.capture").size());
        HttpResponse<String> done = post("/do/capture", "url=" + PAGE, "Cookie", mine, "Origin", base);
        assertEquals(303, done.statusCode());
        assertEquals(List.of(PAGE), hall.begun);
        assertTrue(location(get(location(done))).startsWith("/page?url="), "leads on to the page");
    }

    @Test
    void nobodyElseMayAct() throws Exception {
        String cookie = "pressmark-token=" + TOKEN;
        assertEquals(403, post("/do/capture", "url=" + PAGE).statusCode(), "without the token");
        assertEquals(403, post("/do/capture", "url=" + PAGE, "Cookie", cookie).statusCode(), "without an origin");
        assertEquals(
                403,
                post("/do/capture", "url=" + PAGE, "Cookie", cookie, "Origin", "http://evil.example")
                        .statusCode(),
                "from another site");
        assertEquals(
                403,
                post("/do/capture", "url=" + PAGE, "Cookie", cookie, "Origin", "null")
                        .statusCode(),
                "from an archived page in its sandbox");
        assertEquals(403, get("/enter?token=" + "0".repeat(40)).statusCode());
        assertEquals(405, get("/do/capture?url=" + PAGE, "Cookie", cookie).statusCode(), "by a link");
        assertEquals(
                401,
                post("/api/v1/captures", "{}", "Authorization", "Bearer wrong").statusCode());
        assertEquals(
                413,
                post("/do/capture", "x".repeat(70_000), "Cookie", cookie, "Origin", base)
                        .statusCode());
        assertEquals(List.of(), hall.begun);
    }

    @Test
    void aCaptureThatTakesLongIsWaitedForAndARefusalIsTold() throws Exception {
        String[] mine = {"Cookie", "pressmark-token=" + TOKEN, "Origin", base};
        HttpResponse<String> waiting = get(location(post("/do/capture", "url=http://copies.example/slow", mine)));
        assertEquals(200, waiting.statusCode());
        assertEquals("1", waiting.headers().firstValue("Refresh").orElse(""));
        HttpResponse<String> refused = get(location(post("/do/capture", "url=http://copies.example/refused", mine)));
        assertEquals(502, refused.statusCode());
        assertTrue(refused.body().contains("robots.txt, line 2"), refused.body());
    }

    @Test
    void aSourceIsPausedByItsButton() throws Exception {
        String[] mine = {"Cookie", "pressmark-token=" + TOKEN, "Origin", base};
        assertEquals(
                0,
                Jsoup.parse(get("/sources").body()).select("button[name=state]").size());
        var form = Jsoup.parse(get("/sources", mine).body()).select("form[action=/do/source]");
        assertEquals("Paper & Sons", form.select("input[name=name]").attr("value"));
        assertEquals(
                303, post("/do/source", "name=Paper+%26+Sons&state=pause", mine).statusCode());
        assertEquals(List.of("Paper & Sons"), hall.paused);
        assertEquals(
                "Resume",
                Jsoup.parse(get("/sources", mine).body())
                        .select("button[name=state]")
                        .text());
    }

    @Test
    void everyEntranceThatIsDescribedAnswersAsDescribed() throws Exception {
        JsonNode described = Json.parse(get("/api/openapi.json").body());
        assertEquals("3.1.0", described.get("openapi").asText());
        int asked = 0;
        for (Endpoint endpoint : new Endpoints(hall).all()) {
            JsonNode one = described.get("paths").get(endpoint.path()).get(endpoint.method());
            assertEquals(endpoint.summary(), one.get("summary").asText());
            HttpResponse<String> response = endpoint.method().equals("post")
                    ? post("/api/v1" + endpoint.path(), body(endpoint), "Authorization", "Bearer " + TOKEN)
                    : get("/api/v1" + endpoint.path() + "?" + query(endpoint));
            assertEquals(200, response.statusCode(), endpoint.path() + ": " + response.body());
            JsonNode answer = Json.parse(response.body());
            endpoint.keys().forEach(key -> assertTrue(answer.has(key), endpoint.path() + " lacks " + key));
            boolean needs = endpoint.parameters().stream().anyMatch(Endpoint.Parameter::needed);
            if (needs && endpoint.method().equals("get")) {
                assertEquals(400, get("/api/v1" + endpoint.path()).statusCode(), endpoint.path());
            }
            asked++;
        }
        assertEquals(described.get("paths").findValues("summary").size(), asked);
        assertEquals(404, get("/api/v1/nothing").statusCode());
    }

    private static String query(Endpoint endpoint) {
        return endpoint.parameters().stream()
                .filter(parameter -> !parameter.example().isEmpty())
                .map(parameter ->
                        parameter.name() + "=" + URLEncoder.encode(parameter.example(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String body(Endpoint endpoint) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(endpoint.parameters().stream()
                        .collect(Collectors.toMap(Endpoint.Parameter::name, Endpoint.Parameter::example)));
    }

    @Test
    void theBoxLeadsAnAddressToItsPageAndWordsToASearch() throws Exception {
        for (String address : List.of("http://copies.example/story", "copies.example", "www.copies.example/a?b=c")) {
            String to = location(get("/go?what=" + URLEncoder.encode(address, StandardCharsets.UTF_8)));
            assertTrue(to.startsWith("/page?url="), address + " → " + to);
        }
        for (String words : List.of("railway", "the end. of it", "\"a phrase\"")) {
            String to = location(get("/go?what=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
            assertTrue(to.startsWith("/search?q="), words + " → " + to);
        }
    }

    @Test
    void whatIsFoundIsMarkedAndNeverMarkup() throws Exception {
        var page = Jsoup.parse(get("/search?q=railway").body());
        assertEquals(List.of("railway"), page.select(".hits mark").eachText());
        assertTrue(
                page.select(".hits p").text().contains("<b>"),
                page.select(".hits").html());
        assertEquals("/search?offset=20&q=railway", page.select("a[rel=next]").attr("href"));
        HttpResponse<String> wrong = get("/search?q=%28");
        assertEquals(400, wrong.statusCode());
        assertFalse(Jsoup.parse(wrong.body()).select("[role=alert]").isEmpty());
    }
}
