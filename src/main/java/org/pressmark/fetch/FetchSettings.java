package org.pressmark.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to ask. {@link #defaults} gives courteous, bounded values; each {@code with…} gives a copy with one of them changed.
 *
 * @param version of this program, for the User-Agent, e.g. {@code 0.1.0}
 * @param contact where a webmaster can reach whoever runs this: an https address or a mail address; default none
 * @param acceptLanguage the Accept-Language header; default {@code en,*;q=0.5}
 * @param connectTimeout for TCP and TLS each; default 15 s
 * @param readTimeout the longest silence of a server in the midst of its answer; default 30 s
 * @param totalTime for one whole request; a body not ended by then is kept as far as it came; default 120 s; looking up
 *     the host in DNS does not count
 * @param maxBodyBytes length of a body as encoded on the wire; a longer one is cut there; default 256 MiB
 * @param maxHeadBytes length of a response head; a longer one fails; default 64 KiB
 * @param memoryBytes bodies up to this length stay in memory, longer ones go to a file; default 1 MiB
 * @param delay between the end of a request and the next page of the same host; default 1 s
 * @param requisiteDelay the same before a picture, style or robots.txt; default 0.1 s
 * @param maxCrawlDelay a longer Crawl-delay of a robots.txt counts as this; default 60 s
 * @param allowAddresses special addresses that may be asked all the same: addresses, CIDR blocks, host names; default none
 * @param connectTo as {@code --connect-to}, the first that matches counts; default none
 * @param resolve as {@code --resolve}; default none
 * @param proxy an HTTP proxy for http and https, {@code http://[USER:PASSWORD@]HOST[:PORT]}; the JVM's own proxy
 *     properties do not count; default none
 * @param resolveBehindProxy whether the address guard looks up names in our own DNS even though a proxy will connect;
 *     default true
 * @param certificateAuthorities PEM files whose certificates are trusted beside the default ones; default none
 */
public record FetchSettings(
        String version,
        Optional<String> contact,
        String acceptLanguage,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTime,
        long maxBodyBytes,
        int maxHeadBytes,
        int memoryBytes,
        Duration delay,
        Duration requisiteDelay,
        Duration maxCrawlDelay,
        List<String> allowAddresses,
        List<ConnectTo> connectTo,
        List<Resolve> resolve,
        Optional<URI> proxy,
        boolean resolveBehindProxy,
        List<Path> certificateAuthorities) {

    public FetchSettings {
        allowAddresses = List.copyOf(allowAddresses);
        connectTo = List.copyOf(connectTo);
        resolve = List.copyOf(resolve);
        certificateAuthorities = List.copyOf(certificateAuthorities);
        requireText("version", version);
        contact.ifPresent(text -> requireText("contact", text));
        requireText("acceptLanguage", acceptLanguage);
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("readTimeout", readTimeout);
        requirePositive("totalTime", totalTime);
        requireNotNegative("delay", delay);
        requireNotNegative("requisiteDelay", requisiteDelay);
        requireNotNegative("maxCrawlDelay", maxCrawlDelay);
        if (maxBodyBytes < 1 || maxHeadBytes < 1 || memoryBytes < 0) {
            throw new FetchException("expected limits above 0, found: body " + maxBodyBytes + ", head " + maxHeadBytes
                    + ", memory " + memoryBytes + " bytes");
        }
        proxy.ifPresent(FetchSettings::requireProxy);
    }

    /** Courteous, bounded, no exceptions. */
    public static FetchSettings defaults(String version) {
        return new FetchSettings(
                version,
                Optional.empty(),
                "en,*;q=0.5",
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                256L << 20,
                64 << 10,
                1 << 20,
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(60),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                true,
                List.of());
    }

    /** E.g. {@code Pressmark/0.1.0 (+https://archive.example/about)}: the truth, and whom to ask. */
    public String userAgent() {
        return "Pressmark/" + version + contact.map(text -> " (+" + text + ")").orElse("");
    }

    public FetchSettings withContact(String contact) {
        return new FetchSettings(
                version,
                Optional.of(contact),
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withAcceptLanguage(String acceptLanguage) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withConnectTimeout(Duration connectTimeout) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withReadTimeout(Duration readTimeout) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withTotalTime(Duration totalTime) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withMaxBodyBytes(long maxBodyBytes) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withMaxHeadBytes(int maxHeadBytes) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withMemoryBytes(int memoryBytes) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withDelay(Duration delay) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withRequisiteDelay(Duration requisiteDelay) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withMaxCrawlDelay(Duration maxCrawlDelay) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withAllowAddresses(List<String> allowAddresses) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withConnectTo(List<ConnectTo> connectTo) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withResolve(List<Resolve> resolve) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withProxy(URI proxy) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                Optional.of(proxy),
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withResolveBehindProxy(boolean resolveBehindProxy) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    public FetchSettings withCertificateAuthorities(List<Path> certificateAuthorities) {
        return new FetchSettings(
                version,
                contact,
                acceptLanguage,
                connectTimeout,
                readTimeout,
                totalTime,
                maxBodyBytes,
                maxHeadBytes,
                memoryBytes,
                delay,
                requisiteDelay,
                maxCrawlDelay,
                allowAddresses,
                connectTo,
                resolve,
                proxy,
                resolveBehindProxy,
                certificateAuthorities);
    }

    private static void requireText(String name, String value) {
        if (value.isBlank() || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new FetchException(name + ": expected printable ASCII characters, found \"" + value + "\"");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero() || value.toMillis() > Integer.MAX_VALUE) {
            throw new FetchException(name + ": expected a duration from 1 ms to 24 days, found " + value);
        }
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new FetchException(name + ": expected a duration of 0 or more, found " + value);
        }
    }

    private static void requireProxy(URI proxy) {
        if (!"http".equalsIgnoreCase(proxy.getScheme()) || proxy.getHost() == null) {
            throw new FetchException("proxy: expected http://[USER:PASSWORD@]HOST[:PORT], found \"" + proxy.getScheme()
                    + "\" and host \"" + proxy.getHost() + "\"; a proxy itself is spoken to without TLS");
        }
    }
}
