package org.pressmark.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Digest;

/** The settings under which captures are made, as a digest: two captures with the same one were made alike. */
final class Configuration {
    private final Settings settings;

    Configuration(Settings settings) {
        this.settings = settings;
    }

    /** SHA-256 of the lines {@code key=value} of every {@code fetch.} and {@code capture.} setting, in order of their keys. */
    Digest digest() {
        StringBuilder lines = new StringBuilder();
        for (Setting setting : Setting.values()) {
            String key = setting.key().toLowerCase(Locale.ROOT);
            // A proxy's address may hold a password; which way the bytes came does not change them.
            boolean ofCapturing = key.startsWith("fetch.") || key.startsWith("capture.");
            if (ofCapturing && setting != Setting.FETCH_PROXY) {
                lines.append(key).append('=').append(settings.text(setting)).append('\n');
            }
        }
        String sorted = String.join("\n", lines.toString().lines().sorted().toList()) + "\n";
        try {
            MessageDigest sha256 = MessageDigest.getInstance(Digest.Algorithm.SHA256.javaName());
            return Digest.of(Digest.Algorithm.SHA256, sha256.digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
