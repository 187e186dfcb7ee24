package org.pressmark.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;

/**
 * Lines of a CDXJ index (0.1.0): the SURT key, the 14-digit time, and an object with {@code url}, {@code digest},
 * {@code mime}, {@code filename}, {@code offset}, {@code length} and {@code status}, all values text, e.g.
 * {@code example,a)/ 20261122101500 {"url": "https://a.example/", "mime": "text/html", "status": "200", …}}. A revisit's
 * {@code mime} is {@code warc/revisit}. A SHA-1 digest stands there bare, as in the Python indexers' lines, so that both
 * can be merged; any other with its label.
 */
public final class CdxjWriter {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CdxjWriter() {}

    /**
     * The line of one capture, without a line end. Lines sort by their bytes ({@code LC_ALL=C sort}).
     *
     * @param digest the payload's digest as it is to stand there: SHA-1, by which other software finds a revisit's original,
     *     where it is known
     */
    public static String line(Capture capture, Digest digest) {
        StringBuilder out = new StringBuilder(256)
                .append(capture.key().surt())
                .append(' ')
                .append(STAMP.format(capture.date()))
                .append(" {");
        pair(out, "url", capture.url()).append(", ");
        pair(out, "mime", capture.revisit() ? "warc/revisit" : capture.mediaType())
                .append(", ");
        pair(out, "status", Integer.toString(capture.status() == 0 ? 200 : capture.status()))
                .append(", ");
        pair(
                        out,
                        "digest",
                        digest.algorithm() == Digest.Algorithm.SHA1
                                ? digest.base32().substring("sha1:".length())
                                : digest.toString())
                .append(", ");
        pair(out, "length", Long.toString(capture.location().length())).append(", ");
        pair(out, "offset", Long.toString(capture.location().offset())).append(", ");
        pair(out, "filename", capture.location().file());
        return out.append('}').toString();
    }

    /**
     * The lines of a file's captures, in the order of the file.
     *
     * @param findings takes what is wrong with the file
     */
    public static void lines(Path file, Consumer<String> lines, Consumer<Finding> findings) throws IOException {
        List<Digest> stated = new ArrayList<>(1);
        CaptureCollector collector = new CaptureCollector(
                capture -> lines.accept(line(capture, stated.isEmpty() ? capture.payload() : stated.get(0))));
        WarcArchive.scan(
                file,
                record -> {
                    collector.add(record);
                    boolean main = record.type().equals("response")
                            || record.type().equals("revisit")
                            || record.type().equals("resource");
                    if (main) {
                        stated.clear();
                        record.payloadSha1().or(record::statedPayloadDigest).ifPresent(stated::add);
                    }
                },
                findings);
        collector.end();
    }

    private static StringBuilder pair(StringBuilder out, String name, String value) {
        out.append('"').append(name).append("\": \"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }
}
