package org.pressmark.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a target is connected to.
 *
 * @param host the name or address that was looked up: the target's, or what --connect-to put in its place
 * @param port the port to connect to
 * @param addresses checked, in the order to be tried; empty where a proxy looks the host up
 * @param proxied whether the request goes through the proxy
 * @param lookup how long DNS took, where it was asked
 */
record Destination(String host, int port, List<InetAddress> addresses, boolean proxied, Optional<Duration> lookup) {
    Destination {
        addresses = List.copyOf(addresses);
    }

    Destination(String host, int port, List<InetAddress> addresses, boolean proxied) {
        this(host, port, addresses, proxied, Optional.empty());
    }

    /** The same place, however long it took to be found. */
    Destination withoutLookup() {
        return lookup.isEmpty() ? this : new Destination(host, port, addresses, proxied);
    }

    /** The same for two requests that may share a connection. */
    String key() {
        return (proxied ? "proxy " : "direct ") + host + " " + port;
    }
}
