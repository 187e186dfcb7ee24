package org.pressmark.model;

import java.util.Objects;

/**
 * The exact characters that a claim rests on and where anyone finds them (W3C Web Annotation TextQuoteSelector and
 * TextPositionSelector). A claim cannot be made without it.
 *
 * @param recordId WARC-Record-ID of the record that holds the characters
 * @param exact the characters, e.g. {@code Source: AFP}
 * @param prefix up to 32 characters before them in the same block, may be empty
 * @param suffix up to 32 characters after them, may be empty
 * @param place where they stand in the stored payload
 */
public record Evidence(String recordId, String exact, String prefix, String suffix, Place place) {
    public Evidence {
        Objects.requireNonNull(place);
        if (recordId.isEmpty() || exact.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a record and exact characters, found: " + recordId + ", '" + exact + "'");
        }
    }
}
