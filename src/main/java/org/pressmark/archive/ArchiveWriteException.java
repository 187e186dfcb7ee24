package org.pressmark.archive;

import java.io.IOException;

/** Nothing could be written, and nothing was: the file ends where it ended before, later appends may go on. */
public final class ArchiveWriteException extends IOException {
    ArchiveWriteException(String file, long wanted, IOException cause) {
        super(
                file + ": expected to write " + wanted + " bytes, found: " + cause.getMessage()
                        + ". The capture is not stored; nothing stored before is lost. Make room on the disk and try again.",
                cause);
    }
}
