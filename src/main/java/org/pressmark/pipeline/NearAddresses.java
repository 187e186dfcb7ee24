package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.UrlKey;

/** Stored addresses like one that is not stored: of the same folder of the same site, else of the site. */
final class NearAddresses {
    private static final int MOST = 3;

    private final Shelf shelf;

    NearAddresses(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The likest first, some few; none where nothing of the site is stored. */
    List<String> of(String url) {
        String key = UrlKey.of(url).surt();
        for (int end = key.length(); end > 0; end = shorter(key, end)) {
            List<String> found = new ArrayList<>(shelf.beginning(key.substring(0, end)));
            if (!found.isEmpty()) {
                Set<String> wanted = pairs(key);
                found.sort(Comparator.comparing((String other) ->
                                -likeness(wanted, UrlKey.of(other).surt()))
                        .thenComparing(Comparator.naturalOrder()));
                return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
            }
        }
        return List.of();
    }

    /** Where the key of the folder above ends; 0 where the site is at its end. */
    private static int shorter(String key, int end) {
        int host = key.indexOf(')');
        int cut = Math.max(key.lastIndexOf('/', end - 2), key.lastIndexOf('?', end - 2));
        return cut > host ? cut + 1 : end > host + 1 ? host + 1 : 0;
    }

    /** Pairs of letters in common, against all pairs of both (Dice). */
    private static double likeness(Set<String> wanted, String key) {
        Set<String> own = pairs(key);
        int all = wanted.size() + own.size();
        own.retainAll(wanted);
        return all == 0 ? 0 : 2.0 * own.size() / all;
    }

    private static Set<String> pairs(String key) {
        Set<String> out = new HashSet<>();
        for (int i = 0; i + 2 <= Math.min(key.length(), 2000); i++) {
            out.add(key.substring(i, i + 2));
        }
        return out;
    }
}
