/**
 * Provenance: what pages say of their origin, and the chain of copies that follows from it, each link with its reasons. It
 * never reads a page or measures a text's likeness itself, and never calls a missing credit anything but missing.
 */
@NullMarked
package org.pressmark.provenance;

import org.jspecify.annotations.NullMarked;
