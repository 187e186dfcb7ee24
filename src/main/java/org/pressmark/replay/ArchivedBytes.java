package org.pressmark.replay;

import java.util.Optional;

/**
 * A part of a page as the archive holds it.
 *
 * @param contentType the Content-Type header as sent
 * @param bytes content-decoded
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record ArchivedBytes(Optional<String> contentType, byte[] bytes) {}
