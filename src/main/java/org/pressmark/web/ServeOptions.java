package org.pressmark.web;

/**
 * How archived pages are served.
 *
 * @param scripts whether archived scripts may run, on a host name of their own
 * @param redirecting whether the TimeGate leads to the memento by a redirect (RFC 7089 §4.1, pattern 2.3), or gives it itself
 *     with its address in Content-Location (pattern 2.2)
 * @param timeMapEntries mementos on one page of a TimeMap
 * @param patienceMillis so long a connection may stay without a whole request
 */
public record ServeOptions(boolean scripts, boolean redirecting, int timeMapEntries, long patienceMillis) {
    /** Scripts off, redirects, 5,000 mementos a page, half a minute. */
    public static final ServeOptions STANDARD = new ServeOptions(false, true, 5_000, 30_000);

    /** The same with archived scripts running or not. */
    public ServeOptions withScripts(boolean run) {
        return new ServeOptions(run, redirecting, timeMapEntries, patienceMillis);
    }

    /** The same with a TimeGate that redirects or not. */
    public ServeOptions withRedirecting(boolean redirects) {
        return new ServeOptions(scripts, redirects, timeMapEntries, patienceMillis);
    }

    /** The same with so many mementos on a page of a TimeMap. */
    ServeOptions withTimeMapEntries(int entries) {
        return new ServeOptions(scripts, redirecting, entries, patienceMillis);
    }

    /** The same with so much time for a request. */
    ServeOptions withPatience(long millis) {
        return new ServeOptions(scripts, redirecting, timeMapEntries, millis);
    }

    public ServeOptions {
        if (timeMapEntries < 1) {
            throw new IllegalArgumentException("expected an entry or more on a page, found: " + timeMapEntries);
        }
    }
}
