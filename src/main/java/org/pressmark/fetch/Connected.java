package org.pressmark.fetch;

import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** What a connection tells of the server at its other end. */
final class Connected {
    private static final Base64.Encoder PEM_BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Connected() {}

    /** As WARC-IP-Address writes it. */
    static Optional<String> address(Connection connection) {
        return Optional.ofNullable(connection.socket().getInetAddress()).map(IpLiteral::text);
    }

    /** As WARC-Protocol writes them, e.g. {@code http/1.1}, {@code tls/1.3}. */
    static List<String> protocols(Connection connection, HttpHead head) {
        List<String> out = new ArrayList<>();
        boolean frames = connection.protocol() == Protocol.HTTP_2;
        String version = frames ? "h2" : head.startLine().split(" ", 2)[0];
        out.add(version.toLowerCase(Locale.ROOT));
        session(connection)
                .map(SSLSession::getProtocol)
                .map(protocol -> protocol.replace("TLSv", "tls/").toLowerCase(Locale.ROOT))
                .map(protocol -> protocol.contains(".") ? protocol : protocol + ".0")
                .ifPresent(out::add);
        return List.copyOf(out);
    }

    /** Cipher and chain as the server sent it. */
    static Optional<Exchange.Tls> tls(Connection connection) {
        return session(connection).map(session -> new Exchange.Tls(session.getCipherSuite(), chain(session)));
    }

    private static Optional<SSLSession> session(Connection connection) {
        return connection.socket() instanceof SSLSocket socket ? Optional.of(socket.getSession()) : Optional.empty();
    }

    private static List<String> chain(SSLSession session) {
        List<String> out = new ArrayList<>();
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                out.add("-----BEGIN CERTIFICATE-----\n" + PEM_BASE64.encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
            }
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            throw new IllegalStateException("a verified connection without certificates", e);
        }
        return out;
    }
}
