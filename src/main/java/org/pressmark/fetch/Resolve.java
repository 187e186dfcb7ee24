package org.pressmark.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code --resolve [+|-]HOST:PORT:ADDRESS[,ADDRESS]…} of curl: HOST at PORT has these addresses, and DNS is not asked.
 * They count as allowed by the address guard: whoever starts the program has named them, and no page can. A leading
 * {@code +} (in curl: the entry may grow old) is read and makes no difference; {@code -HOST:PORT} takes back an entry
 * before it.
 *
 * @param host lower case, IPv6 without brackets; {@code *} = any host without an entry of its own
 * @param port from 1 to 65535
 * @param addresses in the order to be tried; empty = takes back
 */
public record Resolve(String host, int port, List<InetAddress> addresses) {
    private static final String OPTION = "--resolve";

    public Resolve {
        host = HostPort.bare(host);
        addresses = List.copyOf(addresses);
    }

    /**
     * Reads the option's word.
     *
     * @param text e.g. {@code copies.example:443:192.0.2.7,[2001:db8::7]}
     * @throws FetchException with what was expected and found
     */
    public static Resolve parse(String text) {
        boolean removes = text.startsWith("-");
        String word = removes || text.startsWith("+") ? text.substring(1) : text;
        List<String> parts = HostPort.parts(word, 3);
        if (parts.size() != (removes ? 2 : 3) || parts.get(0).isEmpty()) {
            throw FetchException.ofSettings(
                    OPTION + ": expected HOST:PORT:ADDRESS[,ADDRESS]… or -HOST:PORT, found \"" + text + "\"");
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String address : removes ? new String[0] : parts.get(2).split(",", -1)) {
            addresses.add(IpLiteral.parse(HostPort.bare(address.strip()))
                    .orElseThrow(() -> FetchException.ofSettings(OPTION + ": expected an IPv4 or IPv6 address, found \""
                            + address + "\" in \"" + text + "\"")));
        }
        return new Resolve(parts.get(0), HostPort.port(parts.get(1), OPTION, text), addresses);
    }

    /** What the entries say of this host and port: the latest of its own, else of {@code *}. */
    static Optional<List<InetAddress>> find(List<Resolve> entries, String host, int port) {
        for (String name : List.of(host, "*")) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                Resolve entry = entries.get(i);
                if (entry.host.equals(name) && entry.port == port) {
                    if (entry.addresses.isEmpty()) {
                        break;
                    }
                    return Optional.of(entry.addresses);
                }
            }
        }
        return Optional.empty();
    }
}
