package org.pressmark.fetch;

import java.net.InetAddress;
import java.util.Optional;

/** A block of addresses, e.g. {@code 10.0.0.0/8}; a single address is a block of its full length. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AddressRange(byte[] network, int bits) {

    /** Reads an address or a CIDR block; empty where the text is neither. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Optional<InetAddress> literal = IpLiteral.parse(HostPort.bare(address));
        if (literal.isEmpty()) {
            return Optional.empty();
        }
        byte[] network = literal.get().getAddress();
        String length = slash < 0 ? Integer.toString(network.length * 8) : text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > network.length * 8) {
            return Optional.empty();
        }
        return Optional.of(new AddressRange(network, Integer.parseInt(length)));
    }

    static AddressRange of(String cidr) {
        return parse(cidr).orElseThrow(() -> new IllegalArgumentException("expected a CIDR block, found: " + cidr));
    }

    boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
            if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
