package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** What a newsroom types when it sets its alerts up. */
class AlertTest {
    @TempDir
    private Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer hook;

    @BeforeEach
    void start() throws IOException {
        mail.start();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            taken.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        hook.start();
    }

    @AfterEach
    void stop() {
        hook.stop(0);
        mail.stop();
    }

    private Console.Run alert(String... words) {
        List<String> ways = List.of(
                "--set=alerts.webhooks=http://127.0.0.1:" + hook.getAddress().getPort() + "/hook",
                "--set=alerts.mail-to=desk@newsroom.example",
                "--set=alerts.mail-from=archive@pressmark.example",
                "--set=alerts.mail-server=smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "--set=fetch.allow-addresses=127.0.0.1",
                "--archive=" + folder);
        return new Console()
                .run(Stream.of(List.of("alert"), List.of(words), ways)
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    @Test
    void aTestArrivesByWebhookAndMail() {
        Console.Run run = alert("test");
        assertEquals(0, run.code(), run.toString());
        assertEquals(
                2, run.out().lines().filter(line -> line.endsWith(": taken")).count(), run.toString());
        assertEquals("test", Json.parse(taken.get(0)).path("event").asText(), taken.toString());
        assertEquals(1, mail.getReceivedMessages().length);
    }

    @Test
    void aWayThatDoesNotTakeItIsNamed() {
        answer = 500;
        Console.Run run = alert("test");
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.out().contains("500"), run.toString());
        assertTrue(run.out().contains("taken"), run.toString());
    }

    @Test
    void whereNobodyIsToBeToldItSaysWhatToSet() {
        Console.Run run = new Console().run("alert", "test", "--archive=" + folder);
        assertEquals(ExitCode.CONFIG.code(), run.code(), run.toString());
        assertTrue(run.err().contains("alerts.webhooks"), run.toString());
    }
}
