package org.pressmark.fetch;

import java.net.InetAddress;
import java.util.List;

/**
 * Where a target is connected to.
 *
 * @param host the name or address that was looked up: the target's, or what --connect-to put in its place
 * @param port the port to connect to
 * @param addresses checked, in the order to be tried; empty where a proxy looks the host up
 * @param proxied whether the request goes through the proxy
 */
record Destination(String host, int port, List<InetAddress> addresses, boolean proxied) {
    Destination {
        addresses = List.copyOf(addresses);
    }

    /** The same for two requests that may share a connection. */
    String key() {
        return (proxied ? "proxy " : "direct ") + host + " " + port;
    }
}
