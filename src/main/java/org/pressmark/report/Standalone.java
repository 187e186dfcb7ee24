package org.pressmark.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Pages that stand alone in one file: no request leaves them, and they read without scripts. */
final class Standalone {
    private static final String STYLE = Templates.resource("pressmark.css") + Templates.resource("apparatus.css");
    private static final String SCRIPT = Templates.resource("pressmark.js");

    /** Nothing from anywhere, pictures only such as lie in the file, of scripts and styles only the very ones in it. */
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'sha256-" + hash(STYLE)
            + "'; script-src 'sha256-" + hash(SCRIPT) + "'; base-uri 'none'; form-action 'none'";

    private Standalone() {}

    /** The file's text, of a template that takes {@code page}, {@code style}, {@code script} and {@code policy}. */
    static String render(String template, Object page) {
        return Templates.render(template, Map.of("page", page, "style", STYLE, "script", SCRIPT, "policy", POLICY));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
