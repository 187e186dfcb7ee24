package org.pressmark.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A stored capture read back. For a revisit the body is the original's.
 *
 * @param capture what the index knows of it
 * @param head the HTTP head as stored (transfer-encoding removed, Content-Length set: CONFORMANCE A9); empty for a resource
 * @param headAsSent the head as the server sent it, where it differs from {@code head} (kept in the metadata record)
 * @param body the entity body as stored, content-encoding kept
 */
public record ArchivedResponse(Capture capture, Optional<HttpHead> head, Optional<HttpHead> headAsSent, Body body) {
    public ArchivedResponse {
        Objects.requireNonNull(capture);
        Objects.requireNonNull(body);
    }

    /** The Content-Type header as written, or the resource's media type; empty where there is neither. */
    public Optional<String> contentType() {
        return head.isPresent()
                ? head.get().first("Content-Type")
                : Optional.of(capture.mediaType()).filter(type -> !type.isEmpty());
    }
}
