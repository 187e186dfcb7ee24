package org.pressmark.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.HttpHead;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.model.ReplayPlace;

class ReplayHeadersTest {
    private static final String HEAD = String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "Content-Type: text/html; charset=latin1",
            "Set-Cookie: a=b",
            "Clear-Site-Data: \"*\"",
            "Refresh: 9; url=https://live.example/",
            "Strict-Transport-Security: max-age=1",
            "Public-Key-Pins: x",
            "NEL: {}",
            "Report-To: {}",
            "Alt-Svc: h3",
            "Link: </s>; rel=preload",
            "Service-Worker-Allowed: /",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Embedder-Policy: require-corp",
            "Cross-Origin-Resource-Policy: same-origin",
            "SourceMap: /m",
            "Vary: *",
            "Content-Location: /x",
            "Memento-Datetime: x",
            "Content-Encoding: gzip",
            "Content-Length: 5",
            "Content-Language: de",
            "Bad Name: x",
            "X-Odd: a\u001b[31m\u0000b\u00e9",
            "",
            "");

    private static List<String> names(boolean asStored) {
        return ReplayHeaders.archived(new HttpHead(HEAD), asStored).stream()
                .map(HttpHead.Header::name)
                .collect(Collectors.toList());
    }

    @Test
    void onlyTheHarmlessPassUnderTheirOwnName() {
        List<String> passing = names(false).stream()
                .filter(name -> !name.startsWith("X-Archive-Orig-"))
                .collect(Collectors.toList());
        assertEquals(List.of("Content-Type", "Content-Language"), passing);
    }

    @Test
    void everyOtherIsShownRenamed() {
        assertTrue(names(false)
                .containsAll(List.of(
                        "X-Archive-Orig-Set-Cookie",
                        "X-Archive-Orig-Clear-Site-Data",
                        "X-Archive-Orig-Refresh",
                        "X-Archive-Orig-Link",
                        "X-Archive-Orig-Service-Worker-Allowed",
                        "X-Archive-Orig-Memento-Datetime",
                        "X-Archive-Orig-Content-Encoding",
                        "X-Archive-Orig-SourceMap")));
    }

    @Test
    void theCodingPassesWithTheBytesItBelongsTo() {
        assertTrue(names(true).contains("Content-Encoding"));
        assertTrue(names(true).contains("X-Archive-Orig-Content-Length"));
    }

    @Test
    void controlCharactersAndBrokenNamesDoNotPass() {
        assertFalse(names(false).stream().anyMatch(name -> name.contains("Bad")));
        assertTrue(ReplayHeaders.archived(new HttpHead(HEAD), false)
                .contains(new HttpHead.Header("X-Archive-Orig-X-Odd", "a[31mb\u00e9")));
    }

    private static final ReplayPlace LOUD = new ReplayPlace("http://replay.localhost:1", "http://127.0.0.1:1", true);

    @Test
    void thePolicyAllowsNothingButTheReplayHost() {
        String policy = ReplayHeaders.policy(ReplayPlace.quiet("http://localhost:8080"));
        assertTrue(policy.startsWith("default-src http://localhost:8080 data: blob:;"), policy);
        for (String part : List.of(
                "script-src 'none'",
                "form-action 'none'",
                "connect-src 'none'",
                "worker-src 'none'",
                "sandbox",
                "frame-ancestors http://localhost:8080;")) {
            assertTrue(policy.contains(part), part);
        }
        assertFalse(policy.contains("ws:") || policy.contains("wss:") || policy.contains("*"), policy);
        assertFalse(policy.contains("allow-scripts") || policy.contains("allow-same-origin"), policy);
    }

    @Test
    void scriptsRunOnlyWhereTheyWereAskedForAndUnderAnotherName() {
        String policy = ReplayHeaders.policy(LOUD);
        assertTrue(policy.contains("script-src http://replay.localhost:1 data: blob: 'unsafe-inline'"), policy);
        assertTrue(policy.contains("connect-src http://replay.localhost:1 data: blob:;"), policy);
        assertTrue(policy.contains("frame-ancestors http://replay.localhost:1 http://127.0.0.1:1"), policy);
        assertTrue(policy.contains("sandbox allow-scripts "), policy);
        assertFalse(policy.contains("allow-popups") || policy.contains("allow-forms"), policy);
    }

    @Test
    void everyAnswerIsSafe() {
        List<String> names = ReplayHeaders.safety(LOUD, "text/html").stream()
                .map(HttpHead.Header::name)
                .collect(Collectors.toList());
        assertTrue(names.containsAll(
                List.of("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Permissions-Policy")));
    }

    @Test
    void aPdfIsConfinedButInNoSandboxWhichItsViewerCannotWorkIn() {
        String policy = ReplayHeaders.safety(ReplayPlace.quiet("http://a"), "Application/PDF; x=y")
                .get(0)
                .value();
        assertTrue(policy.contains("script-src 'none'") && policy.contains("form-action 'none'"), policy);
        assertFalse(policy.contains("sandbox"), policy);
    }

    @Test
    void endlessHeadersAreCutOff() {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 3_000; i++) {
            head.append("X-").append(i).append(": ").append("y".repeat(50)).append("\r\n");
        }
        int length = ReplayHeaders.archived(new HttpHead(head + "\r\n"), false).stream()
                .mapToInt(header -> header.name().length() + header.value().length() + 4)
                .sum();
        assertTrue(length < 30_000, String.valueOf(length));
    }

    @Test
    void ofATypeThatIsSentTwiceTheFirstCounts() {
        HttpHead head = new HttpHead("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Type: text/html\r\n\r\n");
        assertEquals(
                List.of(
                        new HttpHead.Header("Content-Type", "text/plain"),
                        new HttpHead.Header("X-Archive-Orig-Content-Type", "text/html")),
                ReplayHeaders.archived(head, false));
    }

    /** Else a page could be sent as one thing, and stay unrewritten or without a sandbox, and be shown as another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "text/html; charset=utf-8|text/html; charset=utf-8",
                "application/pdf;x, text/html|text/html",
                "text/html, text/html; charset=koi8-r|text/html; charset=koi8-r",
                "image/png;a=\"b, text/html|image/png",
                "image/png, */*|image/png",
                "text/html; charset=koi8-r, text/html|text/html; charset=koi8-r",
                "text/html, nonsense|text/html",
                "multipart/x-mixed-replace; boundary=b|application/octet-stream",
                "text/html/x|",
                "\"text/html\"|",
            })
    void oneTypeIsSentAndItIsTheOneThatTheDocumentWasTakenFor(String stored, String sent) {
        HttpHead head = new HttpHead("HTTP/1.1 200 OK\r\nContent-Type: " + stored + "\r\n\r\n");
        List<Header> headers = ReplayHeaders.archived(head, false);
        assertEquals(
                Optional.ofNullable(sent),
                headers.stream()
                        .filter(header -> header.name().equals("Content-Type"))
                        .map(Header::value)
                        .findFirst());
        assertTrue(headers.stream().anyMatch(header -> header.value().equals(stored)), "what was stored is told");
    }
}
