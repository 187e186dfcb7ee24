package org.pressmark.report;

import java.time.Instant;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * Whether an archive is sound, and what its log says.
 *
 * @param verified the last check; empty where none was made
 * @param unread what no check has read; absent where the last check did not say what it read
 * @param log the signed log; empty where there is none, or none that can be read
 * @param trouble why the log cannot be read; empty text where it can
 */
public record Health(Optional<Check> verified, Optional<Unread> unread, Optional<Log> log, String trouble) {

    /**
     * A check of the whole archive.
     *
     * @param at when it ended
     * @param damage how many findings are damage
     * @param warnings how many are less than that
     * @param bytes as stored
     */
    public record Check(Instant at, long damage, long warnings, long files, long records, long bytes) {}

    /**
     * What no check has read.
     *
     * @param oldest the first capture among it; empty where it holds none
     * @param file where it begins; empty text where all was read
     * @param files how many files hold some of it
     * @param bytes as stored
     */
    public record Unread(Optional<Capture> oldest, String file, long files, long bytes) {}

    /**
     * The log's state.
     *
     * @param name by which it signs, e.g. {@code pressmark/3f2a…}
     * @param leaves statements in it
     * @param checkpoints signed states
     * @param signed how many statements the last of them covers
     * @param key fingerprint of the key that signs now; empty where none is named
     * @param keys how many keys have signed
     */
    public record Log(String name, long leaves, long checkpoints, long signed, String key, int keys) {}

    /** The last check in words, e.g. {@code sound on 3 May 2024 08:12 UTC, 12 records in 1 file, 14 kB}. */
    public String checked() {
        return verified.map(check -> {
                    String verdict = check.damage() > 0
                            ? "damaged (" + Words.count(check.damage(), "finding") + ")"
                            : check.warnings() > 0
                                    ? "sound, with " + Words.count(check.warnings(), "warning")
                                    : "sound";
                    return verdict + " on " + Words.minute(check.at()) + ": " + Words.count(check.records(), "record")
                            + " in " + Words.count(check.files(), "file") + ", " + Words.size(check.bytes());
                })
                .orElse("never yet");
    }

    /** What was not read yet, in words, behind the name of the oldest capture where there is one. */
    public String unverified() {
        return unread.map(rest -> rest.file().isEmpty()
                        ? "nothing: the last check read all there is"
                        : rest.oldest()
                                        .map(capture -> "captured " + Words.minute(capture.date()) + ", ")
                                        .orElse("")
                                + "in " + Shown.line(rest.file()) + "; "
                                + Words.size(rest.bytes()) + " in " + Words.count(rest.files(), "file")
                                + (verified.isEmpty() ? " never verified" : " stored since the last check"))
                .orElse("not known: the last check did not keep what it read; the next one does");
    }

    /** The log in words. */
    public String logged() {
        return log.map(state -> {
                    long open = state.leaves() - state.signed();
                    return Words.count(state.leaves(), "statement") + ", "
                            + (state.checkpoints() == 0
                                    ? "not signed yet"
                                    : Words.count(state.checkpoints(), "checkpoint")
                                            + (open > 0
                                                    ? ", " + Words.number(open) + " not signed yet"
                                                    : ", all signed"));
                })
                .orElse(trouble.isEmpty() ? "none yet" : "not to be read: " + trouble);
    }

    /** The signing key in words. */
    public String signedBy() {
        return log.filter(state -> !state.key().isEmpty())
                .map(state -> state.key()
                        + (state.keys() > 1 ? ", after " + Words.count(state.keys() - 1L, "earlier key") : ""))
                .orElse("none");
    }
}
