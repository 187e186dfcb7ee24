package org.pressmark.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.markup.WebAddress;

/** Reading of the colon-separated words that curl's {@code --connect-to} and {@code --resolve} take. */
final class HostPort {
    private HostPort() {}

    /**
     * Cuts at colons, except those within brackets.
     *
     * @param most the number of parts at which cutting ends; the last part keeps its colons
     */
    static List<String> parts(String text, int most) {
        List<String> out = new ArrayList<>();
        int from = 0;
        boolean bracket = false;
        for (int i = 0; i < text.length() && out.size() < most - 1; i++) {
            char c = text.charAt(i);
            bracket = c == '[' || (bracket && c != ']');
            if (c == ':' && !bracket) {
                out.add(text.substring(from, i));
                from = i + 1;
            }
        }
        out.add(text.substring(from));
        return out;
    }

    /** A port from 1 to 65535. */
    static int port(String digits, String option, String whole) {
        if (digits.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        }
        throw FetchException.ofSettings(
                option + ": expected a port from 1 to 65535, found \"" + digits + "\" in \"" + whole + "\"");
    }

    /** A host without the brackets that an IPv6 address wears in addresses, lower case, letters of all scripts as punycode. */
    static String bare(String host) {
        String lower = host.chars().allMatch(c -> c < 0x80)
                ? host.toLowerCase(Locale.ROOT)
                : WebAddress.parse("http://" + host + "/").map(WebAddress::host).orElse(host);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
