package org.pressmark.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses written as addresses, in every form that browsers and C libraries take; DNS is never asked. */
final class IpLiteral {
    private IpLiteral() {}

    /**
     * Reads an address.
     *
     * @param host without brackets: {@code 192.0.2.7}, {@code 2001:db8::7}, and the odd forms of IPv4 that the URL
     *     Standard's "IPv4 parser" takes: {@code 0x7f.1}, {@code 2130706433}, {@code 0177.0.0.1}
     * @return empty where it is a name, or no address
     */
    static Optional<InetAddress> parse(String host) {
        if (host.indexOf(':') >= 0) {
            // Beginning so, and with a colon in it, InetAddress asks no DNS.
            return host.matches("[0-9A-Fa-f:][0-9A-Fa-f:.]*") ? ipv6(host) : Optional.empty();
        }
        return endsInNumber(host) ? ipv4(host) : Optional.empty();
    }

    /** Whether a host must be an IPv4 address or is no host at all (URL Standard, "ends in a number checker"). */
    static boolean endsInNumber(String host) {
        int end = host.endsWith(".") && host.length() > 1 ? host.length() - 1 : host.length();
        int from = host.lastIndexOf('.', end - 1) + 1;
        boolean hex = host.startsWith("0x", from) || host.startsWith("0X", from);
        boolean number = from < end;
        for (int i = hex ? from + 2 : from; i < end && number; i++) {
            number = host.charAt(i) < 0x80 && Character.digit(host.charAt(i), hex ? 16 : 10) >= 0;
        }
        return number;
    }

    /** As WARC-IP-Address and people write it (RFC 5952 for IPv6). */
    static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int bestAt = -1;
        int bestLength = 1; // RFC 5952 §4.2.2: one single zero group is written out
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestAt = i;
                bestLength = end - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestAt) {
                out.append("::");
                i += bestLength - 1;
            } else {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }

    private static List<String> parts(String host) {
        String[] parts = host.split("\\.", -1);
        boolean rootDot = parts.length > 1 && parts[parts.length - 1].isEmpty();
        return Arrays.asList(parts).subList(0, rootDot ? parts.length - 1 : parts.length);
    }

    private static Optional<InetAddress> ipv4(String host) {
        List<String> parts = parts(host);
        if (parts.size() > 4) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int bits = last ? 8 * (5 - parts.size()) : 8;
            Optional<Long> number = number(parts.get(i));
            if (number.isEmpty() || number.get() >= 1L << bits) {
                return Optional.empty();
            }
            value = (value << bits) | number.get();
        }
        return of(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    private static Optional<Long> number(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        int radix = lower.startsWith("0x") ? 16 : lower.length() > 1 && lower.startsWith("0") ? 8 : 10;
        String digits = radix == 16 ? lower.substring(2) : lower;
        if (digits.isEmpty()) {
            return radix == 16 ? Optional.of(0L) : Optional.empty();
        }
        String trimmed = digits.replaceFirst("^0+(?=.)", "");
        boolean valid = trimmed.chars().allMatch(c -> Character.digit(c, radix) >= 0 && c < 128);
        return valid && trimmed.length() <= 15 ? Optional.of(Long.parseLong(trimmed, radix)) : Optional.empty();
    }

    private static Optional<InetAddress> ipv6(String host) {
        try {
            InetAddress[] found = InetAddress.getAllByName(host);
            return Optional.of(found[0]);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static Optional<InetAddress> of(byte[] bytes) {
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
