package org.pressmark.provenance;

import java.util.Map;

/** What a part of a feed's item says of its origin. */
enum FeedPart {
    BYLINE,
    SOURCE,
    PUBLISHER,
    COPYRIGHT,
    PICTURE,
    /** Another address of the same text. */
    ADDRESS,
    /** The address that it was taken from. */
    ORIGIN,
    RELATED,
    PUBLISHED,
    MODIFIED,
    OTHER;

    /** By the names of {@link FeedSaid}. */
    private static final Map<String, FeedPart> PARTS = Map.ofEntries(
            // RSS, its modules, Atom
            Map.entry("creator", BYLINE),
            Map.entry("author", BYLINE),
            Map.entry("author/name", BYLINE),
            Map.entry("authors/name", BYLINE),
            Map.entry("source", SOURCE),
            Map.entry("source/title", SOURCE),
            Map.entry("publisher", PUBLISHER),
            Map.entry("rights", COPYRIGHT),
            Map.entry("copyright", COPYRIGHT),
            Map.entry("credit", PICTURE),
            Map.entry("group/credit", PICTURE),
            Map.entry("content/credit", PICTURE),
            Map.entry("group/content/credit", PICTURE),
            Map.entry("guid", ADDRESS),
            Map.entry("origlink", ADDRESS),
            Map.entry("link[canonical]@href", ADDRESS),
            Map.entry("link[via]@href", ORIGIN),
            Map.entry("link[related]@href", RELATED),
            Map.entry("external_url", ORIGIN),
            Map.entry("pubdate", PUBLISHED),
            Map.entry("published", PUBLISHED),
            Map.entry("date_published", PUBLISHED),
            // ninjs
            Map.entry("byline", BYLINE),
            Map.entry("bylines/by", BYLINE),
            Map.entry("by", BYLINE),
            Map.entry("creditline", SOURCE),
            Map.entry("infosource/name", SOURCE),
            Map.entry("infosources/name", SOURCE),
            Map.entry("copyrightholder", COPYRIGHT),
            Map.entry("copyrightnotice", COPYRIGHT),
            Map.entry("uri", ADDRESS),
            Map.entry("firstcreated", PUBLISHED),
            Map.entry("versioncreated", MODIFIED),
            // NewsML-G2
            Map.entry("itemmeta/provider/name", PUBLISHER),
            Map.entry("itemmeta/provider@literal", PUBLISHER),
            Map.entry("contentmeta/infosource/name", SOURCE),
            Map.entry("contentmeta/infosource@literal", SOURCE),
            Map.entry("contentmeta/creditline", SOURCE),
            Map.entry("contentmeta/creator/name", BYLINE),
            Map.entry("contentmeta/creator@literal", BYLINE),
            Map.entry("contentmeta/by", BYLINE),
            Map.entry("rightsinfo/copyrightholder/name", COPYRIGHT),
            Map.entry("rightsinfo/copyrightholder@literal", COPYRIGHT),
            Map.entry("rightsinfo/copyrightnotice", COPYRIGHT),
            Map.entry("itemmeta/altid", ADDRESS),
            Map.entry("contentmeta/altid", ADDRESS),
            Map.entry("derivedfrom@href", ORIGIN),
            Map.entry("derivedfrom@residref", ORIGIN),
            Map.entry("itemmeta/link[derivedfrom]@href", ORIGIN),
            Map.entry("itemmeta/firstcreated", PUBLISHED),
            Map.entry("itemmeta/versioncreated", MODIFIED),
            Map.entry("contentmeta/contentcreated", PUBLISHED));

    static FeedPart of(String name) {
        return PARTS.getOrDefault(name, OTHER);
    }
}
