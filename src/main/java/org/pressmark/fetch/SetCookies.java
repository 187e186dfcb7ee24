package org.pressmark.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Access;
import org.pressmark.model.HttpHead;

/** The cookies that a response sets (RFC 6265 §5), by OkHttp's reading: none for another site, none for a whole suffix. */
public final class SetCookies {
    /** As browsers have it: so many of a response, each so long. */
    private static final int MOST = 50;

    private static final int LONGEST = 4096;

    private SetCookies() {}

    /**
     * Those that may be sent back, in order.
     *
     * @param url the address that was asked
     */
    public static List<Access.Cookie> of(String url, HttpHead head) {
        @Nullable HttpUrl asked = HttpUrl.parse(url);
        if (asked == null || head.first("Set-Cookie").isEmpty()) {
            return List.of();
        }
        List<Access.Cookie> out = new ArrayList<>();
        for (HttpHead.Header header : head.headers()) {
            if (header.name().equalsIgnoreCase("Set-Cookie")
                    && header.value().length() <= LONGEST
                    && out.size() < MOST) {
                @Nullable Cookie cookie = Cookie.parse(asked, header.value());
                if (cookie != null && sendable(cookie.name() + cookie.value())) {
                    out.add(new Access.Cookie(
                            cookie.domain(),
                            !cookie.hostOnly(),
                            cookie.path(),
                            cookie.secure(),
                            cookie.persistent()
                                    ? Optional.of(Instant.ofEpochMilli(cookie.expiresAt()))
                                    : Optional.empty(),
                            cookie.name(),
                            cookie.value()));
                }
            }
        }
        return out;
    }

    private static boolean sendable(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }
}
