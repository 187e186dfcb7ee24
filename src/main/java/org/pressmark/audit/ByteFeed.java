package org.pressmark.audit;

import java.io.IOException;

/** Record bytes, uncompressed: of one gzip member, or of a plain file from some offset on. */
interface ByteFeed {
    /**
     * Reads some bytes.
     *
     * @return how many, −1 at the end
     * @throws DamagedMember if the compressed bytes cannot be what a writer wrote
     */
    int read(byte[] into, int offset, int length) throws IOException, DamagedMember;
}
