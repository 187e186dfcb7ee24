/**
 * The index of an archive in a database: nouns to rows and back; everything but {@link org.pressmark.store.Operational}
 * tables can be made again from the WARC files, and nothing here ever reads one.
 */
@NullMarked
package org.pressmark.store;

import org.jspecify.annotations.NullMarked;
