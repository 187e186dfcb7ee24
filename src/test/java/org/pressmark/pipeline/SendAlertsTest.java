package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.model.Edit;
import org.pressmark.model.Severity;
import org.pressmark.notify.Signature;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** A page is edited; a newsroom with a webhook and a mailbox hears of it. */
class SendAlertsTest {
    private static final String PAGE = CrawlHouse.BASE + "/story";
    private static final String SAID = "“For any proposal to be accepted, it should be acceptable by both sides. %s"
            + "Russia made some proposals,” Minister Mevlut Cavusoglu said on Monday in Ankara.";

    @TempDir
    Path folder;

    private final TestPress press = TestPress.open();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer hook;
    private CrawlHouse houses;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Taken(byte[] body, String signature, String delivery) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }
    }

    @BeforeEach
    void start() throws IOException {
        mail.start();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            taken.add(new Taken(
                    exchange.getRequestBody().readAllBytes(),
                    exchange.getRequestHeaders().getFirst(Signature.HEADER),
                    exchange.getRequestHeaders().getFirst("X-Pressmark-Delivery")));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        hook.start();
        press.page(CrawlHouse.HOST, "/story", Reply.html(story("")), Reply.html(story("[Is it?] ")));
        houses = new CrawlHouse(folder, press)
                .with(Setting.FETCH_ALLOW_ADDRESSES, "127.0.0.1")
                .with(
                        Setting.ALERTS_WEBHOOKS,
                        "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook")
                .with(Setting.ALERTS_SECRET, "s3cret")
                .with(Setting.ALERTS_MAIL_TO, "desk@newsroom.example")
                .with(Setting.ALERTS_MAIL_FROM, "archive@pressmark.example")
                .with(
                        Setting.ALERTS_MAIL_SERVER,
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort())
                .with(Setting.ALERTS_PAGES, "http://archive.example/");
    }

    @AfterEach
    void stop() {
        hook.stop(0);
        mail.stop();
        press.close();
    }

    private static String story(String added) {
        return CrawlHouse.article("Ministers meet", SAID.formatted(added));
    }

    private void capture() throws Exception {
        try (Pipeline house = houses.open();
                CapturePage capture = new CapturePage(house, url -> {})) {
            capture.capture(PAGE);
        }
        houses.clock.advance(Duration.ofMinutes(10));
    }

    private SendAlerts.Told tell() {
        try (Pipeline house = houses.open();
                SendAlerts alerts = new SendAlerts(house)) {
            return alerts.run();
        }
    }

    private void editIsSeen() throws Exception {
        capture();
        assertEquals(new SendAlerts.Told(0, 0), tell());
        capture();
    }

    @Test
    void aCriticalEditReachesWebhookAndMailboxOnce() throws Exception {
        editIsSeen();
        assertEquals(new SendAlerts.Told(2, 0), tell());
        JsonNode json = taken.get(0).json();
        assertEquals("critical", json.get("severity").asText());
        assertEquals(PAGE, json.get("url").asText());
        assertEquals("[Is it?]", json.at("/changes/0/after").asText());
        assertTrue(json.get("compare").asText().startsWith("http://archive.example/compare?a="), json.toString());
        assertEquals(Signature.of("s3cret", taken.get(0).body()), taken.get(0).signature());
        assertEquals(json.get("id").asText(), taken.get(0).delivery());
        assertEquals("critical change: Ministers meet", mail.getReceivedMessages()[0].getSubject());
        assertEquals(new SendAlerts.Told(0, 0), tell());
        assertEquals(1, taken.size());
    }

    @Test
    void whatIsNotTakenWaitsAndIsTriedAgainEvenByAnotherProcess() throws Exception {
        editIsSeen();
        answer = 500;
        assertEquals(new SendAlerts.Told(1, 1), tell());
        assertEquals(new SendAlerts.Told(0, 1), tell(), "not before a minute has gone by");
        assertTrue(
                houses.notices.stream().anyMatch(notice -> notice.message().contains("found 500")),
                houses.notices.toString());
        answer = 204;
        houses.clock.advance(Duration.ofMinutes(2));
        assertEquals(new SendAlerts.Told(1, 0), tell());
        assertEquals(taken.get(0).delivery(), taken.get(1).delivery(), "the same id, so that it can be told");
    }

    @Test
    void anEditBelowTheSeverityIsNotTold() throws Exception {
        press.page(
                CrawlHouse.HOST,
                "/story",
                Reply.html(CrawlHouse.article("Ministers meet", "They met at noon in Ankara.")),
                Reply.html(CrawlHouse.article("Ministers meet", "They met about noon in Ankara.")));
        editIsSeen();
        assertEquals(new SendAlerts.Told(0, 0), tell());
        assertEquals(List.of(), taken);
    }

    @Test
    void editsFromBeforeAlertsWereSetUpAreNoNews() throws Exception {
        capture();
        capture();
        houses.clock.advance(Duration.ofHours(1));
        assertEquals(new SendAlerts.Told(0, 0), tell());
    }

    @Test
    void aRebuildForgetsNothingThatWaits() throws Exception {
        editIsSeen();
        answer = 500;
        tell();
        try (Pipeline house = houses.open()) {
            new RebuildIndex(house).rebuild(false, what -> {});
        }
        try (Pipeline house = houses.open();
                SendAlerts alerts = new SendAlerts(house)) {
            assertEquals(1, alerts.waiting().size());
        }
        answer = 204;
        houses.clock.advance(Duration.ofHours(1));
        assertEquals(new SendAlerts.Told(1, 0), tell());
    }

    @Test
    void aTestIsSentByEachWay() {
        try (Pipeline house = houses.open();
                SendAlerts alerts = new SendAlerts(house)) {
            assertTrue(alerts.test().stream().allMatch(one -> one.trouble().isEmpty()));
            assertEquals(1, taken.size());
            assertEquals(1, mail.getReceivedMessages().length);
            answer = 404;
            assertFalse(alerts.test().stream().allMatch(one -> one.trouble().isEmpty()));
        }
    }

    @Test
    void recentEditsAreFoundOverAllPagesByTheirSeverity() throws Exception {
        capture();
        capture();
        try (Pipeline house = houses.open()) {
            List<Edit> edits = new RecentEdits(house).last(Optional.empty(), Severity.CRITICAL, 10);
            assertEquals(List.of(PAGE), edits.stream().map(Edit::url).toList());
            assertEquals(List.of(), new RecentEdits(house).last(Optional.of("nobody"), Severity.NOTICE, 10));
        }
    }
}
