package org.pressmark.pipeline;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.archive.CaptureContext;
import org.pressmark.model.Capture;
import org.pressmark.model.HttpHead;

/**
 * What stood in the place of a page: it is stored and labelled, and never taken for a version of the article. Told here by
 * status, headers and build alone, whatever the language; by its words in {@link StandIn}.
 *
 * @param evidence why it counts as one, in words
 */
record Wall(Kind kind, String evidence) {
    /** A page with less text than this says nothing that an article would. */
    private static final int LITTLE = 1_500;

    /** What it wants. */
    enum Kind {
        BOT_CHECK,
        CONSENT,
        LOGIN,
        RATE_LIMIT,
        SOFT_404,
        EMPTY_SHELL,
        /** Something else that says itself that it is not the page. */
        NOTICE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As the metadata record has it, e.g. {@code empty-shell: 12 characters of text, 4 scripts}. */
    String words() {
        return kind.word() + ": " + evidence;
    }

    /** The wall that an answer shows in the place of a page, by its build and by its words. */
    static Optional<Wall> of(Answer answer, CaptureContext context) throws IOException {
        PageScan.Seen seen = PageScan.of(answer);
        Optional<Wall> built = of(answer, context, seen);
        return built.isPresent() ? built : StandIn.of(answer, seen);
    }

    /** By its build alone; empty where it shows none. */
    static Optional<Wall> of(Answer answer, CaptureContext context, PageScan.Seen seen) {
        HttpHead head = answer.head();
        int status = head.status();
        if (context.role() == Capture.Role.REDIRECT) {
            return toTheFront(answer);
        }
        Optional<Wall> said = WallHeaders.said(head);
        if (said.isPresent()) {
            return said;
        }
        if (status == 429 || (status == 503 && head.first("Retry-After").isPresent())) {
            return wall(Kind.RATE_LIMIT, "status " + status);
        }
        if (status == 401 || status == 407) {
            return wall(Kind.LOGIN, "status " + status);
        }
        return seen.build().flatMap(build -> built(status, build, context, answer.url()));
    }

    private static Optional<Wall> built(int status, PageBuild build, CaptureContext context, String url) {
        String size = build.visible() + " characters of text, " + build.scripts() + " scripts";
        boolean little = build.visible() < LITTLE;
        if ((status == 403 || status == 503) && little && (build.scripts() > 0 || build.refresh())) {
            return wall(Kind.BOT_CHECK, "status " + status + ", " + size);
        }
        if (status < 200 || status > 299) {
            return Optional.empty();
        }
        if (little && build.password() && build.paragraphs() < 3) {
            return wall(Kind.LOGIN, "asks for a password, " + size);
        }
        if (build.visible() < PageBuild.ENOUGH && namesWhereItCameFrom(context, url)) {
            return wall(Kind.CONSENT, "another host's page that names the address asked for, " + size);
        }
        if (build.sendsOn(url).isPresent()) {
            return Optional.empty(); // a redirect by other means
        }
        if (build.bare() && build.refresh() && build.scripts() > 0) {
            return wall(Kind.BOT_CHECK, "loads itself again, " + size);
        }
        return build.bare() && build.scripts() > 0 && !build.articleInScript()
                ? wall(Kind.EMPTY_SHELL, size)
                : Optional.empty();
    }

    /** Sent here from another host, with that address in the query to be sent back to. */
    private static boolean namesWhereItCameFrom(CaptureContext context, String url) {
        int query = url.indexOf('?');
        String via = context.via().orElse("");
        if (query < 0
                || via.isEmpty()
                || !context.hopsFromSeed().endsWith("R")
                || host(via).equals(host(url))) {
            return false;
        }
        String asked = decoded(url.substring(query)).toLowerCase(Locale.ROOT);
        return asked.contains(host(via) + path(via).toLowerCase(Locale.ROOT));
    }

    private static String decoded(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return query;
        }
    }

    /** A redirect from somewhere deep to the site's front page: what was there is gone. */
    private static Optional<Wall> toTheFront(Answer answer) {
        String from = answer.url();
        String to = answer.head().first("Location").orElse("");
        boolean front = path(to).equals("/") || to.equals("/") || (to.contains("://") && path(to).isEmpty());
        boolean deep =
                path(from).replaceAll("[^/]", "").length() > 1 || path(from).length() > 16;
        boolean sameHost = !to.contains("://") || host(to).equals(host(from));
        return front && deep && sameHost
                ? wall(Kind.SOFT_404, "sent from a page within to the front page")
                : Optional.empty();
    }

    private static Optional<Wall> wall(Kind kind, String evidence) {
        return Optional.of(new Wall(kind, evidence));
    }

    private static String host(String url) {
        int from = url.indexOf("://") + 3;
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String host = url.substring(Math.min(from, end), end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The path without query and fragment. */
    private static String path(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
        if (from < 0) {
            return "";
        }
        int end = from;
        while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(from, end);
    }
}
