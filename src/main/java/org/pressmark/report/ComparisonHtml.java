package org.pressmark.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.pressmark.model.Comparison;

/** Two copies side by side as one HTML file that stands alone: no request leaves it, and it reads without scripts. */
public final class ComparisonHtml {
    private static final String STYLE = Templates.resource("pressmark.css");
    private static final String SCRIPT = Templates.resource("pressmark.js");

    /** Nothing from anywhere, and of scripts and styles only the very ones in the file. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; script-src 'sha256-" + hash(SCRIPT) + "'; base-uri 'none'; form-action 'none'";

    private ComparisonHtml() {}

    /** All changes, a sentence of context each. */
    public static String render(Comparison comparison) {
        return render(comparison, ComparisonView.STANDARD);
    }

    /**
     * The file's text, to be written in UTF-8.
     *
     * @param view which changes to show
     */
    public static String render(Comparison comparison, ComparisonView view) {
        ComparisonPage page = ComparisonPage.of(comparison, view, ComparisonPage.Links.NONE);
        return Templates.render(
                "report/comparisonFile", Map.of("page", page, "style", STYLE, "script", SCRIPT, "policy", POLICY));
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
