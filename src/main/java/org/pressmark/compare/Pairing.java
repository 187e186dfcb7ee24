package org.pressmark.compare;

/**
 * Tokens of both sides that say the same thing in the same or other words: one or two sentences a side.
 *
 * @param aFrom first token of the first side
 * @param aTo one past its last
 * @param bFrom first token of the second side
 * @param bTo one past its last
 * @param move number of the passage that moved, −1 for what stands in order
 */
record Pairing(int aFrom, int aTo, int bFrom, int bTo, int move) {
    Pairing {
        if (aFrom >= aTo || bFrom >= bTo) {
            throw new IllegalArgumentException(
                    "expected tokens on both sides, found: " + aFrom + ".." + aTo + ", " + bFrom + ".." + bTo);
        }
    }

    boolean moved() {
        return move >= 0;
    }
}
