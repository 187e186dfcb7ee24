package org.pressmark.replay;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pressmark.model.HttpHead;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.model.ReplayPlace;

/**
 * The headers of a replayed answer. An allow-list: what is not known to be harmless is shown under another name, as the
 * archived page's server no longer speaks for this address.
 */
public final class ReplayHeaders {
    /** What archived headers are called that do not pass. */
    public static final String RENAMED = "X-Archive-Orig-";

    private static final String POLICY = "Content-Security-Policy";

    private static final Set<String> PASSING = Set.of("content-type", "content-language", "content-disposition");

    /** Also harmless, and needed, where the body is given as stored. */
    private static final Set<String> PASSING_AS_STORED = Set.of("content-encoding");

    /** Archived headers beyond this are left out, longest room that a browser is sure to take. */
    private static final int MOST_CHARACTERS = 24_000;

    private ReplayHeaders() {}

    /**
     * The archived headers as they may be sent on.
     *
     * @param head the stored head of the response
     * @param asStored whether the body is sent as stored, its content-encoding with it
     * @return in the archived order, some 24,000 characters at most; names that are no tokens left out, control characters
     *     dropped from values
     */
    public static List<Header> archived(HttpHead head, boolean asStored) {
        List<Header> out = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        int room = MOST_CHARACTERS;
        for (Header header : head.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            String value = clean(header.value());
            room -= RENAMED.length() + name.length() + value.length() + 4;
            if (!token(name) || room < 0) {
                continue;
            }
            // A part of an answer is named with its place in the whole; of a header that is sent twice, the first
            // counts.
            boolean passes = (PASSING.contains(name)
                            || (asStored && PASSING_AS_STORED.contains(name))
                            || (name.equals("content-range") && head.status() == 206))
                    && passed.add(name);
            String sent = passes && name.equals("content-type") ? ContentType.sent(value) : value;
            if (passes && !sent.isEmpty()) {
                out.add(new Header(header.name(), sent));
            }
            if (!passes || !sent.equals(value)) {
                out.add(new Header(RENAMED + header.name(), value));
            }
        }
        return List.copyOf(out);
    }

    /**
     * A Content-Type header that also says in which encoding a document was read: were a browser to find another, it would read
     * another document from the same bytes, with addresses that nobody rewrote.
     */
    public static String inEncoding(String contentType, Charset charset) {
        return ContentType.inEncoding(contentType, charset);
    }

    /**
     * What goes with every archived answer, raw ones, errors and pictures included.
     *
     * @param contentType of the answer; a browser's own viewer of PDF files works in no sandbox, and needs none
     */
    public static List<Header> safety(ReplayPlace place, String contentType) {
        boolean pdf = ContentType.type(contentType).equals("application/pdf");
        return List.of(
                new Header(POLICY, pdf ? confined(place) : policy(place)),
                new Header("Referrer-Policy", "no-referrer"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("X-DNS-Prefetch-Control", "off"),
                new Header("Cross-Origin-Resource-Policy", "cross-origin"),
                new Header("Permissions-Policy", PERMISSIONS));
    }

    /**
     * The policy under which archived content is shown: nothing but what the replay origin holds, no form, no socket, no
     * script unless it was asked for. Without scripts a page's origin equals no other ({@code sandbox}); with them it is the
     * replay origin, which is no other page's of ours, since only there a browser lets a script be told of the page leading
     * away ({@code navigation}), which is how it is kept from doing so.
     */
    public static String policy(ReplayPlace place) {
        return confined(place) + "; sandbox "
                + (place.scripts()
                        ? "allow-scripts allow-same-origin allow-top-navigation-by-user-activation"
                        : "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation");
    }

    /**
     * The same headers for a frame within an archived page: no policy can name the page around it, whose origin has no name,
     * so nothing is said of what may frame it.
     */
    public static List<Header> unframed(List<Header> headers) {
        return headers.stream()
                .map(header -> header.name().equals(POLICY)
                        ? new Header(POLICY, header.value().replaceFirst("; frame-ancestors [^;]*", ""))
                        : header)
                .toList();
    }

    private static String confined(ReplayPlace place) {
        String here = place.archived() + " data: blob:";
        return "default-src " + here
                + "; script-src " + (place.scripts() ? here + " 'unsafe-inline' 'unsafe-eval'" : "'none'")
                + "; style-src " + here + " 'unsafe-inline'"
                + "; connect-src " + (place.scripts() ? here : "'none'")
                + "; worker-src 'none'; object-src " + place.archived()
                + "; base-uri " + place.archived()
                + "; form-action 'none'; frame-ancestors " + place.archived()
                + (place.pages().equals(place.archived()) ? "" : " " + place.pages())
                + (place.scripts() ? "; webrtc 'block'" : "");
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
