package org.pressmark.fetch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One {@code --connect-to HOST1:PORT1:HOST2:PORT2} of curl: requests for HOST1:PORT1 connect to HOST2:PORT2. Host header,
 * TLS server name and certificate check keep HOST1. A host or address named as HOST2 counts as allowed by the address
 * guard: whoever starts the program has named it, and no page can.
 *
 * @param host lower case, IPv6 without brackets; empty = any host
 * @param port empty = any port
 * @param toHost empty = the host asked for
 * @param toPort empty = the port asked for
 */
public record ConnectTo(Optional<String> host, OptionalInt port, Optional<String> toHost, OptionalInt toPort) {
    private static final String OPTION = "--connect-to";

    public ConnectTo {
        host = host.map(HostPort::bare);
        toHost = toHost.map(HostPort::bare);
    }

    /**
     * Reads the option's word.
     *
     * @param text e.g. {@code www.republisher.example:80:127.0.0.1:8080}, {@code ::localhost:8080} or
     *     {@code [2001:db8::7]:443:[::1]:}
     * @throws FetchException with what was expected and found
     */
    public static ConnectTo parse(String text) {
        List<String> parts = HostPort.parts(text, 5);
        if (parts.size() != 4) {
            throw FetchException.ofSettings(OPTION + ": expected HOST1:PORT1:HOST2:PORT2 (each may be empty; IPv6"
                    + " addresses in brackets), found \"" + text + "\"");
        }
        return new ConnectTo(
                host(parts.get(0)), port(parts.get(1), text), host(parts.get(2)), port(parts.get(3), text));
    }

    boolean matches(String wantedHost, int wantedPort) {
        return host.map(wantedHost::equals).orElse(true) && port.orElse(wantedPort) == wantedPort;
    }

    private static Optional<String> host(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    private static OptionalInt port(String part, String whole) {
        return part.isEmpty() ? OptionalInt.empty() : OptionalInt.of(HostPort.port(part, OPTION, whole));
    }
}
