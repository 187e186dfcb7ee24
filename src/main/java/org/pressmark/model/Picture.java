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
    /**
     * How far apart two looks of one picture may be: bits of the pattern that differ, and twice those of the gradients. Scaled
     * to a quarter or threefold and compressed hard, pictures were at most 28 apart; of 820 pairs of others none was this near.
     */
    private static final int APART = 32;

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
        return look.flatMap(mine -> other.look.map(theirs -> Long.bitCount(mine.pattern() ^ theirs.pattern())
                        + 2 * Long.bitCount(mine.gradients() ^ theirs.gradients())
                <= APART));
    }
}
