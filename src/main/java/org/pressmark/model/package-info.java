/**
 * The nouns of Pressmark: what is fetched, stored, found on a page, compared and concluded. Pure values; this package
 * imports only {@code java.*} and never decides anything that a room should decide.
 */
@NullMarked
package org.pressmark.model;

import org.jspecify.annotations.NullMarked;
