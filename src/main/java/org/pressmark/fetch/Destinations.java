package org.pressmark.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds where to connect: --connect-to, then --resolve, then the proxy or DNS, then the address guard.
 *
 * <p>What --connect-to (with a host) or --resolve names is allowed and reached directly, not through the proxy. Behind a
 * proxy the guard refuses special addresses written as such in the URL, and, unless told otherwise, what our own DNS says
 * of a name; a name that our DNS does not know is left to the proxy. It cannot see which address the proxy connects to.
 */
final class Destinations {
    private final FetchSettings settings;
    private final AddressGuard guard;

    Destinations(FetchSettings settings) {
        this.settings = settings;
        this.guard = new AddressGuard(settings.routes().allowAddresses());
    }

    /**
     * The destination of a target.
     *
     * @throws AddressRefusedException where the guard says no
     * @throws UnknownHostException where DNS knows no such host
     */
    Destination find(Target target) throws AddressRefusedException, UnknownHostException {
        Optional<ConnectTo> rule = settings.routes().connectTo().stream()
                .filter(candidate -> candidate.matches(target.host(), target.port()))
                .findFirst();
        String host = rule.flatMap(ConnectTo::toHost).orElse(target.host());
        int port = rule.map(found -> found.toPort().orElse(target.port())).orElse(target.port());
        Optional<List<InetAddress>> resolved = Resolve.find(settings.routes().resolve(), host, port);
        if (resolved.isPresent()) {
            return new Destination(host, port, resolved.get(), false);
        }
        if (rule.flatMap(ConnectTo::toHost).isPresent()) {
            return new Destination(host, port, lookUp(host), false);
        }
        if (settings.routes().proxy().isPresent()) {
            checkBehindProxy(host);
            return new Destination(host, port, List.of(), true);
        }
        long from = System.nanoTime();
        List<InetAddress> found = lookUp(host);
        Optional<Duration> lookup = IpLiteral.parse(host).isPresent()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(System.nanoTime() - from));
        return new Destination(host, port, guard.permitted(host, found), false, lookup);
    }

    private void checkBehindProxy(String host) throws AddressRefusedException {
        Optional<InetAddress> literal = IpLiteral.parse(host);
        if (literal.isPresent()) {
            guard.permitted(host, List.of(literal.get()));
            return;
        }
        if (settings.routes().resolveBehindProxy()) {
            List<InetAddress> addresses;
            try {
                addresses = lookUp(host);
            } catch (UnknownHostException e) {
                return; // Behind a proxy there is often no DNS for the outside world.
            }
            guard.permitted(host, addresses);
        } else if (host.equals("localhost") || host.endsWith(".localhost")) {
            guard.permitted(host, List.of(InetAddress.getLoopbackAddress()));
        }
    }

    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        Optional<InetAddress> literal = IpLiteral.parse(host);
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        InetAddress[] found = InetAddress.getAllByName(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        return List.of(found);
    }
}
