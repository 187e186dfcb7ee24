package org.pressmark.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What an index for other software says of one capture, in either of two forms that sort by their bytes
 * ({@code LC_ALL=C sort}).
 *
 * @param key the SURT key of the address; for another method than GET that of the address with the request's body behind it
 * @param date the WARC-Date
 * @param url the WARC-Target-URI
 * @param mime the payload's media type as sent, without parameters; {@code warc/revisit} for a revisit, {@code unk} for none
 * @param status the HTTP status, 200 for a resource, {@code -} where a revisit keeps no head
 * @param digest of the payload as the record states it, e.g. {@code sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ}
 * @param location the record's gzip member
 * @param request method and body of a request that was no plain GET
 */
public record CdxLine(
        String key,
        Instant date,
        String url,
        String mime,
        String status,
        String digest,
        RecordLocation location,
        Optional<Request> request)
        implements Comparable<CdxLine> {
    /**
     * A request that was no plain GET.
     *
     * @param method in upper case, e.g. {@code POST}
     * @param query its body in the form of a query, e.g. {@code a=1&b=2}; empty for none
     */
    public record Request(String method, String query) {
        /** The address by which the answer is listed (guideline "CDX for non-GET requests"). */
        public String appendedTo(String url) {
            return url + (url.indexOf('?') < 0 ? "?" : "&") + "__wb_method=" + method
                    + (query.isEmpty() ? "" : "&" + query);
        }
    }

    /** The first line of a CDX file with eleven columns; it sorts before every other. */
    public static final String CDX11_HEADER = " CDX N b a m s k r M S V g";

    public CdxLine {
        Objects.requireNonNull(date);
        key = word(key);
        mime = word(mime);
        digest = word(digest);
    }

    /** The date's 14 digits. */
    public String stamp() {
        LocalDateTime at = LocalDateTime.ofInstant(date, ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(14);
        number(out, at.getYear(), 4);
        number(out, at.getMonthValue(), 2);
        number(out, at.getDayOfMonth(), 2);
        number(out, at.getHour(), 2);
        number(out, at.getMinute(), 2);
        number(out, at.getSecond(), 2);
        return out.toString();
    }

    /** Whether it is of a revisit whose server answered 304: there is nothing to show but what it confirms. */
    public boolean notModified() {
        return mime.equals("warc/revisit") && status.equals("304");
    }

    /** A line of a CDXJ index (0.1.0), all values text, without a line end. */
    public String cdxj() {
        return key + " " + stamp() + " " + json();
    }

    /** The object of the line. */
    public String json() {
        StringBuilder out = new StringBuilder(256).append('{');
        pair(out, "url", url);
        pair(out, "mime", mime);
        pair(out, "status", status);
        pair(out, "digest", digest);
        pair(out, "length", Long.toString(location.length()));
        pair(out, "offset", Long.toString(location.offset()));
        pair(out, "filename", location.file());
        request.ifPresent(query -> {
            pair(out, "requestBody", query.query());
            pair(out, "method", query.method());
        });
        return out.append('}').toString();
    }

    /** A line of a CDX file of eleven columns, without a line end; a digest stands there without its label. */
    public String cdx11() {
        return String.join(
                " ",
                key,
                stamp(),
                word(url),
                mime,
                status,
                digest.substring(digest.indexOf(':') + 1),
                "-",
                "-",
                Long.toString(location.length()),
                Long.toString(location.offset()),
                word(location.file()));
    }

    @Override
    public int compareTo(CdxLine other) {
        return cdxj().compareTo(other.cdxj());
    }

    /** A column: visible ASCII, anything else escaped; a hyphen for nothing. */
    private static String word(String text) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) > ' ' && text.charAt(plain) < 0x7f) {
            plain++;
        }
        if (plain > 0 && plain == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append(b > ' ' && b < 0x7f ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02x", b & 0xff));
        }
        return out.isEmpty() ? "-" : out.toString();
    }

    private static void number(StringBuilder out, int value, int digits) {
        String text = Integer.toString(value);
        for (int i = text.length(); i < digits; i++) {
            out.append('0');
        }
        out.append(text);
    }

    private static void pair(StringBuilder out, String name, String value) {
        out.append(out.length() > 1 ? ", " : "").append('"').append(name).append("\": \"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
