package org.pressmark.replay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.UrlKey;

/**
 * Other ways in which the address of a page may have been written when it was captured. Tools differ in how they make a key of
 * an address, mails and chats break addresses, and sites hang marks of who sent the visitor onto them; so a page may be there
 * though its key is another.
 */
public final class AddressVariants {
    /** Parameters that say where a visitor came from and not which page he sees. */
    private static final Pattern VISITOR = Pattern.compile(
            "(?i)(utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|ref_src|cmpid|ocid)(=.*)?");

    private static final Pattern INDEX = Pattern.compile("(?i)/(index|default)\\.(html?|php|aspx?)$");
    private static final String MAIL_MARKS = ".,;:!?)]}>'\"”’»";

    private AddressVariants() {}

    /**
     * The variants, likeliest first, each with a key of its own; the address itself is not among them.
     *
     * @param url as asked for
     */
    public static List<String> of(String url) {
        Set<String> out = new LinkedHashSet<>();
        add(out, url.replaceFirst("^(?i)(https?):/+(?=[^/])", "$1://"));
        add(out, url.replace("&amp;", "&"));
        add(out, url.replace("'", "%27"));
        add(out, url.replace("%27", "'"));
        add(out, url.replace("+", "%20"));
        add(out, url.replace("%20", "+"));
        add(out, url.replace("%2B", "+").replace("%2b", "+"));
        add(out, latin(url));
        add(out, withoutMailMarks(url));
        String plain = withoutVisitor(url);
        add(out, plain);
        add(out, INDEX.matcher(plain).replaceFirst("/"));
        int question = plain.indexOf('?');
        String path = question < 0 ? plain : plain.substring(0, question);
        add(out, path.endsWith("/") ? path + "index.html" : path + "/index.html");
        add(out, mobile(plain, true));
        add(out, mobile(plain, false));
        if (question > 0) {
            add(out, path);
        }
        Set<UrlKey> seen = new LinkedHashSet<>();
        seen.add(UrlKey.of(url));
        out.removeIf(variant -> !seen.add(UrlKey.of(variant)));
        return List.copyOf(out);
    }

    private static void add(Set<String> out, String variant) {
        if (!variant.isBlank()) {
            out.add(variant);
        }
    }

    /** UTF-8 escapes as ISO-8859-1 ones: {@code %C3%BC} as {@code %FC}, as pages of old encodings were linked. */
    private static String latin(String url) {
        StringBuilder out = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            Optional<Integer> lead = octet(url, i);
            Optional<Integer> next = lead.isPresent() ? octet(url, i + 3) : Optional.empty();
            boolean two = next.isPresent() && (lead.get() == 0xC2 || lead.get() == 0xC3) && next.get() >> 6 == 2;
            if (two) {
                int code = (lead.get() & 3) << 6 | (next.get() & 0x3F);
                out.append('%').append(Integer.toHexString(code).toUpperCase(Locale.ROOT));
                i += 5;
            } else {
                out.append(url.charAt(i));
            }
        }
        return out.toString();
    }

    private static Optional<Integer> octet(String url, int at) {
        if (at + 3 > url.length() || url.charAt(at) != '%') {
            return Optional.empty();
        }
        int high = Character.digit(url.charAt(at + 1), 16);
        int low = Character.digit(url.charAt(at + 2), 16);
        return high < 0 || low < 0 ? Optional.empty() : Optional.of(high << 4 | low);
    }

    /** What a sentence put behind the address. */
    private static String withoutMailMarks(String url) {
        int end = url.length();
        while (end > 0 && MAIL_MARKS.indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }

    private static String withoutVisitor(String url) {
        int hash = url.indexOf('#');
        String bare = hash < 0 ? url : url.substring(0, hash);
        int question = bare.indexOf('?');
        if (question < 0) {
            return bare;
        }
        StringBuilder kept = new StringBuilder();
        for (String pair : bare.substring(question + 1).split("&", -1)) {
            if (!VISITOR.matcher(pair).matches()) {
                kept.append(kept.isEmpty() ? "" : "&").append(pair);
            }
        }
        return bare.substring(0, question) + (kept.isEmpty() ? "" : "?" + kept);
    }

    /** The same page on the site's host for telephones, or the other way round. */
    private static String mobile(String url, boolean to) {
        Optional<WebAddress> address = WebAddress.parse(url);
        String host = address.map(WebAddress::host).orElse("");
        String plain = host.startsWith("www.") ? host.substring(4) : host;
        boolean is = plain.startsWith("m.") || plain.startsWith("mobile.") || plain.startsWith("amp.");
        if (host.isEmpty() || is == to || plain.indexOf('.') < 0) {
            return "";
        }
        String other = to ? "m." + plain : plain.substring(plain.indexOf('.') + 1);
        int at = url.indexOf(host);
        return at < 0 ? "" : url.substring(0, at) + other + url.substring(at + host.length());
    }
}
