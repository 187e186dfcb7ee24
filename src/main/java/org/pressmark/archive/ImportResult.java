package org.pressmark.archive;

import java.util.Objects;
import org.pressmark.model.Digest;

/**
 * What became of an imported file.
 *
 * @param outcome how it came in
 * @param file its name in the archive
 * @param sha256 the digest of the file that was given
 * @param records how many records stand in the archive's copy
 * @param captures how many of them can be indexed
 * @param damaged how many stretches of the given file could not be read
 */
public record ImportResult(Outcome outcome, String file, Digest sha256, long records, long captures, long damaged) {

    /** The ways in. */
    public enum Outcome {
        /** Copied byte for byte. */
        COPIED,
        /** Written anew, one gzip member a record: as given its records could not be read one by one. */
        REWRITTEN,
        /** The intact records copied, damaged stretches left out. */
        SALVAGED,
        /** The archive holds this very file already; nothing was written. */
        ALREADY_THERE
    }

    public ImportResult {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(sha256);
    }

    /** The same where one thing more could not be read. */
    ImportResult withDamage() {
        return new ImportResult(Outcome.SALVAGED, file, sha256, records, captures, damaged + 1);
    }
}
