package org.pressmark.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pressmark.model.HttpHead.Header;

/**
 * What goes back to the client.
 *
 * @param headers without Content-Length
 * @param length of the body in bytes
 */
record Answer(int status, List<Header> headers, long length, InputStream body) {
    /** Of our own pages: nothing from elsewhere, no script and no style but our files, no frame but the archive's. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** To nobody else; but under no-referrer a browser would send our own forms with the origin null, as if from a stranger. */
    private static final String REFERRER = "same-origin";

    Answer {
        headers = List.copyOf(headers);
        Objects.requireNonNull(body);
    }

    /** One of our pages. */
    static Answer page(int status, String html) {
        return text(status, "text/html; charset=utf-8", html).with("Content-Security-Policy", POLICY);
    }

    /** One of our pages that shows an archived one from this origin in a frame. */
    static Answer framing(String html, String archived) {
        String policy = POLICY.replace("frame-src 'self'", "frame-src 'self' " + archived);
        return text(200, "text/html; charset=utf-8", html).with("Content-Security-Policy", policy);
    }

    /** The script that stands between archived scripts and the network; pages of no origin may run it. */
    static Answer script(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = List.of(
                new Header("Content-Type", "text/javascript; charset=utf-8"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Cross-Origin-Resource-Policy", "cross-origin"));
        return new Answer(200, headers, bytes.length, new ByteArrayInputStream(bytes));
    }

    /** Any text of our own, in UTF-8. */
    static Answer text(int status, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = List.of(
                new Header("Content-Type", type),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Referrer-Policy", REFERRER),
                new Header("Cross-Origin-Opener-Policy", "same-origin"),
                new Header("Cross-Origin-Resource-Policy", "same-origin"));
        return new Answer(status, headers, bytes.length, new ByteArrayInputStream(bytes));
    }

    /** Another address to go to. */
    static Answer found(String location) {
        return text(302, "text/plain; charset=utf-8", "").with("Location", location);
    }

    /** Another address to look at after something was done. */
    static Answer seeOther(String location) {
        return text(303, "text/plain; charset=utf-8", "").with("Location", location);
    }

    /** The same with one header more. */
    Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, length, body);
    }

    /** The same with more headers. */
    Answer with(List<Header> others) {
        List<Header> more = new ArrayList<>(headers);
        more.addAll(others);
        return new Answer(status, more, length, body);
    }
}
