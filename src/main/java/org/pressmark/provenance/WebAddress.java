package org.pressmark.provenance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.UrlKey;

/** What can be read from an address alone: its host, its site, a date in its path. */
final class WebAddress {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s<>\"“”«»|\\\\^`{}]{3,2000}");
    private static final Pattern BARE = Pattern.compile("(?i)^(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,24}(?:/\\S*)?$");
    private static final Pattern HOST =
            Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(\\[[^\\]]*\\]|[^/?#:]+)");
    private static final Pattern DATE =
            Pattern.compile("/((?:19|20)\\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*");
    /** Second labels under which a country sells names; a public-suffix list would be exact, and 15,000 lines long. */
    private static final Set<String> SECOND = Set.of(
            "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "nom", "mil", "in", "info", "gen");
    /** Hosts under which strangers live side by side. */
    private static final Set<String> SHARED = Set.of(
            "blogspot.com",
            "wordpress.com",
            "substack.com",
            "medium.com",
            "github.io",
            "tumblr.com",
            "livejournal.com",
            "over-blog.com",
            "typepad.com",
            "weebly.com",
            "wixsite.com",
            "ghost.io",
            "blogger.com");

    private WebAddress() {}

    /** The first address in a text, closing punctuation dropped. */
    static Optional<String> first(String text) {
        Matcher found = ADDRESS.matcher(text);
        return found.find() ? Optional.of(clean(found.group())) : Optional.empty();
    }

    /** The text as an address where it is nothing else: {@code <https://a.example/b>}, {@code a.example/b}. */
    static Optional<String> whole(String text) {
        String bare = text.strip();
        if (bare.startsWith("<") && bare.endsWith(">")) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        Matcher found = ADDRESS.matcher(bare);
        if (found.lookingAt() && clean(found.group()).length() >= bare.length() - 1) {
            return Optional.of(clean(found.group()));
        }
        return BARE.matcher(bare).matches() ? Optional.of("https://" + bare) : Optional.empty();
    }

    private static String clean(String address) {
        String out = address;
        while (!out.isEmpty() && ".,;:!?'’)]".indexOf(out.charAt(out.length() - 1)) >= 0) {
            boolean opened = out.endsWith(")") && out.indexOf('(') >= 0;
            if (opened) {
                break;
            }
            out = out.substring(0, out.length() - 1);
        }
        return out.toLowerCase(Locale.ROOT).startsWith("http") ? out : "https://" + out;
    }

    static boolean isAddress(String text) {
        return HOST.matcher(text).find() && text.toLowerCase(Locale.ROOT).startsWith("http");
    }

    /** The lower-case host, {@code www.} kept; empty text where there is none. */
    static String host(String url) {
        Matcher found = HOST.matcher(url);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The host without the labels that only name a rendering. */
    static String plainHost(String url) {
        return host(url).replaceFirst("^(?:www\\d*|m|mobile|amp)\\.(?=.*\\.)", "");
    }

    /** The name under which one owner runs hosts, e.g. {@code bbc.co.uk} for {@code https://www.bbc.co.uk/news}. */
    static String site(String url) {
        String host = plainHost(url);
        if (NUMERIC.matcher(host).matches()) {
            return host;
        }
        String[] labels = host.split("\\.", -1);
        int last = labels.length - 1;
        int keep = 2;
        if (last >= 2) {
            String two = labels[last - 1] + "." + labels[last];
            boolean country = labels[last].length() == 2 && SECOND.contains(labels[last - 1]);
            keep = country || SHARED.contains(two) ? 3 : 2;
        }
        StringBuilder out = new StringBuilder();
        for (int i = Math.max(0, labels.length - keep); i < labels.length; i++) {
            out.append(out.length() == 0 ? "" : ".").append(labels[i]);
        }
        return out.toString();
    }

    static boolean sameSite(String a, String b) {
        String site = site(a);
        return !site.isEmpty() && site.equals(site(b));
    }

    static boolean samePage(String a, String b) {
        return UrlKey.of(a).equals(UrlKey.of(b));
    }

    /** An ISO date in the path, as many publishers write it: {@code /2021/12/27/}. */
    static Optional<String> dateInPath(String url) {
        Matcher found = DATE.matcher(url);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
            return Optional.of(date.toString());
        } catch (DateTimeException e) {
            return Optional.empty(); // the 30th of February is no date, only a number in a path
        }
    }
}
