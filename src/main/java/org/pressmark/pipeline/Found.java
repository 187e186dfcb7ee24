package org.pressmark.pipeline;

import java.util.Map;
import java.util.Optional;

/**
 * How an address came to be asked; all of it goes into the capture's metadata record.
 *
 * @param via the address on which it was found
 * @param hops the way from the seed, a letter a hop: {@code L} link, {@code R} redirect, {@code E} part of a page, {@code M}
 *     feed or sitemap, {@code P} prerequisite (WARC 1.1 §6.6); empty for a seed
 * @param facts what was said of it there, e.g. {@code feed-item} its id, {@code sitemap-lastmod} its date
 */
record Found(Optional<String> via, String hops, Map<String, String> facts) {
    /** Asked for by a person. */
    static final Found SEED = new Found(Optional.empty(), "", Map.of());

    Found {
        facts = Map.copyOf(facts);
    }

    /** After so many hops, found on no page of ours. */
    static Found by(String hops) {
        return new Found(Optional.empty(), hops, Map.of());
    }

    /** The same, one redirect further. */
    Found redirectedFrom(String url) {
        return new Found(Optional.of(url), hops + "R", facts);
    }
}
