package org.pressmark.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A signed state of the log: a C2SP tlog-checkpoint in a C2SP signed note.
 *
 * <pre>
 * pressmark/3f2a…
 * 42
 * sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
 *
 * — pressmark/3f2a… hI2DJw…
 * </pre>
 *
 * @param origin the log's name
 * @param size how many leaves it has
 * @param root its root in base64
 * @param note the whole note, each line ended by a line feed
 */
public record Checkpoint(String origin, long size, String root, String note) {
    private static final String DASH = "\u2014 ";

    /** Signs a state. */
    static Checkpoint sign(String origin, long size, byte[] root, SigningKey key) {
        String base64 = Base64.getEncoder().encodeToString(root);
        String text = origin + "\n" + size + "\n" + base64 + "\n";
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] id = key.verifier().id(origin);
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        return new Checkpoint(
                origin,
                size,
                base64,
                text + "\n" + DASH + origin + " " + Base64.getEncoder().encodeToString(both) + "\n");
    }

    /** Reads a note as it was written; empty where it is none. The signature is not looked at. */
    static Optional<Checkpoint> parse(String note) {
        String[] lines = note.split("\n", -1);
        boolean shaped = lines.length >= 6
                && !lines[0].isEmpty()
                && lines[1].matches("0|[1-9][0-9]{0,17}")
                && lines[2].matches("[A-Za-z0-9+/]{43}=")
                && note.endsWith("\n");
        return shaped
                ? Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), lines[2], note))
                : Optional.empty();
    }

    /** True where the signature says that it is by this key; whether it is must be checked. */
    public boolean names(VerifierKey key) {
        String mark = DASH + origin + " ";
        int at = note.indexOf(mark);
        int end = at < 0 ? -1 : note.indexOf('\n', at);
        if (end < 0) {
            return false;
        }
        byte[] signature = Base64.getDecoder().decode(note.substring(at + mark.length(), end));
        return Arrays.equals(key.id(origin), Arrays.copyOf(signature, 4));
    }

    byte[] rootBytes() {
        return Base64.getDecoder().decode(root);
    }
}
