package org.pressmark.pipeline;

import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * The last good capture of an address, for a conditional request.
 *
 * @param original the capture that holds the payload, never a revisit; empty where there is none
 * @param etag its entity tag as sent (RFC 9110 §8.8.3)
 * @param lastModified its Last-Modified as sent (RFC 9110 §8.8.2)
 */
record Earlier(Optional<Capture> original, Optional<String> etag, Optional<String> lastModified) {
    static final Earlier NONE = new Earlier(Optional.empty(), Optional.empty(), Optional.empty());
}
