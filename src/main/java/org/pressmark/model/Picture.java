package org.pressmark.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A stored picture as comparison sees it.
 *
 * @param payload digest of the stored bytes
 * @param look what it shows; absent where its format cannot be read, or nothing asked for it
 */
public record Picture(Digest payload, Optional<Look> look) {
    /** Of the 63 bits of the coarse pattern so many may differ in one picture that was scaled or compressed again. */
    private static final int PATTERN = 10;

    /** Of the 64 bits of the gradients, likewise. */
    private static final int GRADIENTS = 14;

    /**
     * What a picture shows, coarsely.
     *
     * @param width in pixels, as stored
     * @param height in pixels
     * @param pattern perceptual hash of the coarse pattern of light and dark (pHash: signs of the lowest frequencies)
     * @param gradients perceptual hash of the steps from left to right (dHash)
     * @param thumbnail a small JPEG made anew from the pixels; empty where none was asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // shown once, never compared
    public record Look(int width, int height, long pattern, long gradients, byte[] thumbnail) {}

    public Picture {
        Objects.requireNonNull(payload);
        Objects.requireNonNull(look);
    }

    /**
     * Whether both show the same, whatever their size and compression; a detail or a mirrored picture is another.
     *
     * @return empty where neither bytes nor looks can tell
     */
    public Optional<Boolean> same(Picture other) {
        if (payload.equals(other.payload)) {
            return Optional.of(true);
        }
        return look.flatMap(mine -> other.look.map(theirs ->
                Long.bitCount(mine.pattern() ^ theirs.pattern()) <= PATTERN
                        && Long.bitCount(mine.gradients() ^ theirs.gradients()) <= GRADIENTS));
    }
}
