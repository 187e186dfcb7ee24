package org.pressmark.model;

/**
 * The sort-friendly key of an address (SURT), equal for addresses that the field's indexes treat as one, e.g.
 * {@code com,themoscowtimes)/2021/12/27/turkey-urges} for {@code https://www.themoscowtimes.com/2021/12/27/turkey-urges}.
 *
 * @param surt the key, never empty
 */
public record UrlKey(String surt) implements Comparable<UrlKey> {
    public UrlKey {
        if (surt.isEmpty()) {
            throw new IllegalArgumentException("expected a SURT key, found nothing");
        }
    }

    /**
     * The key of an address, equal to the Python indexers' (internetarchive/surt): scheme, {@code www.}, default port,
     * fragment and letter case dropped, query sorted, session ids removed.
     *
     * @param url any text; what is no address is its own key in lower case
     */
    public static UrlKey of(String url) {
        return new UrlKey(Surt.of(url));
    }

    @Override
    public int compareTo(UrlKey other) {
        return surt.compareTo(other.surt);
    }

    @Override
    public String toString() {
        return surt;
    }
}
