package org.pressmark.extract;

import java.net.MalformedURLException;
import java.net.URL;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** Makes the targets of a page's links whole; most need no more than a look, since taking an address apart costs much. */
final class Targets {
    private final String base;
    private final String origin;

    Targets(String base) {
        this.base = base;
        this.origin = origin(base);
    }

    /** The whole address; the target as it stands where it cannot be made whole. */
    String whole(String target) {
        if (simple(target)) {
            if (absolute(target, "https://") || absolute(target, "http://")) {
                return target;
            }
            if (!origin.isEmpty() && target.startsWith("/") && !target.startsWith("//")) {
                return origin + target;
            }
        }
        String whole = new Element(Tag.valueOf("a"), base).attr("href", target).absUrl("href");
        return whole.isEmpty() ? target : whole;
    }

    /** Nothing in it that would have to be mended: spaces, steps such as {@code ..}, a user's name. */
    private static boolean simple(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c == '@' || c == '/' && i + 1 < target.length() && target.charAt(i + 1) == '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean absolute(String target, String scheme) {
        return target.startsWith(scheme)
                && target.length() > scheme.length()
                && Character.isLetterOrDigit(target.charAt(scheme.length()));
    }

    private static String origin(String base) {
        try {
            URL url = new URL(base);
            String port = url.getPort() < 0 ? "" : ":" + url.getPort();
            return url.getHost().isEmpty() ? "" : url.getProtocol() + "://" + url.getHost() + port;
        } catch (MalformedURLException e) {
            return "";
        }
    }
}
