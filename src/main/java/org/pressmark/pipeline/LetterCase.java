package org.pressmark.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pressmark.model.Capture;

/** Keys have no capital letters, but {@code /A} and {@code /a} may be two pages: where one is asked for, not the other. */
final class LetterCase {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private LetterCase() {}

    /** The captures without those of a page that differs from the one asked for in its capitals; all, where those are all. */
    static List<Capture> asAsked(List<Capture> captures, String url) {
        List<Capture> kept =
                captures.stream().filter(capture -> !other(capture, url)).toList();
        return kept.isEmpty() ? captures : kept;
    }

    /** Whether a capture's address is the one asked for but for its capitals. */
    static boolean other(Capture capture, String url) {
        String asked = plain(url);
        String own = plain(capture.url());
        return own.equalsIgnoreCase(asked) && !own.equals(asked);
    }

    /** An address without what its key leaves out of account anyway, its letters as they are; host and escapes of one case. */
    static String plain(String url) {
        int hash = url.indexOf('#');
        String bare =
                (hash < 0 ? url : url.substring(0, hash)).replaceFirst("^(?i)[a-z][a-z0-9+.-]*://(www[0-9]*\\.)?", "");
        int slash = bare.indexOf('/');
        String host = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = ESCAPE.matcher(slash < 0 ? "" : bare.substring(slash))
                .replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
        return host + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
