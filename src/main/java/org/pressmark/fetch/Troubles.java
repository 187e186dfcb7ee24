package org.pressmark.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.pressmark.model.FetchOutcome.Failed;

/** Turns exceptions of the network into facts with words for people. */
final class Troubles {
    private Troubles() {}

    static Failed unknownHost(Target target) {
        return new Failed(
                target.toString(),
                Failed.Cause.DNS,
                "no address is known for the host of " + target.authority()
                        + " (or for the one that --connect-to names); is it spelt right, and is DNS reachable?");
    }

    static Failed failed(Target target, Destination destination, FetchLimits limits, IOException e) {
        String url = target.toString();
        String peer = target.authority();
        Optional<BrokenHeadException> head = find(e, BrokenHeadException.class);
        if (head.isPresent()) {
            return new Failed(
                    url,
                    head.get().endedEarly() ? Failed.Cause.DISCONNECT : Failed.Cause.PROTOCOL,
                    peer + ": " + words(head.get()));
        }
        if (find(e, UnknownHostException.class).isPresent()) {
            // Our own hosts are looked up before; what is left is the proxy.
            return new Failed(url, Failed.Cause.DNS, "no address is known for the proxy: " + words(e));
        }
        if (e instanceof SSLException) {
            return new Failed(url, Failed.Cause.TLS, tls(peer, e));
        }
        boolean connecting =
                String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
        if (e instanceof InterruptedIOException) {
            return new Failed(
                    url,
                    Failed.Cause.TIMEOUT,
                    peer + " did not "
                            + (connecting
                                    ? "accept a connection within "
                                            + limits.connectTimeout().toSeconds() + " s"
                                    : "answer in time ("
                                            + limits.readTimeout().toSeconds() + " s of silence, "
                                            + limits.totalTime().toSeconds() + " s in all)"));
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new Failed(
                    url, Failed.Cause.CONNECT, "no connection to " + peer + where(destination) + ": " + words(e));
        }
        if (destination.proxied() && String.valueOf(e.getMessage()).matches("(?s).*(CONNECT|proxy).*")) {
            return new Failed(url, Failed.Cause.CONNECT, "the proxy would not connect to " + peer + ": " + words(e));
        }
        if (e instanceof ProtocolException) {
            return new Failed(url, Failed.Cause.PROTOCOL, peer + ": " + words(e));
        }
        return new Failed(url, Failed.Cause.DISCONNECT, peer + " broke off before its answer: " + words(e));
    }

    /** The address and port really tried, which --connect-to may have changed. */
    private static String where(Destination destination) {
        return destination.proxied()
                ? " through the proxy"
                : " at " + IpLiteral.text(destination.addresses().get(0)) + " port " + destination.port();
    }

    /** The certificate's fault, where it is one. */
    static Optional<CertificateException> certificate(IOException e) {
        return find(e, CertificateException.class);
    }

    private static String tls(String peer, IOException e) {
        boolean certificate = certificate(e).isPresent();
        return "no trusted TLS connection to " + peer + ": " + words(e)
                + (certificate
                        ? "; if its certificate authority is your own, name its PEM file: fetch.certificate-authorities"
                        : "");
    }

    private static String words(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        // Some of it is the server's: on one line, and nothing that steers a terminal.
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.replaceAll("\\p{Cntrl}+\\s*", " ").strip();
    }

    static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
