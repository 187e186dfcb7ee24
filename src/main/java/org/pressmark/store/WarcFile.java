package org.pressmark.store;

import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Digest;

/**
 * How far a WARC file is indexed. A file that is longer than that holds records that the index lacks, as after a crash
 * between the two; they are read from there on.
 *
 * @param name the file's name within the archive, no path
 * @param indexedTo the records of the first so many bytes are in the index
 * @param sha256 of the whole file, once it is closed
 */
public record WarcFile(String name, long indexedTo, Optional<Digest> sha256) {
    public WarcFile {
        Objects.requireNonNull(sha256);
        if (name.isEmpty() || indexedTo < 0) {
            throw new IllegalArgumentException("expected a name and a length, found: '" + name + "', " + indexedTo);
        }
    }
}
