package org.pressmark.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.HttpHead;

/**
 * The line that begins a record of an ARC file, version 1 ({@code URL IP date type length}) or 2 (with status, checksum,
 * redirect, offset and file name between type and length). The URL may hold blanks: the date and the IP address before it
 * are what is looked for.
 *
 * @param length of the record's bytes, −1 where the line gives no number
 */
record ArcLine(String url, String ip, String date, String type, long length) {

    static Optional<ArcLine> parse(String line) {
        String[] parts = line.strip().split(" ", -1);
        int last = parts.length - 1;
        if (last < 4 || !hasScheme(parts[0])) {
            return Optional.empty();
        }
        for (int i = 2; i < last; i++) {
            if (isNumber(parts[i]) && parts[i].length() >= 8 && parts[i].length() <= 18 && isAddress(parts[i - 1])) {
                int typeEnd = last - i == 7 ? i + 2 : last;
                return Optional.of(new ArcLine(
                        join(parts, 0, i - 1),
                        parts[i - 1],
                        parts[i],
                        join(parts, i + 1, typeEnd),
                        isNumber(parts[last]) && parts[last].length() <= 15 ? Long.parseLong(parts[last]) : -1));
            }
        }
        return Optional.empty();
    }

    boolean isFileHeader() {
        return url.startsWith("filedesc:");
    }

    /** The line's facts under the names that WARC gives them. */
    List<HttpHead.Header> fields(String warcType, boolean http) {
        List<HttpHead.Header> fields = new ArrayList<>();
        fields.add(new HttpHead.Header("WARC-Type", warcType));
        if (isFileHeader()) {
            fields.add(new HttpHead.Header("WARC-Filename", url.replaceFirst("^filedesc:/*", "")));
        } else {
            fields.add(new HttpHead.Header("WARC-Target-URI", url));
        }
        WarcText.date(date).ifPresent(when -> fields.add(new HttpHead.Header("WARC-Date", when.toString())));
        if (!ip.equals("0.0.0.0")) {
            fields.add(new HttpHead.Header("WARC-IP-Address", ip));
        }
        fields.add(new HttpHead.Header("Content-Type", http ? "application/http;msgtype=response" : type));
        fields.add(new HttpHead.Header("Content-Length", Long.toString(length)));
        return fields;
    }

    private static String join(String[] parts, int start, int end) {
        StringBuilder out = new StringBuilder();
        for (int i = start; i < end; i++) {
            out.append(i > start ? " " : "").append(parts[i]);
        }
        return out.toString();
    }

    private static boolean hasScheme(String url) {
        int colon = url.indexOf(':');
        return colon > 0
                && url.chars()
                        .limit(colon)
                        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '.' || c == '-'));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAddress(String text) {
        return text.length() >= 2
                && text.length() <= 45
                && (text.indexOf('.') > 0 || text.indexOf(':') >= 0)
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
    }
}
