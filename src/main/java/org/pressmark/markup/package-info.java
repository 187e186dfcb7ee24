/**
 * Bytes and addresses of mark-up: character decoding with a way back to the bytes, content-codings, one streaming scan of
 * tags and addresses. Pure ground: it never fetches, stores or builds a tree.
 */
@NullMarked
package org.pressmark.markup;

import org.jspecify.annotations.NullMarked;
