package org.pressmark.store;

/**
 * How a source's addresses stand.
 *
 * @param known all of them
 * @param waiting those that are to be visited at some time
 * @param visited those whose page was seen at least once
 */
public record FrontierTotals(long known, long waiting, long visited) {}
