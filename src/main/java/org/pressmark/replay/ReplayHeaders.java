package org.pressmark.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pressmark.model.HttpHead;
import org.pressmark.model.HttpHead.Header;

/**
 * The headers of a replayed answer. An allow-list: what is not known to be harmless is shown under another name, as the
 * archived page's server no longer speaks for this address.
 */
public final class ReplayHeaders {
    /** What archived headers are called that do not pass. */
    public static final String RENAMED = "X-Archive-Orig-";

    private static final Set<String> PASSING = Set.of("content-type", "content-language", "content-disposition");

    /** Also harmless, and needed, where the body is given as stored. */
    private static final Set<String> PASSING_AS_STORED = Set.of("content-encoding");

    private ReplayHeaders() {}

    /**
     * The archived headers as they may be sent on.
     *
     * @param head the stored head of the response
     * @param asStored whether the body is sent as stored, its content-encoding with it
     * @return in the archived order; names that are no tokens left out, control characters dropped from values
     */
    public static List<Header> archived(HttpHead head, boolean asStored) {
        List<Header> out = new ArrayList<>();
        for (Header header : head.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!token(name)) {
                continue;
            }
            boolean passes = PASSING.contains(name) || (asStored && PASSING_AS_STORED.contains(name));
            out.add(new Header((passes ? "" : RENAMED) + header.name(), clean(header.value())));
        }
        return List.copyOf(out);
    }

    /**
     * What goes with every archived answer, raw ones, errors and pictures included.
     *
     * @param replayOrigin the origin that archived content is served from, e.g. {@code http://127.0.0.2:8080}
     * @param pagesOrigin the origin of our own pages, which may show it in a frame
     */
    public static List<Header> safety(String replayOrigin, String pagesOrigin) {
        return List.of(
                new Header("Content-Security-Policy", policy(replayOrigin, pagesOrigin)),
                new Header("Referrer-Policy", "no-referrer"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("X-DNS-Prefetch-Control", "off"),
                new Header("Cross-Origin-Resource-Policy", "cross-origin"),
                new Header("Permissions-Policy", PERMISSIONS));
    }

    /**
     * The policy under which archived content is shown: nothing but what the replay origin holds, no script, no form, no
     * socket, and a page of its own origin that owns no cookies ({@code sandbox}).
     */
    public static String policy(String replayOrigin, String pagesOrigin) {
        String here = replayOrigin + " data: blob:";
        return "default-src " + here
                + "; script-src 'none'; style-src " + here + " 'unsafe-inline'"
                + "; connect-src 'none'; worker-src 'none'; object-src " + replayOrigin
                + "; base-uri " + replayOrigin
                + "; form-action 'none'; frame-ancestors " + replayOrigin + " " + pagesOrigin
                + "; sandbox allow-popups allow-popups-to-escape-sandbox";
    }

    private static final String PERMISSIONS =
            "accelerometer=(), ambient-light-sensor=(), attribution-reporting=(), autoplay=(), bluetooth=(),"
                    + " browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(),"
                    + " geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(),"
                    + " payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(),"
                    + " usb=(), web-share=(), xr-spatial-tracking=()";

    private static boolean token(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    private static String clean(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\t' || (c >= ' ' && c != 0x7F && c <= 0xFF)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
