package org.pressmark.archive;

import java.util.List;
import java.util.Optional;

/**
 * The bytes of a capture's records as they will stand in the file, one gzip member each.
 *
 * @param segment the file they were made for
 * @param bytes all members, one after the other
 * @param mainOffset where the main record's member begins within them
 * @param mainLength its length
 * @param main the main record as a scan would give it
 * @param metadata the metadata record, likewise
 * @param hashes of the records that make the capture, in their order
 * @param certificates id of the record of certificates among them, which other captures of the segment may name
 */
record Rendered(
        Segment segment,
        Spool bytes,
        long mainOffset,
        long mainLength,
        ScannedRecord main,
        Optional<ScannedRecord> metadata,
        List<RecordHashes> hashes,
        Optional<String> certificates) {}
