/**
 * Takes a stored page apart into an article: fields, typed blocks, readers' comments, each with its place in the bytes;
 * never fetches, never stores, never judges what is true.
 */
@NullMarked
package org.pressmark.extract;

import org.jspecify.annotations.NullMarked;
