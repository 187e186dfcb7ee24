package org.pressmark.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A new index made beside the present one: to take its place, or to be compared with it. Whoever fills it reads the WARC
 * files; here it is only made, compared and swapped in.
 *
 * <pre>{@code
 * try (Rebuild rebuild = Rebuild.begin(location)) {
 *     rebuild.fresh().write(tx -> …);
 *     rebuild.swapIn(Rebuild.OldRows.KEEP);
 * }
 * }</pre>
 */
public final class Rebuild implements Closeable {
    private final Swap swap;
    private final Store fresh;
    private boolean swapped;

    private Rebuild(Swap swap) {
        this.swap = swap;
        Store opened = null;
        try {
            opened = Store.open(swap.fresh());
        } finally {
            if (opened == null) {
                swap.close();
            }
        }
        this.fresh = opened;
    }

    /** What becomes of the operational rows of an old index that cannot be read. */
    public enum OldRows {
        /** The rebuild fails and says so. */
        KEEP,
        /** They are given up; those of an index that can be read are kept all the same. */
        GIVE_UP_IF_UNREADABLE
    }

    /**
     * Begins a rebuild. Until it is closed, nobody else can open the index, so no capture is missed.
     *
     * @throws StoreException if another process, or another store of this one, has the index open
     */
    public static Rebuild begin(StoreLocation location) {
        return new Rebuild(swapOf(location, true));
    }

    /** Begins a new index that is only to be compared; others may go on using the present one. */
    public static Rebuild check(StoreLocation location) {
        return new Rebuild(swapOf(location, false));
    }

    private static Swap swapOf(StoreLocation location, boolean alone) {
        if (location instanceof StoreLocation.Embedded embedded && !embedded.writable()) {
            if (alone) {
                throw H2Stored.onlyRead(embedded);
            }
            return new H2Aside(embedded);
        }
        return location instanceof StoreLocation.Embedded embedded
                ? new H2Swap(embedded, alone)
                : new PostgresSwap((StoreLocation.Server) location, alone);
    }

    /** Fills the new index with what the present one should have had at a moment. */
    public interface Filler {
        void fill(Store fresh, Moment present) throws IOException;
    }

    /** The new index, to be filled. It need not be synced. */
    public Store fresh() {
        return fresh;
    }

    /**
     * How the present index (the first), as it is when this begins, differs from the new one (the second).
     *
     * @param examples how many rows to name, a table and side
     * @param filler fills the new index; where the process that serves the present one ends meanwhile, once more
     * @throws StoreException if the present index cannot be read
     */
    public Differences differences(int examples, Filler filler) throws IOException {
        Optional<Database> present = swap.present();
        if (present.isEmpty()) {
            throw new StoreException("there is no index to compare with yet");
        }
        try (Store store = Store.open(present.get())) {
            return store.differences(fresh, examples, moment -> {
                try {
                    filler.fill(fresh, moment);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Carries the operational rows over and puts the new index in the place of the old: as a whole, or not at all. */
    public void swapIn(OldRows rows) {
        carryOver(rows);
        fresh.endWith(swap::finish);
        swap.swap();
        swapped = true;
    }

    private void carryOver(OldRows rows) {
        Optional<Database> present = swap.present();
        if (present.isEmpty()) {
            return;
        }
        Store old;
        try {
            old = Store.open(present.get());
        } catch (StoreException e) {
            if (rows == OldRows.GIVE_UP_IF_UNREADABLE) {
                return;
            }
            throw new StoreException(
                    "the old index holds rows that no WARC file has (" + String.join(", ", Operational.TABLES)
                            + ") and cannot be read: " + e.getMessage()
                            + "; rebuild without them, or open it with the program that "
                            + "made it",
                    e);
        }
        try (old) {
            fresh.write(to -> old.read(from -> {
                for (String table : Operational.TABLES) {
                    Dump.Filler filler = new Dump.Filler(to.sql(), table);
                    Dump.read(from.sql(), table, filler::add);
                    filler.finish();
                }
                return true;
            }));
        }
    }

    /** Ends the rebuild; a new index that was not swapped in is removed. */
    @Override
    public void close() {
        try {
            if (!swapped) {
                fresh.close();
            }
        } finally {
            swap.close();
        }
    }
}
