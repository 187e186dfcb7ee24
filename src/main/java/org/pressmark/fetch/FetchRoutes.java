package org.pressmark.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where connections may go, by which way, and whom they believe. Nothing here turns the check of certificates off.
 *
 * <p>What {@code connectTo} (with a host) or {@code resolve} names counts as allowed and is reached without the proxy:
 * whoever starts the program has named it, and no page can.
 *
 * @param allowAddresses special addresses that may be asked all the same, as {@code --allow-address}: addresses, CIDR
 *     blocks, host names; default none
 * @param connectTo as {@code --connect-to}, the first that matches counts; default none
 * @param resolve as {@code --resolve}; default none
 * @param proxy an HTTP proxy for http and https, {@code http://[USER:PASSWORD@]HOST[:PORT]}; the JVM's own proxy
 *     properties do not count; default none
 * @param resolveBehindProxy whether the address guard looks up names in our own DNS even though a proxy will connect. It
 *     can then refuse what our DNS calls special; it can never see what the proxy's DNS says. False: only special
 *     addresses written as such and {@code localhost} are refused. Default true
 * @param certificateAuthorities PEM files whose certificates are trusted beside the default ones; default none
 */
public record FetchRoutes(
        List<String> allowAddresses,
        List<ConnectTo> connectTo,
        List<Resolve> resolve,
        Optional<URI> proxy,
        boolean resolveBehindProxy,
        List<Path> certificateAuthorities) {

    public FetchRoutes {
        allowAddresses = List.copyOf(allowAddresses);
        connectTo = List.copyOf(connectTo);
        resolve = List.copyOf(resolve);
        certificateAuthorities = List.copyOf(certificateAuthorities);
        proxy.ifPresent(FetchRoutes::requireProxy);
    }

    /** Straight to what DNS says, public addresses only. */
    public static FetchRoutes direct() {
        return new FetchRoutes(List.of(), List.of(), List.of(), Optional.empty(), true, List.of());
    }

    public FetchRoutes withAllowAddresses(List<String> allowAddresses) {
        return new FetchRoutes(allowAddresses, connectTo, resolve, proxy, resolveBehindProxy, certificateAuthorities);
    }

    public FetchRoutes withConnectTo(List<ConnectTo> connectTo) {
        return new FetchRoutes(allowAddresses, connectTo, resolve, proxy, resolveBehindProxy, certificateAuthorities);
    }

    public FetchRoutes withResolve(List<Resolve> resolve) {
        return new FetchRoutes(allowAddresses, connectTo, resolve, proxy, resolveBehindProxy, certificateAuthorities);
    }

    public FetchRoutes withProxy(URI proxy) {
        return new FetchRoutes(
                allowAddresses, connectTo, resolve, Optional.of(proxy), resolveBehindProxy, certificateAuthorities);
    }

    public FetchRoutes withResolveBehindProxy(boolean resolveBehindProxy) {
        return new FetchRoutes(allowAddresses, connectTo, resolve, proxy, resolveBehindProxy, certificateAuthorities);
    }

    public FetchRoutes withCertificateAuthorities(List<Path> certificateAuthorities) {
        return new FetchRoutes(allowAddresses, connectTo, resolve, proxy, resolveBehindProxy, certificateAuthorities);
    }

    /**
     * Reads the option's word.
     *
     * @param text e.g. {@code http://proxy.example:3128}
     * @throws FetchException where it is no address
     */
    public static URI proxy(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw FetchException.ofSettings(
                    "proxy: expected http://[USER:PASSWORD@]HOST[:PORT], found no address: " + e.getReason(), e);
        }
    }

    private static void requireProxy(URI proxy) {
        if (!"http".equalsIgnoreCase(proxy.getScheme()) || proxy.getHost() == null) {
            throw FetchException.ofSettings("proxy: expected http://[USER:PASSWORD@]HOST[:PORT], found "
                    + (proxy.getScheme() == null ? "no scheme" : "\"" + proxy.getScheme() + "\"") + " and "
                    + (proxy.getHost() == null ? "no host" : "host \"" + proxy.getHost() + "\"")
                    + "; a proxy itself is spoken to without TLS");
        }
    }
}
