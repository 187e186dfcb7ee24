package org.pressmark.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Knows who may change something: who has the token that the server's owner was shown. A browser keeps it in a cookie that no
 * script can read and that no other site's form sends along; a program sends it in a header.
 */
final class Keeper {
    private static final String COOKIE = "pressmark-token";
    private static final String BEARER = "Bearer ";

    /** Lets nobody change anything. */
    static final Keeper NOBODY = new Keeper("");

    private final String token;

    /** @param token empty: nobody has it */
    Keeper(String token) {
        if (!token.isEmpty() && token.length() < 32) {
            throw new IllegalArgumentException("expected a token of 32 characters or more");
        }
        this.token = token;
    }

    /** {@code /enter?token=…}: the link that the owner opens; leaves the token with the browser. */
    Answer enter(Asked asked) {
        if (!same(asked.parameter("token").orElse(""))) {
            return Trouble.page(
                    403,
                    "This link does not open",
                    "The token in it is not this server's.",
                    "Use the link that 'pressmark serve' printed when it started.");
        }
        return Answer.found("/")
                .with("Set-Cookie", COOKIE + "=" + token + "; HttpOnly; SameSite=Lax; Path=/")
                .with("Cache-Control", "no-store");
    }

    /** Whether this request may change something: it has the token, and comes from our own pages or from no page at all. */
    boolean mayAct(Asked asked) {
        Optional<String> bearer = asked.header()
                .apply("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
        return bearer.map(this::same).orElseGet(() -> knows(asked) && fromOurPages(asked));
    }

    /** Whether the browser has the token, so that pages may offer actions. */
    boolean knows(Asked asked) {
        String cookies = asked.header().apply("Cookie").orElse("");
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .anyMatch(cookie -> same(cookie.substring(COOKIE.length() + 1)));
    }

    /** Archived pages lie on the same host: a form or script of theirs has another origin, or none that it tells. */
    private static boolean fromOurPages(Asked asked) {
        return asked.header()
                .apply("Origin")
                .filter(origin -> {
                    try {
                        return origin.equals(asked.origin())
                                && URI.create(origin).getHost() != null;
                    } catch (IllegalArgumentException opaque) {
                        return false;
                    }
                })
                .isPresent();
    }

    private boolean same(String given) {
        return !token.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
