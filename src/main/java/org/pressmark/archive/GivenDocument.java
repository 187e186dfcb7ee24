package org.pressmark.archive;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Body;

/**
 * A document that a person hands in under an address and a date that the person states.
 *
 * <p>The stated date becomes the WARC-Date of the {@code resource} record. WARC 1.1 §5.4 asks there for the instant when the
 * capture of the data began; of a page saved by somebody that is the moment of saving, and the statement is the only witness
 * of it. It is also the date by which replay tools find the document, as other tools that wrap files do. When it was handed
 * in, by whom and as which file is kept in a metadata record beside it, so that no one need mistake the statement for our
 * own observation: the record type says that no server's answer was seen.
 *
 * @param url the stated address
 * @param body the document's bytes
 * @param mediaType e.g. {@code text/html} or {@code text/plain; charset=utf-8}
 * @param statedDate the stated date; empty: the moment of handing in
 * @param fileName the document's name without its folder
 * @param statedBy who states it, e.g. a user's name; may be empty
 */
public record GivenDocument(
        String url, Body body, String mediaType, Optional<Instant> statedDate, String fileName, String statedBy) {
    public GivenDocument {
        Objects.requireNonNull(body);
        if (url.isBlank() || mediaType.indexOf('/') < 1) {
            throw new IllegalArgumentException("expected an address and a media type such as text/html, found: '" + url
                    + "', '" + mediaType + "'");
        }
    }
}
