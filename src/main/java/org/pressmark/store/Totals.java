package org.pressmark.store;

/**
 * How much the archive holds.
 *
 * @param files WARC files
 * @param bytes of those files, as far as they are indexed
 * @param captures of all kinds
 * @param pages addresses that were captured as pages
 * @param versions of those pages' texts
 */
public record Totals(long files, long bytes, long captures, long pages, long versions) {}
