package org.pressmark.markup;

import org.jspecify.annotations.Nullable;

/** IPv6 addresses in their one canonical form (RFC 5952 §4). */
final class Ipv6 {
    private Ipv6() {}

    /** The address in brackets, or null where it is none. */
    static @Nullable String normal(String text) {
        int gap = text.indexOf("::");
        String head = gap < 0 ? text : text.substring(0, gap);
        String tail = gap < 0 ? "" : text.substring(gap + 2);
        int[] left = pieces(head, gap < 0);
        int[] right = pieces(tail, true);
        if (left == null || right == null || (gap < 0 ? left.length != 8 : left.length + right.length > 7)) {
            return null;
        }
        int[] all = new int[8];
        System.arraycopy(left, 0, all, 0, left.length);
        System.arraycopy(right, 0, all, 8 - right.length, right.length);
        return written(all);
    }

    private static int @Nullable [] pieces(String text, boolean mayEndInIpv4) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 8) {
            return null;
        }
        String last = parts[parts.length - 1];
        String ipv4 = mayEndInIpv4 && last.indexOf('.') > 0 ? Ipv4.normal(last) : null;
        int[] out = new int[parts.length + (ipv4 == null ? 0 : 1)];
        for (int i = 0; i < parts.length; i++) {
            if (ipv4 != null && i == parts.length - 1) {
                String[] bytes = ipv4.split("\\.", -1);
                out[i] = Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]);
                out[i + 1] = Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]);
                break;
            }
            out[i] = hex(parts[i]);
            if (out[i] < 0) {
                return null;
            }
        }
        return out;
    }

    private static int hex(String text) {
        int value = text.isEmpty() || text.length() > 4 ? -1 : 0;
        for (int i = 0; value >= 0 && i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            value = digit < 0 ? -1 : value << 4 | digit;
        }
        return value;
    }

    private static String written(int[] pieces) {
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && pieces[end] == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                out.append("::");
                i += bestLength - 1;
            } else {
                out.append(i == 0 || out.charAt(out.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(pieces[i]));
            }
        }
        return out.append(']').toString();
    }
}
