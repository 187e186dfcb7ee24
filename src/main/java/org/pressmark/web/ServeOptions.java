package org.pressmark.web;

/**
 * How archived pages are served.
 *
 * @param scripts whether archived scripts may run, on a host name of their own
 * @param redirecting whether the TimeGate leads to the memento by a redirect (RFC 7089 §4.1, pattern 2.3), or gives it itself
 *     with its address in Content-Location (pattern 2.2)
 * @param timeMapEntries mementos on one page of a TimeMap
 */
public record ServeOptions(boolean scripts, boolean redirecting, int timeMapEntries) {
    /** Scripts off, redirects, 5,000 mementos a page. */
    public static final ServeOptions STANDARD = new ServeOptions(false, true, 5_000);

    public ServeOptions {
        if (timeMapEntries < 1) {
            throw new IllegalArgumentException("expected an entry or more on a page, found: " + timeMapEntries);
        }
    }
}
