/**
 * The written form of the nouns: one small face over the JSON library, and a writer (and reader) for each noun that leaves
 * the program as JSON; never decides what a value means.
 */
@NullMarked
package org.pressmark.json;

import org.jspecify.annotations.NullMarked;
