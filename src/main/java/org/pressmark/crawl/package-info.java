/**
 * What to capture next, and when: addresses found in feeds, sitemaps, section pages and links, what is in a source's scope,
 * which pages are walls or traps, and when an article is visited again. Pure functions of bytes and dates; it never asks the
 * network, the clock or the database.
 */
@NullMarked
package org.pressmark.crawl;

import org.jspecify.annotations.NullMarked;
