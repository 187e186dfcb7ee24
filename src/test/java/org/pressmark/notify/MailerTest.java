package org.pressmark.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailRoute route(Optional<String> user) {
        return new MailRoute(
                URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort()),
                user,
                user,
                "archive@pressmark.example",
                List.of("desk@newsroom.example", "night@newsroom.example"));
    }

    @Test
    void aMessageReachesEveryReaderInItsOwnCharacters() throws Exception {
        Message message = new Message("urn:uuid:1", "critical change: Türkei – «Привет»", "+ [Безопасность]\n");
        new Mailer(route(Optional.empty()), Duration.ofSeconds(10)).send(message, NOW);
        MimeMessage[] got = server.getReceivedMessages();
        assertEquals(2, got.length);
        assertEquals("critical change: Türkei – «Привет»", got[0].getSubject());
        assertEquals("+ [Безопасность]", ((String) got[0].getContent()).strip());
        assertEquals("auto-generated", got[0].getHeader("Auto-Submitted", null));
        assertEquals("<urnuuid1@pressmark>", got[0].getMessageID());
    }

    @Test
    void aPasswordIsNotSentWhereTheServerCannotEncrypt() {
        Mailer mailer = new Mailer(route(Optional.of("desk")), Duration.ofSeconds(10));
        Message message = new Message("1", "subject", "text");
        IOException e = assertThrows(IOException.class, () -> mailer.send(message, NOW));
        assertTrue(String.valueOf(e.getMessage()).contains("STARTTLS"), e.getMessage());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        server.stop();
        MailRoute nowhere = new MailRoute(
                URI.create("smtp://127.0.0.1:9"),
                Optional.empty(),
                Optional.empty(),
                "a@b.example",
                List.of("c@d.example"));
        Mailer mailer = new Mailer(nowhere, Duration.ofSeconds(5));
        IOException e = assertThrows(IOException.class, () -> mailer.send(new Message("1", "s", "t"), NOW));
        assertTrue(String.valueOf(e.getMessage()).startsWith("127.0.0.1 port 9: "), e.getMessage());
    }

    @Test
    void refusesWhatIsNoMailServer() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MailRoute(
                        URI.create("http://mail.example"), Optional.empty(), Optional.empty(), "a", List.of()));
    }
}
