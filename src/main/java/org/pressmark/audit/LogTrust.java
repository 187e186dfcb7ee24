package org.pressmark.audit;

import java.util.List;

/**
 * What a person knows of a log from elsewhere than the archive.
 *
 * @param keys public keys that are believed, each as PEM, as C2SP verifier key or as base64; none: those that the log names
 * @param own the person's own keys, likewise: where the log names one of them, it and what it hands over to is believed
 * @param checkpoints notes that somebody else kept, each text holding one or more
 */
public record LogTrust(List<String> keys, List<String> own, List<String> checkpoints) {
    /** Nothing is known from elsewhere. */
    public static final LogTrust NONE = new LogTrust(List.of(), List.of(), List.of());

    public LogTrust {
        keys = List.copyOf(keys);
        own = List.copyOf(own);
        checkpoints = List.copyOf(checkpoints);
    }
}
