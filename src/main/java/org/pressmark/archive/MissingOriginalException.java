package org.pressmark.archive;

import java.io.IOException;
import org.pressmark.model.Capture;

/** A revisit's payload lies in an earlier capture that the archive does not hold. */
public final class MissingOriginalException extends IOException {
    private final Capture.Original original;

    MissingOriginalException(Capture revisit, Capture.Original original) {
        super(revisit.url() + " of " + revisit.date() + " repeats the payload of " + original.url() + " of "
                + original.date()
                + original.recordId().map(id -> " (" + id + ")").orElse("")
                + ", which is not in the archive. Import the file that holds it.");
        this.original = original;
    }

    /** The capture that is missing. */
    public Capture.Original original() {
        return original;
    }
}
