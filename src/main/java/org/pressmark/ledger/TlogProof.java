package org.pressmark.ledger;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * Proofs as text: a leaf's as C2SP tlog-proof has it (index, hashes from the leaf up, an empty line, the checkpoint), that of
 * two checkpoints in the same shape.
 */
public final class TlogProof {
    private TlogProof() {}

    /** That a leaf stands in the log that the checkpoint signs. */
    public static String inclusion(Ledger ledger, long leaf, Checkpoint checkpoint) throws IOException {
        return "c2sp.org/tlog-proof@v1\nindex " + leaf + "\n" + lines(ledger.inclusion(leaf, checkpoint.size())) + "\n"
                + checkpoint.note();
    }

    /** That the log of the older checkpoint is the beginning of the newer one's. */
    public static String consistency(Ledger ledger, Checkpoint older, Checkpoint newer) throws IOException {
        return "pressmark consistency proof 1\nfrom " + older.size() + "\n"
                + lines(ledger.consistency(older.size(), newer.size())) + "\n" + newer.note();
    }

    private static String lines(List<byte[]> hashes) {
        StringBuilder out = new StringBuilder();
        hashes.forEach(
                hash -> out.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return out.toString();
    }
}
