package org.pressmark.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether an address is written as RFC 5952 wants it: lower case, no leading zeros, the longest run of zeros as {@code ::}. */
final class IpAddress {
    private static final Pattern FOUR = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}");

    private IpAddress() {}

    static boolean canonical(String text) {
        if (text.indexOf(':') < 0) {
            return FOUR.matcher(text).matches() && !text.endsWith(".");
        }
        int[] groups = groups(text);
        return groups.length == 8 && (text.indexOf('.') >= 0 || write(groups).equals(text));
    }

    /** The eight groups, or none where the text is no address. */
    private static int[] groups(String text) {
        String plain = text;
        int dot = plain.lastIndexOf(':');
        if (plain.indexOf('.') >= 0) {
            if (!FOUR.matcher(plain.substring(dot + 1)).matches()) {
                return new int[0];
            }
            plain = plain.substring(0, dot + 1) + "0:0";
        }
        int gap = plain.indexOf("::");
        String[] left = split(gap < 0 ? plain : plain.substring(0, gap));
        String[] right = split(gap < 0 ? "" : plain.substring(gap + 2));
        int given = left.length + right.length;
        if (gap < 0 ? given != 8 : given > 7) {
            return new int[0];
        }
        int[] out = new int[8];
        for (int i = 0; i < given; i++) {
            String group = i < left.length ? left[i] : right[i - left.length];
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return new int[0];
            }
            out[i < left.length ? i : 8 - given + i] = Integer.parseInt(group, 16);
        }
        return out;
    }

    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static String write(int[] groups) {
        int best = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                best = i;
                length = run;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(out.length() == 0 || out.charAt(out.length() - 1) == ':' ? "" : ":");
                out.append(Integer.toHexString(groups[i]).toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }
}
