package org.pressmark.fetch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Access;

/**
 * The headers that we send: the truth about ourselves, what a modest browser asks for, and what a person gave to be let in by.
 * A server's own cookies go no further than the way of redirects on which it set them.
 */
final class Asking {
    private static final String ACCEPT_REQUISITE = "*/*";
    private static final String ACCEPT_PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final FetchSettings settings;

    Asking(FetchSettings settings) {
        this.settings = settings;
    }

    /** @param now by which cookies are void or not */
    Headers page(Target target, FetchRequest request, Instant now) {
        Headers.Builder headers = basics(target, request.paced() ? ACCEPT_PAGE : ACCEPT_REQUISITE)
                .add("Accept-Language", settings.acceptLanguage())
                .add("Accept-Encoding", request.asStored() ? "identity" : "gzip, br, deflate");
        request.referrer().flatMap(from -> referrer(from, target)).ifPresent(value -> headers.add("Referer", value));
        visible(request.ifNoneMatch()).ifPresent(value -> headers.add("If-None-Match", value));
        visible(request.ifModifiedSince()).ifPresent(value -> headers.add("If-Modified-Since", value));
        letIn(headers, target, request.access(), now);
        return headers.build();
    }

    private static void letIn(Headers.Builder headers, Target target, Access access, Instant now) {
        HttpUrl url = target.url();
        access.cookieHeader(url.isHttps(), target.host(), url.encodedPath(), now)
                .ifPresent(value -> headers.set("Cookie", value));
        access.headersFor(url.isHttps(), target.host()).forEach(header -> headers.set(header.name(), header.value()));
    }

    Headers robots(Target target) {
        return basics(target, "text/plain,*/*;q=0.5")
                .add("Accept-Encoding", "identity")
                .build();
    }

    Headers sending(Target target, String sent, String accepted, Map<String, String> more) {
        Headers.Builder headers =
                basics(target, accepted).add("Accept-Encoding", "identity").add("Content-Type", sent);
        more.forEach(headers::add);
        return headers.build();
    }

    private Headers.Builder basics(Target target, String accept) {
        return new Headers.Builder()
                .add("Host", target.authority())
                .add("User-Agent", settings.userAgent())
                .add("Accept", accept);
    }

    /** The default policy of browsers, strict-origin-when-cross-origin (W3C Referrer Policy §3.7). */
    private static Optional<String> referrer(String from, Target target) {
        @Nullable HttpUrl page = HttpUrl.parse(from);
        if (page == null || (page.isHttps() && !target.url().isHttps())) {
            return Optional.empty();
        }
        HttpUrl bare =
                page.newBuilder().username("").password("").fragment(null).build();
        boolean sameOrigin = bare.scheme().equals(target.url().scheme())
                && bare.host().equals(target.host())
                && bare.port() == target.port();
        HttpUrl sent = sameOrigin
                ? bare
                : bare.newBuilder().encodedPath("/").query(null).build();
        return Optional.of(sent.toString());
    }

    private static Optional<String> visible(Optional<String> value) {
        return value.filter(text -> !text.isBlank() && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f));
    }
}
