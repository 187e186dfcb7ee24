package org.pressmark.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** What is seen of one request on its way: the connection, its tape or the lists of HTTP/2, and the times. */
final class Attempt extends EventListener {
    private final Optional<Duration> dns;
    private @Nullable Connection connection;
    private Tape.@Nullable Spoken tape;
    private @Nullable Instant startedAt;
    private @Nullable HttpHead listedRequest;
    private @Nullable HttpHead listedResponse;
    private long connectFrom;
    private long tlsFrom;
    private long askedAt;
    private long answeredAt;
    private Optional<Duration> connect = Optional.empty();
    private Optional<Duration> tls = Optional.empty();

    /** @param dns how long looking up the host took, where it was looked up */
    Attempt(Optional<Duration> dns) {
        this.dns = dns;
    }

    /** OkHttp's network interceptor: notes the connection and lets the request through. */
    static Response note(Interceptor.Chain chain, InstantSource clock) throws IOException {
        @Nullable Attempt attempt = chain.request().tag(Attempt.class);
        @Nullable Connection connection = chain.connection();
        if (attempt == null || connection == null) {
            throw new IllegalStateException("a request that is not ours");
        }
        return attempt.proceed(chain, connection, clock);
    }

    private Response proceed(Interceptor.Chain chain, Connection used, InstantSource clock) throws IOException {
        Socket socket = used.socket();
        connection = used;
        tape = socket instanceof Taped taped ? taped.tape().map(Tape::begin).orElse(null) : null;
        startedAt = clock.instant();
        Response response = chain.proceed(chain.request());
        if (tape != null) {
            return response;
        }
        listedRequest = ListedHeads.request(chain.request());
        listedResponse = ListedHeads.response(response);
        // As the tape does: OkHttp is shown nothing that it would act upon of its own accord.
        return response.newBuilder()
                .code(200)
                .message("OK")
                .headers(Headers.of())
                .build();
    }

    Connection connection() {
        return known(connection);
    }

    Instant startedAt() {
        return known(startedAt);
    }

    /** The request as sent. */
    HttpHead requestHead() {
        return tape == null ? known(listedRequest) : tape.requestHead();
    }

    /** The response head as received. */
    HttpHead responseHead() {
        return tape == null ? known(listedResponse) : known(tape.responseHead().orElse(null));
    }

    /** From the first byte sent until now. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - (tape == null ? askedAt : tape.askedAt()));
    }

    /** How it went, once the body is read. */
    Exchange.Course course() {
        long firstByte = tape == null ? answeredAt - askedAt : tape.answeredAt() - tape.askedAt();
        return new Exchange.Course(
                dns,
                connect,
                tls,
                Optional.of(Duration.ofNanos(firstByte)),
                tape == null ? List.of() : tape.interim(),
                tape == null ? "" : tape.trailer(),
                Optional.empty());
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("an answer without a connection or a head");
        }
        return value;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connectFrom = System.nanoTime();
    }

    @Override
    public void secureConnectStart(Call call) {
        tlsFrom = System.nanoTime();
        connect = Optional.of(Duration.ofNanos(tlsFrom - connectFrom));
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        tls = Optional.of(Duration.ofNanos(System.nanoTime() - tlsFrom));
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        if (connect.isEmpty()) {
            connect = Optional.of(Duration.ofNanos(System.nanoTime() - connectFrom));
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        askedAt = System.nanoTime();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answeredAt = System.nanoTime();
    }
}
