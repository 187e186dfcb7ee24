package org.pressmark.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An address as it was found, and what stood beside it.
 *
 * @param url absolute, without fragment
 * @param task what is to be done with what lies there
 * @param how by what kind of document it was found
 * @param foundIn the address of that document; empty text where a person named it
 * @param id the feed item's id or guid
 * @param title the item's title, or the link's words
 * @param published when it says the article was published
 * @param modified when it says the article was changed last
 */
public record Sighting(
        String url,
        Task task,
        How how,
        String foundIn,
        Optional<String> id,
        Optional<String> title,
        Optional<Instant> published,
        Optional<Instant> modified) {

    /** What is to be done with what lies at an address. */
    public enum Task {
        /** A feed to be read for its items. */
        FEED,
        /** A sitemap, or an index of them. */
        SITEMAP,
        /** A page whose links to articles are followed. */
        SECTION,
        /** A page or document to be captured. */
        PAGE;

        /** True where the address is visited for what it names. */
        public boolean entry() {
            return this != PAGE;
        }
    }

    /** How an address was found. */
    public enum How {
        /** A person named it. */
        GIVEN,
        FEED,
        SITEMAP,
        /** By a robots.txt. */
        ROBOTS,
        /** On a section page, as a link that looks like an article. */
        SECTION,
        LINK,
        /** As the address that a page calls its own. */
        CANONICAL
    }

    public Sighting {
        Objects.requireNonNull(task);
        Objects.requireNonNull(how);
        if (url.isEmpty()) {
            throw new IllegalArgumentException("expected an address, found nothing");
        }
    }

    /** An address without more. */
    public static Sighting of(String url, Task task, How how, String foundIn) {
        return new Sighting(
                url, task, how, foundIn, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
