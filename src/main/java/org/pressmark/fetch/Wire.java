package org.pressmark.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.HttpHead;

/**
 * One question, one answer, by OkHttp: connections, TLS, proxy and timeouts are its, the record is the tape's. HTTP/1.1 is
 * spoken wherever it is understood, since its heads have bytes to be kept; HTTP/2 is offered to a server that refuses it.
 */
final class Wire implements Closeable {
    private static final int HTTP_VERSION_NOT_SUPPORTED = 505;

    private final FetchSettings settings;
    private final BodyReader bodies;
    private final Clients clients;
    /** Origins that refused HTTP/1.1 and took HTTP/2. */
    private final Set<String> http2 = ConcurrentHashMap.newKeySet();

    /** What is asked: where, how, and how much is taken. */
    private record Question(
            Target target, Destination destination, Headers headers, long maxBody, Optional<RequestBody> body) {}

    Wire(FetchSettings settings, InstantSource clock, Path spoolDir) {
        this.settings = settings;
        this.bodies = new BodyReader(spoolDir, settings.limits().memoryBytes());
        this.clients = new Clients(settings, clock, proxyAuthenticator());
    }

    /**
     * Asks.
     *
     * @param headers all but Host and Connection
     * @param maxBody in bytes; a longer body is cut
     */
    FetchOutcome get(Target target, Destination destination, Headers headers, long maxBody) {
        return ask(new Question(target, destination, headers, maxBody, Optional.empty()));
    }

    /** Sends a body and takes the answer; nothing is kept of it but what the caller keeps. */
    FetchOutcome post(Target target, Destination destination, Headers headers, byte[] body, long maxBody) {
        RequestBody sent = RequestBody.create(body, MediaType.parse(String.valueOf(headers.get("Content-Type"))));
        return ask(new Question(target, destination, headers, maxBody, Optional.of(sent)));
    }

    private FetchOutcome ask(Question question) {
        Target target = question.target;
        if (http2.contains(target.origin())) {
            return ask(question, true);
        }
        FetchOutcome outcome;
        try {
            outcome = exchange(question, false);
        } catch (IOException e) {
            outcome = failed(question, e);
            return wantsHttp2(target, e) ? overHttp2(question, outcome) : outcome;
        }
        boolean refused = outcome instanceof FetchOutcome.Fetched fetched
                && fetched.exchange().responseHead().status() == HTTP_VERSION_NOT_SUPPORTED;
        return refused && target.url().isHttps() ? overHttp2(question, outcome) : outcome;
    }

    /** True for what a server says or does that knows HTTP/2 alone: an alert at the handshake, or frames for an answer. */
    private static boolean wantsHttp2(Target target, IOException e) {
        if (!target.url().isHttps()) {
            return false;
        }
        boolean handshake = e instanceof SSLException && Troubles.certificate(e).isEmpty();
        return handshake || Troubles.find(e, BrokenHeadException.class).isPresent();
    }

    private FetchOutcome overHttp2(Question question, FetchOutcome otherwise) {
        FetchOutcome outcome = ask(question, true);
        if (outcome instanceof FetchOutcome.Failed) {
            return otherwise;
        }
        http2.add(question.target.origin());
        return outcome;
    }

    private FetchOutcome ask(Question question, boolean offerHttp2) {
        try {
            return exchange(question, offerHttp2);
        } catch (IOException e) {
            return failed(question, e);
        }
    }

    private FetchOutcome failed(Question question, IOException e) {
        return Troubles.failed(question.target, question.destination, settings.limits(), e);
    }

    private FetchOutcome exchange(Question question, boolean offerHttp2) throws IOException {
        Destination destination = question.destination;
        Attempt attempt = new Attempt(destination.lookup());
        Request.Builder asked = new Request.Builder()
                .url(question.target.url())
                .headers(withProxySecret(question.headers, question.target, destination))
                .tag(Attempt.class, attempt);
        question.body.ifPresent(asked::post);
        Request request = asked.build();
        Call call = clients.of(question.target, destination, offerHttp2).newCall(request);
        long deadline = System.nanoTime() + settings.limits().totalTime().toNanos();
        try (Response response = call.execute()) {
            HttpHead head = attempt.responseHead();
            BodyReader.Taken taken = bodies.read(
                    response.body().byteStream(),
                    response.body().contentLength(),
                    question.maxBody,
                    () -> System.nanoTime() >= deadline);
            Duration elapsed = attempt.elapsed();
            if (taken.truncated().isPresent()) {
                call.cancel(); // else OkHttp reads on for a while, hoping to use the connection again
            }
            Exchange exchange = new Exchange(
                    question.target.toString(),
                    attempt.startedAt(),
                    elapsed,
                    withoutProxySecret(attempt.requestHead()),
                    head,
                    taken.body(),
                    destination.proxied() ? Optional.empty() : Connected.address(attempt.connection()),
                    Connected.protocols(attempt.connection(), head),
                    Connected.tls(attempt.connection()),
                    taken.truncated(),
                    attempt.course());
            return head.status() == 304 && isConditional(question.headers)
                    ? new FetchOutcome.NotModified(exchange)
                    : new FetchOutcome.Fetched(exchange);
        }
    }

    @Override
    public void close() {
        clients.close();
    }

    private Authenticator proxyAuthenticator() {
        return (route, response) -> proxyCredentials()
                .filter(value -> response.request().header("Proxy-Authorization") == null)
                .map(value -> response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", value)
                        .build())
                .orElse(null);
    }

    /** Only a plain request goes to the proxy itself; for an https address the proxy asks at CONNECT. */
    private Headers withProxySecret(Headers headers, Target target, Destination destination) {
        return proxyCredentials()
                .filter(value -> destination.proxied() && !target.url().isHttps())
                .map(value ->
                        headers.newBuilder().add("Proxy-Authorization", value).build())
                .orElse(headers);
    }

    private Optional<String> proxyCredentials() {
        return settings.routes().proxy().map(URI::getUserInfo).map(info -> {
            int colon = info.indexOf(':');
            return colon < 0
                    ? Credentials.basic(info, "")
                    : Credentials.basic(info.substring(0, colon), info.substring(colon + 1));
        });
    }

    private static boolean isConditional(Headers headers) {
        return headers.get("If-None-Match") != null || headers.get("If-Modified-Since") != null;
    }

    /** The one thing not kept of a request: a password. */
    private HttpHead withoutProxySecret(HttpHead head) {
        return settings.routes().proxy().isEmpty()
                ? head
                : new HttpHead(head.raw().replaceAll("(?im)^Proxy-Authorization:[^\r\n]*\r?\n", ""));
    }
}
