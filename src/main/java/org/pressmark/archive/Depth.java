package org.pressmark.archive;

/** How much is made of the bytes that a scan passes by; what is read of heads, lengths and places is always the same. */
enum Depth {
    /** Every digest, compared with what the record states: for files of others. */
    CHECK,
    /** The payload's SHA-256 alone, by which the index knows it: for making the index anew. */
    INDEX,
    /**
     * Nothing but a payload's SHA-1 where the record states no digest: for lines of an index that states one. What follows a
     * record's heads is not even unpacked where its end is certain, so that its length is not counted nor damage seen in it.
     */
    HEADS
}
