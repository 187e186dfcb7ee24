package org.pressmark.notify;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends messages by SMTP (RFC 5321), encrypted where the server can. */
public final class Mailer {
    private final MailRoute route;
    private final Duration patience;

    /** @param patience longest wait for each answer of the server */
    public Mailer(MailRoute route, Duration patience) {
        this.route = route;
        this.patience = patience;
    }

    /**
     * Sends one message; it has been taken by the server when this returns.
     *
     * @param date of the message
     * @throws IOException if it was not taken; the message names the server and its reason
     */
    public void send(Message message, Instant date) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(session()) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + message.id().replaceAll("[^A-Za-z0-9.-]", "") + "@pressmark>");
                }
            };
            mail.setFrom(new InternetAddress(route.from(), true));
            for (String to : route.to()) {
                mail.addRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, true));
            }
            mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
            mail.setText(message.text(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(date));
            // RFC 3834 §5: no out-of-office reply is wanted.
            mail.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IOException(
                    route.server().getHost() + " port " + route.port() + ": the mail was not taken: " + e.getMessage(),
                    e);
        }
    }

    private Session session() {
        String protocol = route.secure() ? "smtps" : "smtp";
        String millis = String.valueOf(patience.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail.transport.protocol.rfc822", protocol);
        properties.setProperty("mail." + protocol + ".host", route.server().getHost());
        properties.setProperty("mail." + protocol + ".port", String.valueOf(route.port()));
        properties.setProperty("mail." + protocol + ".connectiontimeout", millis);
        properties.setProperty("mail." + protocol + ".timeout", millis);
        properties.setProperty("mail." + protocol + ".writetimeout", millis);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        // A password goes over the network only where nobody can read it.
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(route.user().isPresent()));
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail." + protocol + ".auth", String.valueOf(route.user().isPresent()));
        return Session.getInstance(properties, route.user().isPresent() ? login() : null);
    }

    private Authenticator login() {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        route.user().orElse(""), route.password().orElse(""));
            }
        };
    }
}
