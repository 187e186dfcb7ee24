package org.pressmark.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends something to an address that the operator named: for alerts, never for pages, so nothing of it is recorded. The
 * address guard and the routes hold as for everything else; redirects are not followed.
 */
public final class Post implements Closeable {
    private final FetchSettings settings;
    private final Destinations destinations;
    private final OkHttpClient client;

    /** @param patience longest time for one answer as a whole */
    public Post(FetchSettings settings, Duration patience) {
        Trust trust = Trust.of(settings.routes().certificateAuthorities());
        SSLSocketFactory sockets = trust.context().getSocketFactory();
        this.settings = settings;
        this.destinations = new Destinations(settings);
        this.client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .callTimeout(patience)
                .sslSocketFactory(sockets, trust.manager())
                .build();
    }

    /**
     * Posts a body.
     *
     * @param type the media type, e.g. {@code application/json}
     * @param headers more headers
     * @throws IOException unless the server answers with a status from 200 to 299; the message names the address and why
     */
    public void send(String url, String type, byte[] body, Map<String, String> headers) throws IOException {
        Target target;
        Destination destination;
        try {
            target = Target.parse(url);
            destination = destinations.find(target);
        } catch (IllegalArgumentException | AddressRefusedException e) {
            throw new IOException(url + ": " + e.getMessage(), e);
        }
        Request.Builder request = new Request.Builder()
                .url(target.url())
                .header("User-Agent", settings.userAgent())
                .post(RequestBody.create(body, MediaType.get(type)));
        headers.forEach(request::header);
        try (Response response = to(destination).newCall(request.build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(url + ": expected an answer with status 2xx, found " + response.code());
            }
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            throw said.startsWith(url) ? e : new IOException(url + ": " + said, e);
        }
    }

    /** Connects nowhere but to the addresses that were checked. */
    private OkHttpClient to(Destination destination) {
        List<InetAddress> checked = destination.addresses();
        OkHttpClient.Builder builder = client.newBuilder();
        if (destination.proxied()) {
            URI proxy = settings.routes().proxy().orElseThrow();
            int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
            return builder.proxy(new Proxy(
                            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(HostPort.bare(proxy.getHost()), port)))
                    .build();
        }
        Dns dns = host -> checked;
        return builder.proxy(Proxy.NO_PROXY).dns(dns).build();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
