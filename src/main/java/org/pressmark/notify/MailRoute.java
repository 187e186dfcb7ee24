package org.pressmark.notify;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way of a mail.
 *
 * @param server e.g. {@code smtp://mail.example:587} (STARTTLS where the server offers it) or {@code smtps://mail.example}
 * @param user for servers that ask for one
 * @param password given with a user
 * @param from the sender's address
 * @param to who gets it
 */
public record MailRoute(URI server, Optional<String> user, Optional<String> password, String from, List<String> to) {
    public MailRoute {
        to = List.copyOf(to);
        String scheme = String.valueOf(server.getScheme());
        if (!Set.of("smtp", "smtps").contains(scheme) || server.getHost() == null) {
            throw new IllegalArgumentException(
                    "expected a mail server such as smtp://mail.example:587 or smtps://mail.example, found \"" + server
                            + "\"");
        }
    }

    boolean secure() {
        return server.getScheme().equals("smtps");
    }

    /** The port given, else that of mail submission (RFC 8314 §3.3, RFC 6409 §3.1). */
    int port() {
        return server.getPort() >= 0 ? server.getPort() : secure() ? 465 : 587;
    }
}
