package org.pressmark.markup;

import org.jspecify.annotations.Nullable;

/** IPv4 addresses in every way that browsers read them (URL standard, "IPv4 parser"): {@code 0x7f.1} is 127.0.0.1. */
final class Ipv4 {
    private Ipv4() {}

    /** True where the last label is a number, so that the host can only be an IPv4 address or an error. */
    static boolean number(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        int start = host.lastIndexOf('.', end - 1) + 1;
        if (start >= end) {
            return false;
        }
        boolean digits = true;
        for (int i = start; i < end; i++) {
            digits &= host.charAt(i) >= '0' && host.charAt(i) <= '9';
        }
        return digits || part(host.substring(start, end)) >= 0;
    }

    /** Four decimal numbers, or null where it is no address. */
    static @Nullable String normal(String host) {
        String[] parts = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long value = part(parts[i]);
            boolean last = i == parts.length - 1;
            if (value < 0 || value >= (last ? 1L << (8 * (5 - parts.length)) : 256)) {
                return null;
            }
            address += last ? value : value << (8 * (3 - i));
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static long part(String text) {
        int radix = 10;
        String digits = text;
        if (text.startsWith("0x")) {
            radix = 16;
            digits = text.substring(2);
        } else if (text.length() > 1 && text.charAt(0) == '0') {
            radix = 8;
            digits = text.substring(1);
        }
        if (text.isEmpty()) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0 || value > 1L << 40) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
