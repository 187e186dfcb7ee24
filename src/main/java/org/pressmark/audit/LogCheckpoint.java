package org.pressmark.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint as it was found: a C2SP signed note over origin, size and root.
 *
 * @param from where it was found, for people
 * @param text what is signed
 * @param note the whole of it, as it stands there
 * @param signatures the bytes behind the key ids
 */
record LogCheckpoint(
        String from, String origin, long size, String root, String text, String note, List<byte[]> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int KEY_ID = 4;

    /** All checkpoints in a text, in order; what is none is passed over. */
    static List<LogCheckpoint> all(String from, String text) {
        List<LogCheckpoint> out = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<byte[]> signatures = new ArrayList<>();
        StringBuilder signed = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(DASH)) {
                signature(line).ifPresent(signatures::add);
                signed.append(line).append('\n');
                continue;
            }
            if (!signatures.isEmpty()) {
                of(from, said, signed.toString(), signatures).ifPresent(out::add);
                said.clear();
                signed.setLength(0);
                signatures.clear();
            }
            if (!line.isEmpty()) {
                said.add(line);
            }
        }
        return out; // what no empty line ends is being written or was cut off
    }

    private static Optional<LogCheckpoint> of(String from, List<String> said, String signed, List<byte[]> signatures) {
        String text = String.join("\n", said) + "\n";
        boolean shaped = said.size() >= 3
                && said.get(1).matches("0|[1-9][0-9]{0,17}")
                && said.get(2).matches("[A-Za-z0-9+/]{43}=");
        return shaped
                ? Optional.of(new LogCheckpoint(
                        from,
                        said.get(0),
                        Long.parseLong(said.get(1)),
                        said.get(2),
                        text,
                        text + "\n" + signed,
                        List.copyOf(signatures)))
                : Optional.empty();
    }

    private static Optional<byte[]> signature(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
            return bytes.length > KEY_ID
                    ? Optional.of(Arrays.copyOfRange(bytes, KEY_ID, bytes.length))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The key among these that signed it. */
    Optional<LogKey> signer(Collection<LogKey> keys) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .filter(key -> signatures.stream().anyMatch(signature -> key.signed(signed, signature)))
                .findFirst();
    }

    boolean hasRoot(byte[] computed) {
        return root.equals(Base64.getEncoder().encodeToString(computed));
    }
}
