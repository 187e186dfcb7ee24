package org.pressmark.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.HttpHead.Header;

/**
 * Which other sites' scripts may read what this archive gives to programs (Fetch, "CORS protocol"): none, unless its owner names
 * them. They never read its pages and never change anything.
 */
final class Sharing {
    private static final List<String> FOR_PROGRAMS = List.of("/wacz/", "/cdx", "/web/timemap/", "/feed/");

    private final Set<String> origins;

    /** @param origins e.g. {@code https://replayweb.page} */
    Sharing(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** The answer, with leave to be read where the asking site has it. */
    Answer share(Asked asked, Answer answer) {
        Optional<String> origin = reader(asked);
        if (origin.isEmpty()) {
            return answer;
        }
        List<Header> headers = answer.headers().stream()
                .filter(header -> !header.name().equals("Cross-Origin-Resource-Policy"))
                .toList();
        return new Answer(answer.status(), headers, answer.length(), answer.body())
                .with(List.of(
                        new Header("Access-Control-Allow-Origin", origin.get()),
                        new Header("Cross-Origin-Resource-Policy", "cross-origin"),
                        new Header(
                                "Access-Control-Expose-Headers",
                                "Content-Length, Content-Range, Accept-Ranges, ETag, Link"),
                        new Header("Vary", "Origin")));
    }

    /** What a browser asks before it asks for parts; that the archive lies on this machine, it asks for as well. */
    Optional<Answer> preflight(Asked asked) {
        return reader(asked)
                .map(origin -> share(asked, Answer.text(204, "text/plain; charset=utf-8", ""))
                        .with(List.of(
                                new Header("Access-Control-Allow-Methods", "GET, HEAD"),
                                new Header("Access-Control-Allow-Headers", "Range, If-Range, If-None-Match"),
                                new Header("Access-Control-Allow-Private-Network", "true"),
                                new Header("Access-Control-Max-Age", "600"))));
    }

    private Optional<String> reader(Asked asked) {
        return FOR_PROGRAMS.stream().anyMatch(asked.path()::startsWith)
                ? asked.header().apply("Origin").filter(origins::contains)
                : Optional.empty();
    }
}
