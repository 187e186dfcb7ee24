package org.pressmark.web;

import java.util.Set;

/**
 * How archived pages are served.
 *
 * @param scripts whether archived scripts may run, on a host name of their own
 * @param redirecting whether the TimeGate leads to the memento by a redirect (RFC 7089 §4.1, pattern 2.3), or gives it itself
 *     with its address in Content-Location (pattern 2.2)
 * @param timeMapEntries mementos on one page of a TimeMap
 * @param patienceMillis so long a connection may stay without a whole request
 * @param readers origins of other sites whose scripts may read what is given to programs
 */
public record ServeOptions(
        boolean scripts, boolean redirecting, int timeMapEntries, long patienceMillis, Set<String> readers) {
    /** Scripts off, redirects, 5,000 mementos a page, half a minute, read by no other site. */
    public static final ServeOptions STANDARD = new ServeOptions(false, true, 5_000, 30_000, Set.of());

    /** The same with archived scripts running or not. */
    public ServeOptions withScripts(boolean run) {
        return new ServeOptions(run, redirecting, timeMapEntries, patienceMillis, readers);
    }

    /** The same with a TimeGate that redirects or not. */
    public ServeOptions withRedirecting(boolean redirects) {
        return new ServeOptions(scripts, redirects, timeMapEntries, patienceMillis, readers);
    }

    /** The same read by these other sites too, e.g. {@code https://replayweb.page}. */
    public ServeOptions withReaders(Set<String> origins) {
        return new ServeOptions(scripts, redirecting, timeMapEntries, patienceMillis, origins);
    }

    /** The same with so many mementos on a page of a TimeMap. */
    ServeOptions withTimeMapEntries(int entries) {
        return new ServeOptions(scripts, redirecting, entries, patienceMillis, readers);
    }

    /** The same with so much time for a request. */
    ServeOptions withPatience(long millis) {
        return new ServeOptions(scripts, redirecting, timeMapEntries, millis, readers);
    }

    public ServeOptions {
        readers = Set.copyOf(readers);
        for (String origin : readers) {
            if (!origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?")) {
                throw new IllegalArgumentException("expected an origin like https://replayweb.page, found: " + origin);
            }
        }
        if (timeMapEntries < 1) {
            throw new IllegalArgumentException("expected an entry or more on a page, found: " + timeMapEntries);
        }
    }
}
