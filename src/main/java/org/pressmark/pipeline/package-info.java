/**
 * The hall: one verb a file; each reads, walks through the rooms in order and commits once. The only place that knows more
 * than one room, the clock and how new names are made; it holds no rule of any room.
 */
@NullMarked
package org.pressmark.pipeline;

import org.jspecify.annotations.NullMarked;
