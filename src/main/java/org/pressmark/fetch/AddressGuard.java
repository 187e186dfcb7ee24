package org.pressmark.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps pages from leading us into the reader's own network: what DNS gave is checked, and only what was checked is
 * connected to, so a second answer of DNS (rebinding) changes nothing.
 */
final class AddressGuard {
    private final Set<String> hosts = new HashSet<>();
    private final List<AddressRange> ranges = new ArrayList<>();

    /**
     * A guard with exceptions.
     *
     * @param allowed addresses, CIDR blocks or host names
     * @throws FetchException where an entry is none of these
     */
    AddressGuard(List<String> allowed) {
        for (String entry : allowed) {
            Optional<AddressRange> range = AddressRange.parse(entry.strip());
            if (range.isPresent()) {
                ranges.add(range.get());
            } else {
                hosts.add(hostName(entry.strip()));
            }
        }
    }

    /**
     * The addresses of a host that may be connected to.
     *
     * @throws AddressRefusedException where there is none
     */
    List<InetAddress> permitted(String host, List<InetAddress> addresses) throws AddressRefusedException {
        List<InetAddress> out = new ArrayList<>();
        for (InetAddress address : addresses) {
            if (allows(host, address)) {
                out.add(address);
            }
        }
        if (out.isEmpty()) {
            throw refusal(host, addresses.get(0));
        }
        return out;
    }

    private boolean allows(String host, InetAddress address) {
        return SpecialAddresses.what(address).isEmpty()
                || hosts.contains(host)
                || ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static AddressRefusedException refusal(String host, InetAddress address) {
        String text = IpLiteral.text(address);
        String what = SpecialAddresses.what(address).orElse("a special address");
        boolean named = !host.equals(text);
        return new AddressRefusedException((named ? host + " is at " + text + ", " : text + " is ") + what
                + "; if you mean it, allow it with --allow-address " + host
                + (named ? " or --allow-address " + text : ""));
    }

    private static String hostName(String entry) {
        String ascii = HostPort.bare(entry);
        if (ascii.matches("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?") && !IpLiteral.endsInNumber(ascii)) {
            return ascii;
        }
        throw FetchException.ofSettings(
                "--allow-address: expected an address, a CIDR block or a host name, found \"" + entry + "\"");
    }
}
