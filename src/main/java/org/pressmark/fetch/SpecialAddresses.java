package org.pressmark.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The blocks that no public web page lives in (IANA's special-purpose registries of RFC 6890), and the IPv6 forms that
 * carry an IPv4 address within them.
 */
final class SpecialAddresses {

    private record Block(AddressRange range, String what) {
        Block(String cidr, String what) {
            this(AddressRange.of(cidr), what);
        }
    }

    /** An IPv6 block whose addresses carry an IPv4 address. */
    private record Carrier(AddressRange range, int offset, String what) {
        Carrier(String cidr, int offset, String what) {
            this(AddressRange.of(cidr), offset, what);
        }
    }

    /** More precise blocks first. */
    private static final List<Block> BLOCKS = List.of(
            new Block("169.254.169.254/32", "a cloud metadata address"),
            new Block("168.63.129.16/32", "a cloud metadata address"),
            new Block("100.100.100.200/32", "a cloud metadata address"),
            new Block("fd00:ec2::254/128", "a cloud metadata address"),
            new Block("0.0.0.0/8", "an unspecified address (RFC 1122)"),
            new Block("10.0.0.0/8", "a private address (RFC 1918)"),
            new Block("100.64.0.0/10", "an address of a provider's shared space (RFC 6598)"),
            new Block("127.0.0.0/8", "a loopback address (RFC 1122)"),
            new Block("169.254.0.0/16", "a link-local address (RFC 3927)"),
            new Block("172.16.0.0/12", "a private address (RFC 1918)"),
            new Block("192.0.0.0/24", "an address of protocol assignments (RFC 6890)"),
            new Block("192.0.2.0/24", "an address of documentation (RFC 5737)"),
            new Block("198.51.100.0/24", "an address of documentation (RFC 5737)"),
            new Block("203.0.113.0/24", "an address of documentation (RFC 5737)"),
            new Block("192.88.99.0/24", "a 6to4 relay's address (RFC 7526)"),
            new Block("192.168.0.0/16", "a private address (RFC 1918)"),
            new Block("198.18.0.0/15", "a benchmarking address (RFC 2544)"),
            new Block("224.0.0.0/4", "a multicast address (RFC 5771)"),
            new Block("255.255.255.255/32", "the broadcast address"),
            new Block("240.0.0.0/4", "a reserved address (RFC 1112)"),
            new Block("::/128", "the unspecified address"),
            new Block("::1/128", "the loopback address"),
            new Block("64:ff9b:1::/48", "a local translation address (RFC 8215)"),
            new Block("100::/64", "a discard address (RFC 6666)"),
            new Block("2001::/32", "a Teredo address (RFC 4380)"),
            new Block("2001:db8::/32", "an address of documentation (RFC 3849)"),
            new Block("3fff::/20", "an address of documentation (RFC 9637)"),
            new Block("5f00::/16", "a segment identifier (RFC 9602)"),
            new Block("fc00::/7", "a unique-local address (RFC 4193)"),
            new Block("fe80::/10", "a link-local address (RFC 4291)"),
            new Block("fec0::/10", "a site-local address (RFC 3879)"),
            new Block("ff00::/8", "a multicast address (RFC 4291)"));

    private static final List<Carrier> CARRIERS = List.of(
            new Carrier("::ffff:0:0:0/96", 12, "translated (RFC 2765)"),
            new Carrier("64:ff9b::/96", 12, "translated by NAT64 (RFC 6052)"),
            new Carrier("2002::/16", 2, "reached by 6to4 (RFC 3056)"),
            new Carrier("::/96", 12, "IPv4-compatible (RFC 4291)"));

    private SpecialAddresses() {}

    /** What is special about an address, e.g. {@code a private address (RFC 1918)}; empty where nothing is. */
    static Optional<String> what(InetAddress address) {
        return what(address.getAddress());
    }

    private static Optional<String> what(byte[] given) {
        byte[] bytes = isMapped(given) ? Arrays.copyOfRange(given, 12, 16) : given;
        for (Block block : BLOCKS) {
            if (block.range.contains(bytes)) {
                return Optional.of(block.what);
            }
        }
        for (Carrier carrier : CARRIERS) {
            if (carrier.range.contains(bytes)) {
                byte[] carried = Arrays.copyOfRange(bytes, carrier.offset, carrier.offset + 4);
                return what(carried).map(what -> what + ", " + carrier.what);
            }
        }
        if (isIsatap(bytes)) {
            return what(Arrays.copyOfRange(bytes, 12, 16)).map(what -> what + ", tunnelled by ISATAP (RFC 5214)");
        }
        return Optional.empty();
    }

    /** Under any prefix, an interface identifier {@code 0:5efe:a.b.c.d} or {@code 200:5efe:a.b.c.d} (RFC 5214 §6.1). */
    private static boolean isIsatap(byte[] bytes) {
        return bytes.length == 16
                && (bytes[8] & 0xfd) == 0
                && bytes[9] == 0
                && bytes[10] == 0x5e
                && (bytes[11] & 0xff) == 0xfe;
    }

    /** {@code ::ffff:a.b.c.d} (RFC 4291 §2.5.5.2). */
    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
