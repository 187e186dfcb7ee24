package org.pressmark.fetch;

import java.util.Objects;
import java.util.Optional;

/**
 * One address to ask for, once.
 *
 * @param url absolute, http or https; spaces, international host names, user info and a fragment are taken as a browser
 *     takes them: encoded, punycoded, dropped, dropped
 * @param ifNoneMatch the entity tag of an earlier answer as it was sent, e.g. {@code "v1"} with its quotes (RFC 9110
 *     §13.1.2); one with other than visible ASCII characters is not sent
 * @param ifModifiedSince the Last-Modified of an earlier answer as it was sent (RFC 9110 §13.1.3)
 * @param referrer the page that led here; across origins only its origin is sent, from https to http nothing
 * @param obeyRobots false: the person in charge has chosen to ask whatever robots.txt says
 * @param paced true for a page: {@link FetchPace#delay()} and Crawl-delay hold; false for a requisite of a page:
 *     {@link FetchPace#requisiteDelay()} holds
 */
public record FetchRequest(
        String url,
        Optional<String> ifNoneMatch,
        Optional<String> ifModifiedSince,
        Optional<String> referrer,
        boolean obeyRobots,
        boolean paced) {
    public FetchRequest {
        Objects.requireNonNull(url);
    }

    /** A page: no validators, no referrer, robots obeyed, paced. */
    public static FetchRequest page(String url) {
        return new FetchRequest(url, Optional.empty(), Optional.empty(), Optional.empty(), true, true);
    }

    /** A picture or style of a page: robots obeyed, the small delay. */
    public static FetchRequest requisite(String url, String page) {
        return page(url).withReferrer(page).withPaced(false);
    }

    /** This request with the validators of an earlier answer. */
    public FetchRequest withValidators(Optional<String> etag, Optional<String> lastModified) {
        return new FetchRequest(url, etag, lastModified, referrer, obeyRobots, paced);
    }

    public FetchRequest withReferrer(String page) {
        return new FetchRequest(url, ifNoneMatch, ifModifiedSince, Optional.of(page), obeyRobots, paced);
    }

    public FetchRequest withObeyRobots(boolean obey) {
        return new FetchRequest(url, ifNoneMatch, ifModifiedSince, referrer, obey, paced);
    }

    public FetchRequest withPaced(boolean pace) {
        return new FetchRequest(url, ifNoneMatch, ifModifiedSince, referrer, obeyRobots, pace);
    }
}
