package org.pressmark.archive;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * What was appended in one go and is on the disk.
 *
 * @param capture the capture, where the records are one
 * @param file the WARC file's name
 * @param records the records, in the order of the file
 */
public record Appended(Optional<Capture> capture, String file, List<RecordHashes> records) {
    public Appended {
        records = List.copyOf(records);
    }
}
