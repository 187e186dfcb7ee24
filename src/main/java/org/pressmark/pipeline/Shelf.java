package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;
import org.pressmark.replay.MementoChoice;

/** Where replay finds captures and reads them: an archive, or a file that belongs to none. */
interface Shelf {
    /** So many captures of one address are chosen among; more than a capture every half hour for a year. */
    int MOST = 20_000;

    /** The captures of an address, oldest first, whatever they were made for. */
    List<Capture> of(UrlKey key);

    /** The capture that a revisit names. */
    Optional<Capture> original(Capture.Original named);

    /** The capture of a page's part nearest to the page's own that shows something; see the index's {@link PartChoice}. */
    default Optional<Capture> nearest(UrlKey key, Instant date) {
        List<Capture> good = of(key).stream()
                .filter(capture -> capture.status() == 200
                        || capture.status() == 0
                        || capture.kind() == Capture.Kind.REVISIT_NOT_MODIFIED)
                .toList();
        return MementoChoice.nearest(good, date).map(MementoChoice::capture);
    }

    /** All captures of a file that was given by itself, by address and then date; none of an archive. */
    default List<Capture> everything() {
        return List.of();
    }

    /** True for a file that was given by itself, of which no index knows. */
    default boolean given() {
        return false;
    }

    /** True where stretches of what was looked through could not be read. */
    default boolean damaged() {
        return false;
    }

    /** Reads on where not all that is here was looked through; true where it now knows more than before. */
    default boolean readOn() {
        return false;
    }

    /** Addresses of pages whose keys begin so, the last captured each; some hundred at most. */
    List<String> beginning(String key);

    /**
     * Reads a capture back.
     *
     * @throws org.pressmark.archive.DamagedRecordException if the stored bytes are not what was stored
     * @throws org.pressmark.archive.MissingOriginalException if the capture that a revisit repeats is not here
     */
    ArchivedResponse read(Capture capture) throws IOException;

    /** A record's bytes as they lie in its file. */
    InputStream record(RecordLocation place) throws IOException;

    /** A record's fields and digests. */
    ScannedRecord scanned(RecordLocation place) throws IOException;

    /**
     * What a record of a file that was given by itself is otherwise than it says; none of an archive, where {@code verify} and
     * {@code replay --verify} look for it.
     */
    default List<String> faults(RecordLocation place) throws IOException {
        return List.of();
    }

    /** What this is, for people, e.g. {@code the archive warcs}. */
    String words();
}
