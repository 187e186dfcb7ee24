package org.pressmark.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.Digest;
import org.pressmark.model.Digest.Algorithm;

/**
 * Another archive on a {@link TestPress}, which answers as the Wayback Machine does: CDX as JSON arrays under
 * {@code /cdx/search/cdx}, captures as stored under {@code /web/<timestamp>id_/<url>}, headers of theirs renamed to
 * {@code x-archive-orig-…}.
 */
public final class TestWayback {
    private final TestPress press;
    private final String host;
    private final String url;
    private final List<String> rows = new ArrayList<>();

    /**
     * @param host of the archive
     * @param url of which it has captures
     */
    public TestWayback(TestPress press, String host, String url) {
        this.press = press;
        this.host = host;
        this.url = url;
    }

    /** A capture of some HTML, answered 200. */
    public TestWayback html(String stamp, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return with(
                stamp, "200", "text/html", sha1(body), archived(stamp, "200 OK", "text/html; charset=utf-8", "", body));
    }

    /**
     * A capture under whatever the list says of it.
     *
     * @param replies in the order in which they are asked for
     */
    public TestWayback with(String stamp, String status, String type, String digest, Reply... replies) {
        return under(url, stamp, status, type, digest, replies);
    }

    /** The same, listed and given under another way of writing the address. */
    public TestWayback under(
            String address, String stamp, String status, String type, String digest, Reply... replies) {
        press.page(host, "/web/" + stamp + "id_/" + address, replies);
        rows.add("[\"example)/\",\"" + stamp + "\",\"" + address + "\",\"" + type + "\",\"" + status + "\",\"" + digest
                + "\",\"500\"]");
        putUp();
        return this;
    }

    /** The answer of an archive that gives a capture, as it came. */
    public static Reply archived(String stamp, String status, String type, String headers, byte[] body) {
        return Reply.answer(
                status,
                "Server: nginx\r\nContent-Type: " + type + "\r\nx-archive-orig-server: Apache/2.2\r\n"
                        + "x-archive-orig-content-type: " + type + "\r\nx-archive-orig-etag: \"" + stamp + "\"\r\n"
                        + headers
                        + "Memento-Datetime: " + rfc1123(stamp) + "\r\n"
                        + "Link: <http://archive.example/web/timemap/link/x>; rel=\"timemap\"\r\n"
                        + "x-archive-src: crawl-1.warc.gz\r\n",
                body);
    }

    /** SHA-1 as an index has it, without a label. */
    public static String sha1(byte[] body) {
        try {
            byte[] value = MessageDigest.getInstance("SHA-1").digest(body);
            return Digest.of(Algorithm.SHA1, value).base32().substring("sha1:".length());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void putUp() {
        String names = "[\"urlkey\",\"timestamp\",\"original\",\"mimetype\",\"statuscode\",\"digest\",\"length\"]";
        String json = "[" + names + (rows.isEmpty() ? "" : ",\n") + String.join(",\n", rows) + "]\n";
        press.page(
                host,
                "/cdx/search/cdx?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)
                        + "&output=json&gzip=false&limit=5000",
                Reply.content("application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    /** As Memento-Datetime has it. */
    public static String rfc1123(String stamp) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(LocalDateTime.parse(stamp, DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)));
    }
}
