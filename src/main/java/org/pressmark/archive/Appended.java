package org.pressmark.archive;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.LinkWord;

/**
 * What was appended in one go and is on the disk.
 *
 * @param capture the capture, where the records are one
 * @param file the WARC file's name
 * @param records the records, in the order of the file
 * @param word what a person said of a link, where that is what the record keeps
 */
public record Appended(Optional<Capture> capture, String file, List<RecordHashes> records, Optional<LinkWord> word) {
    public Appended {
        records = List.copyOf(records);
    }
}
