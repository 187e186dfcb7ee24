package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.pressmark.ledger.Checkpoint;
import org.pressmark.ledger.KeyRing;
import org.pressmark.ledger.LogKeys;
import org.pressmark.ledger.SigningKey;
import org.pressmark.ledger.VerifierKey;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Brings an archive's log up to its files and signs it; shows, changes and hands out the key that signs. */
public final class SignLog {
    private final Pipeline house;

    public SignLog(Pipeline house) {
        this.house = house;
    }

    /** Hears of the files that are read. */
    public interface Progress {
        void at(String file, int done, int total);
    }

    /**
     * A signed state of the log.
     *
     * @param note as others should keep it
     */
    public record Signed(String origin, long leaves, String root, String note) {}

    /**
     * A key.
     *
     * @param file where the private half lies
     * @param base64 the public half, 32 bytes
     * @param pem the same for openssl
     * @param vkey the same for C2SP tools, under the archive's log; empty text where the archive has none
     * @param log the log's name; empty text where there is none
     * @param signs whether it is the one that the log names last
     * @param earlier fingerprints of the keys that the log was signed with before
     */
    public record Key(
            String file,
            String fingerprint,
            String base64,
            String pem,
            String vkey,
            String log,
            boolean signs,
            List<String> earlier) {
        public Key {
            earlier = List.copyOf(earlier);
        }
    }

    /** Enters what the files hold and the log does not name, and signs. */
    public Signed checkpoint(Progress progress) throws IOException {
        if (!Files.isDirectory(house.folder())) {
            throw new PipelineException(Trouble.NOT_FOUND, house.folder() + ": there is no archive here");
        }
        house.needWritable();
        ring();
        new CatchUp(house).run();
        Checkpoint made = house.journal()
                .settle(progress::at, true)
                .orElseThrow(() -> new PipelineException(
                        Trouble.NOT_FOUND, house.folder() + ": the archive holds nothing yet that could be signed"));
        return new Signed(made.origin(), made.size(), made.root(), made.note());
    }

    /** The key in force, made now where there is none. */
    public Key key() throws IOException {
        return describe(ring().currentOrNew());
    }

    /** Puts a new key in force; the log of this archive says so at once, others at their next checkpoint. */
    public Key rotate() throws IOException {
        boolean log = logThere();
        if (log) {
            house.needWritable();
            house.journal().settle();
        }
        SigningKey made = ring().rotate();
        if (log) {
            house.journal().settle();
        }
        return describe(made);
    }

    private boolean logThere() throws IOException {
        return org.pressmark.ledger.Ledger.exists(house.folder())
                && house.journal().ledger().size() > 0;
    }

    private Key describe(SigningKey key) throws IOException {
        String log = logThere() ? house.journal().ledger().origin() : "";
        List<VerifierKey> named =
                log.isEmpty() ? List.of() : LogKeys.of(house.journal().ledger());
        VerifierKey open = key.verifier();
        return new Key(
                ring().file().toString(),
                open.fingerprint(),
                open.base64(),
                open.pem(),
                log.isEmpty() ? "" : open.vkey(log),
                log,
                !named.isEmpty() && named.get(named.size() - 1).equals(open),
                named.stream()
                        .filter(other -> !other.equals(open))
                        .map(VerifierKey::fingerprint)
                        .toList());
    }

    private KeyRing ring() {
        Optional<KeyRing> ring = house.journal().keys();
        return ring.orElseThrow(() -> new PipelineException(
                Trouble.INPUT,
                "there is no place for the signing key: name one with --set ledger.key=FILE or PRESSMARK_LEDGER_KEY"));
    }
}
