package org.pressmark.report;

import java.util.Map;
import org.pressmark.model.Capture;
import org.pressmark.model.Custody;

/** What became of a capture since it was made, for people: one HTML page that loads nothing and prints on paper. */
public final class CustodyReport {
    private static final String STYLE = Templates.resource("custody.css");
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private CustodyReport() {}

    /** The page, to be written in UTF-8. */
    public static String render(Custody custody) {
        return Templates.render(
                "report/custodyFile",
                Map.of(
                        "page", custody,
                        "entered", entered(custody),
                        "kind", kind(custody.capture()),
                        "style", STYLE,
                        "policy", POLICY));
    }

    private static String entered(Custody custody) {
        return switch (custody.entered()) {
            case "imported" -> "when the file that holds it was imported, not when it was captured";
            case "caught-up" -> "later than it was stored, from the WARC file";
            default -> "in the run that stored it";
        };
    }

    private static String kind(Capture capture) {
        return switch (capture.kind()) {
            case RESPONSE -> "a server's answer, HTTP status " + capture.status();
            case REVISIT_IDENTICAL ->
                "a server's answer, HTTP status " + capture.status()
                        + ", whose body is that of an earlier capture (original-… in this package)";
            case REVISIT_NOT_MODIFIED ->
                "a server's answer that nothing changed since an earlier capture (original-… in this package)";
            case MEMENTO ->
                "a server's answer, HTTP status " + capture.status() + ", as "
                        + capture.witness().map(Shown::line).orElse("another archive")
                        + " kept it; this archive had it from there";
            case RESOURCE -> "a document that a person handed in, with an address and a date that the person stated";
        };
    }
}
