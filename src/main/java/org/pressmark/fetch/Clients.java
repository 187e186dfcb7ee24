package org.pressmark.fetch;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** OkHttp as we want it: no redirects, no cookies, connections only to checked addresses, every one with its tape. */
final class Clients implements Closeable {
    private static final int DEFAULT_PROXY_PORT = 80;

    /** Clients kept ready; making one costs more than it should for each request. */
    private static final int MOST_WAYS = 200;

    private final FetchSettings settings;
    private final OkHttpClient plain;
    private final Map<Way, OkHttpClient> ways = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Way, OkHttpClient> eldest) {
            return size() > MOST_WAYS;
        }
    };
    private @Nullable OkHttpClient secure;

    /** What a client is made for. */
    private record Way(Destination destination, boolean https, boolean http2) {}

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

    Clients(FetchSettings settings, InstantSource clock, Authenticator proxyAuthenticator) {
        this.settings = settings;
        this.plain = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .proxyAuthenticator(proxyAuthenticator)
                .connectTimeout(settings.limits().connectTimeout())
                .readTimeout(settings.limits().readTimeout())
                .writeTimeout(settings.limits().readTimeout())
                .callTimeout(settings.limits().totalTime())
                .eventListenerFactory(
                        call -> Objects.requireNonNullElse(call.request().tag(Attempt.class), EventListener.NONE))
                .addNetworkInterceptor(chain -> Attempt.note(chain, clock))
                .build();
    }

    /** @param http2 whether HTTP/2 is offered beside HTTP/1.1 */
    OkHttpClient of(Target target, Destination destination, boolean http2) {
        Way way = new Way(destination.withoutLookup(), target.url().isHttps(), http2);
        OkHttpClient known;
        synchronized (ways) {
            known = ways.get(way);
        }
        if (known == null) {
            known = make(destination, target.url().isHttps(), http2);
            synchronized (ways) {
                ways.put(way, known);
            }
        }
        return known;
    }

    private OkHttpClient make(Destination destination, boolean https, boolean http2) {
        Proxy proxy = Proxy.NO_PROXY;
        if (destination.proxied()) {
            URI uri = settings.routes().proxy().orElseThrow();
            int port = uri.getPort() < 0 ? DEFAULT_PROXY_PORT : uri.getPort();
            proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(HostPort.bare(uri.getHost()), port));
        }
        return (https ? secure() : plain)
                .newBuilder()
                .protocols(http2 ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.HTTP_1_1))
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

    @Override
    public void close() {
        plain.dispatcher().cancelAll();
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }
}
