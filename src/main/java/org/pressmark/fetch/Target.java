package org.pressmark.fetch;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An address as it will be asked for: percent-encoded, host in punycode or canonical digits, without user info and
 * fragment.
 *
 * @param literal the address where the host is one
 * @param origin e.g. {@code https://www.example.org} or {@code http://[2001:db8::7]:8080}, without a slash at the end
 */
record Target(HttpUrl url, Optional<InetAddress> literal, String origin) {

    /**
     * Reads an address as a browser does.
     *
     * @throws IllegalArgumentException with words, where it is not http or https, or no address
     */
    static Target parse(String text) {
        String stripped = text.strip();
        String lower = stripped.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http:") && !lower.startsWith("https:")) {
            throw new IllegalArgumentException(
                    "expected an address that begins with http:// or https://, found \"" + text + "\"");
        }
        @Nullable HttpUrl url = HttpUrl.parse(stripped);
        if (url == null) {
            throw new IllegalArgumentException("expected an http or https address, found \"" + text + "\"");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty() || url.fragment() != null) {
            url = url.newBuilder().username("").password("").fragment(null).build();
        }
        Optional<InetAddress> literal = IpLiteral.parse(url.host());
        if (literal.isEmpty() && IpLiteral.endsInNumber(url.host())) {
            throw new IllegalArgumentException(
                    "expected a host name or an IPv4 address, found \"" + url.host() + "\" in \"" + text + "\"");
        }
        if (literal.isPresent() && !IpLiteral.text(literal.get()).equals(url.host())) {
            url = url.newBuilder().host(IpLiteral.text(literal.get())).build();
        }
        return new Target(url, literal, origin(url));
    }

    String host() {
        return url.host();
    }

    int port() {
        return url.port();
    }

    private static String origin(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return url.scheme() + "://" + host + (usual ? "" : ":" + url.port());
    }

    /** As the Host header has it: the port only where it is not the scheme's own. */
    String authority() {
        return origin.substring(url.scheme().length() + 3);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
