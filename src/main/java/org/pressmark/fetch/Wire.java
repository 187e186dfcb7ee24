package org.pressmark.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.HttpHead;

/** One question, one answer, by OkHttp: connections, TLS, proxy and timeouts are its, the record is the tape's. */
final class Wire implements Closeable {
    private static final int DEFAULT_PROXY_PORT = 80;

    private final FetchSettings settings;
    private final InstantSource clock;
    private final BodyReader bodies;
    private final OkHttpClient plain;
    private @Nullable OkHttpClient secure;

    /** What the network interceptor saw of the attempt that counts. */
    private static final class Attempt {
        @Nullable
        Connection connection;

        @Nullable
        Tape tape;

        @Nullable
        Instant startedAt;
    }

    /** The checked addresses of one destination; equal where connections may be shared. */
    private record CheckedDns(String key, Destination destination) implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            return destination.proxied() ? List.of(InetAddress.getAllByName(host)) : destination.addresses();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CheckedDns dns && dns.key.equals(key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    Wire(FetchSettings settings, InstantSource clock, Path spoolDir) {
        this.settings = settings;
        this.clock = clock;
        this.bodies = new BodyReader(spoolDir, settings.limits().memoryBytes());
        this.plain = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .proxyAuthenticator(proxyAuthenticator())
                .connectTimeout(settings.limits().connectTimeout())
                .readTimeout(settings.limits().readTimeout())
                .writeTimeout(settings.limits().readTimeout())
                .callTimeout(settings.limits().totalTime())
                .addNetworkInterceptor(this::note)
                .build();
    }

    /**
     * Asks.
     *
     * @param headers all but Host and Connection
     * @param maxBody in bytes; a longer body is cut
     */
    FetchOutcome get(Target target, Destination destination, Headers headers, long maxBody) {
        Attempt attempt = new Attempt();
        Request request = new Request.Builder()
                .url(target.url())
                .headers(withProxySecret(headers, target, destination))
                .tag(Attempt.class, attempt)
                .build();
        Call call = client(target, destination).newCall(request);
        long deadline = System.nanoTime() + settings.limits().totalTime().toNanos();
        try (Response response = call.execute()) {
            if (attempt.tape == null || attempt.startedAt == null || attempt.connection == null) {
                throw new IllegalStateException("an answer without a connection");
            }
            HttpHead head = attempt.tape
                    .responseHead()
                    .orElseThrow(() -> new IllegalStateException("an answer without a head"));
            BodyReader.Taken taken =
                    bodies.read(response.body().byteStream(), maxBody, () -> System.nanoTime() >= deadline);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - attempt.tape.askedAt());
            if (taken.truncated().isPresent()) {
                call.cancel(); // else OkHttp reads on for a while, hoping to use the connection again
            }
            Exchange exchange = new Exchange(
                    target.toString(),
                    attempt.startedAt,
                    elapsed,
                    withoutProxySecret(attempt.tape.requestHead()),
                    head,
                    taken.body(),
                    destination.proxied() ? Optional.empty() : Connected.address(attempt.connection),
                    Connected.protocols(attempt.connection, head),
                    Connected.tls(attempt.connection),
                    taken.truncated());
            return head.status() == 304 && isConditional(headers)
                    ? new FetchOutcome.NotModified(exchange)
                    : new FetchOutcome.Fetched(exchange);
        } catch (IOException e) {
            return Troubles.failed(target, destination, settings.limits(), e);
        }
    }

    @Override
    public void close() {
        plain.dispatcher().cancelAll();
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }

    private Response note(Interceptor.Chain chain) throws IOException {
        @Nullable Attempt attempt = chain.request().tag(Attempt.class);
        @Nullable Connection connection = chain.connection();
        if (attempt == null || connection == null) {
            throw new IllegalStateException("a request that is not ours");
        }
        Socket socket = connection.socket();
        attempt.connection = connection;
        attempt.tape = socket instanceof Taped taped ? taped.tape().orElse(null) : null;
        attempt.startedAt = clock.instant();
        return chain.proceed(chain.request());
    }

    private OkHttpClient client(Target target, Destination destination) {
        boolean https = target.url().isHttps();
        Proxy proxy = Proxy.NO_PROXY;
        if (destination.proxied()) {
            URI uri = settings.routes().proxy().orElseThrow();
            int port = uri.getPort() < 0 ? DEFAULT_PROXY_PORT : uri.getPort();
            proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(HostPort.bare(uri.getHost()), port));
        }
        return (https ? secure() : plain)
                .newBuilder()
                .proxy(proxy)
                .dns(new CheckedDns(destination.key(), destination))
                .socketFactory(new WireSocketFactory(
                        destination, !https, settings.limits().maxHeadBytes()))
                .build();
    }

    /** Made when first needed: loading the authorities takes a tenth of a second. */
    private synchronized OkHttpClient secure() {
        if (secure == null) {
            Trust trust = Trust.of(settings.routes().certificateAuthorities());
            secure = plain.newBuilder()
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .sslSocketFactory(
                            new TapedTlsFactory(
                                    trust.context().getSocketFactory(),
                                    settings.limits().maxHeadBytes()),
                            trust.manager())
                    .build();
        }
        return secure;
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
    private static HttpHead withoutProxySecret(HttpHead head) {
        return new HttpHead(head.raw().replaceAll("(?im)^Proxy-Authorization:[^\r\n]*\r?\n", ""));
    }
}
