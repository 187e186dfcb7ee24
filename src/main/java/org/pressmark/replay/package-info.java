/**
 * Stored pages shown again: as text for a terminal, as one file, as a page that asks for nothing but what the archive holds.
 * Never fetches, never runs a script, and never changes a byte that it need not.
 */
@NullMarked
package org.pressmark.replay;

import org.jspecify.annotations.NullMarked;
