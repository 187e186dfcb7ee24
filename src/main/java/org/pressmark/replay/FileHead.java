package org.pressmark.replay;

import java.nio.charset.Charset;
import java.util.Locale;
import org.pressmark.markup.TagReader;

/** What a single file says at its beginning: where it comes from, its encoding, and that nothing may be loaded. */
final class FileHead {
    /** Browsers look for the encoding in the first 1024 bytes; a longer note stands behind it. */
    static final int ROOM_BEFORE_META = 700;

    static final String POLICY =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                    + "style-src 'unsafe-inline' data:; font-src data:; media-src data:; frame-src data:; form-action 'none'; "
                    + "base-uri 'none'\"/>";

    private final int place;

    FileHead(String html) {
        this.place = place(html);
    }

    /** Where head elements may be put: within {@code <head>}, or where a browser would open one by itself. */
    int place() {
        return place;
    }

    private static int place(String html) {
        int place = doctypeEnd(html);
        TagReader tag = TagReader.html(html);
        for (TagReader.Event event = tag.next(); event != TagReader.Event.END; event = tag.next()) {
            if (event == TagReader.Event.START_TAG) {
                if (tag.is("html") || tag.is("head")) {
                    place = tag.end();
                }
                if (!tag.is("html")) {
                    break;
                }
            }
        }
        return place;
    }

    private static int doctypeEnd(String html) {
        int at = 0;
        while (at < html.length()
                && (html.charAt(at) <= ' ' || html.startsWith("<?", at) || html.startsWith("<!--", at))) {
            boolean comment = html.startsWith("<!--", at);
            int close = html.charAt(at) <= ' ' ? at : html.indexOf(comment ? "-->" : ">", at);
            at = close < 0 ? html.length() : close + (comment ? 3 : 1);
        }
        if (html.regionMatches(true, at, "<!doctype", 0, 9)) {
            int close = html.indexOf('>', at);
            return close < 0 ? html.length() : close + 1;
        }
        return 0;
    }

    /** The encoding's name as pages write it. */
    static String webName(Charset charset) {
        return switch (charset.name()) {
            case "windows-31j" -> "shift_jis";
            case "x-windows-949" -> "euc-kr";
            case "Big5-HKSCS" -> "big5";
            case "x-windows-874" -> "windows-874";
            case "x-MacRoman" -> "macintosh";
            case "x-MacCyrillic" -> "x-mac-cyrillic";
            default -> charset.name().toLowerCase(Locale.ROOT);
        };
    }

    static String encoding(String name) {
        return "<meta charset=\"" + name + "\"/>";
    }

    /** The note of origin: a comment that its values can't end, in ASCII. */
    static String note(SingleFileHtml.Provenance from) {
        return "<!-- Archived page, made one file by Pressmark: scripts removed, parts inlined.\n"
                + "     url: " + inComment(from.url()) + "\n"
                + "     captured: " + from.captured() + "\n"
                + "     payload: " + inComment(from.digest()) + "\n"
                + "     record: " + inComment(from.recordId()) + " -->\n";
    }

    private static String inComment(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '<' || c == '>' || (c == '-' && i > 0 && value.charAt(i - 1) == '-')) {
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** UTF-16 is told by its mark alone. */
    static byte[] marked(byte[] bytes, Charset charset) {
        byte[] out = new byte[bytes.length + 2];
        boolean little = charset.name().equals("UTF-16LE");
        out[0] = (byte) (little ? 0xFF : 0xFE);
        out[1] = (byte) (little ? 0xFE : 0xFF);
        System.arraycopy(bytes, 0, out, 2, bytes.length);
        return out;
    }
}
