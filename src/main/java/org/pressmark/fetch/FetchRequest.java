package org.pressmark.fetch;

import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Access;

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
 * @param asStored true: the server is to send the body as it keeps it, with no coding of its own put around it
 * @param access cookies and headers that a person gave; they go to whom they belong alone
 */
public record FetchRequest(
        String url,
        Optional<String> ifNoneMatch,
        Optional<String> ifModifiedSince,
        Optional<String> referrer,
        boolean obeyRobots,
        boolean paced,
        boolean asStored,
        Access access) {
    public FetchRequest {
        Objects.requireNonNull(url);
        Objects.requireNonNull(access);
    }

    /** A page: no validators, no referrer, robots obeyed, paced, nothing to be let in by. */
    public static FetchRequest page(String url) {
        return new FetchRequest(
                url, Optional.empty(), Optional.empty(), Optional.empty(), true, true, false, Access.NONE);
    }

    /** A picture or style of a page: robots obeyed, the small delay. */
    public static FetchRequest requisite(String url, String page) {
        return page(url).withReferrer(page).withPaced(false);
    }

    /** This request with the validators of an earlier answer. */
    public FetchRequest withValidators(Optional<String> etag, Optional<String> lastModified) {
        return new FetchRequest(url, etag, lastModified, referrer, obeyRobots, paced, asStored, access);
    }

    public FetchRequest withReferrer(String page) {
        return new FetchRequest(
                url, ifNoneMatch, ifModifiedSince, Optional.of(page), obeyRobots, paced, asStored, access);
    }

    public FetchRequest withObeyRobots(boolean obey) {
        return new FetchRequest(url, ifNoneMatch, ifModifiedSince, referrer, obey, paced, asStored, access);
    }

    public FetchRequest withPaced(boolean pace) {
        return new FetchRequest(url, ifNoneMatch, ifModifiedSince, referrer, obeyRobots, pace, asStored, access);
    }

    /** This request, the body wanted as the server keeps it. */
    public FetchRequest withAsStored() {
        return new FetchRequest(url, ifNoneMatch, ifModifiedSince, referrer, obeyRobots, paced, true, access);
    }

    public FetchRequest withAccess(Access given) {
        return new FetchRequest(url, ifNoneMatch, ifModifiedSince, referrer, obeyRobots, paced, asStored, given);
    }
}
