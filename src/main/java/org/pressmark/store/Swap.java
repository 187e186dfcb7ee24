package org.pressmark.store;

import java.io.Closeable;
import java.util.Optional;

/** Two databases beside each other: the present one of an archive, and a new one that may take its place. */
interface Swap extends Closeable {
    /** Of two checks at once the second would take the first one's new database from it; before where the index is. */
    String CHECKED = "another process makes the index anew to check it; wait until that is done: ";

    /** The new one, empty. */
    Database fresh();

    /** The present one, where there is one. */
    Optional<Database> present();

    /** Makes the new one whole and safely stored; it is still open. */
    void finish(Sql fresh);

    /** Puts the new one in the place of the present one, both being closed: at once, or not at all. */
    void swap();

    /** Removes what is left of the new one and lets others use the present one. */
    @Override
    void close();
}
