package org.pressmark.archive;

import java.util.Objects;
import org.pressmark.model.Capture;

/**
 * A capture as its file gives it.
 *
 * @param labelled whether a record of ours says what it was made for; of files from elsewhere the shape of the answer alone tells,
 *     and whether a page is the page has yet to be found out
 */
public record Captured(Capture capture, boolean labelled) {
    public Captured {
        Objects.requireNonNull(capture);
    }
}
