package org.pressmark.replay;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.markup.SourceText;

/**
 * What a Content-Type header says, read as browsers read it (Fetch standard, "extract a MIME type"): of several types in one
 * header the last that is one counts. A browser that took a document for something else than we do would show it unrewritten.
 */
final class ContentType {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([a-z0-9_.:+-]+)");

    private ContentType() {}

    /** The media type without parameters, in lower case; empty where the header names none. */
    static String type(String header) {
        String found = essence(header);
        if (header.indexOf(',') >= 0) {
            found = essence(counting(header));
        }
        return TYPE.matcher(found).matches() && !found.equals("*/*") ? found : "";
    }

    /**
     * The header as it may be sent to a browser: one type, that of {@link #type}; empty where there is none. Several documents
     * in one answer are given as bytes.
     */
    static String sent(String header) {
        String type = type(header);
        if (type.startsWith("multipart/")) {
            return "application/octet-stream";
        }
        if (type.isEmpty() || header.indexOf(',') < 0) {
            return type.isEmpty() ? "" : header;
        }
        // the same type twice: the charset of the first is that of both
        Matcher charset = CHARSET.matcher(essence(header).equals(type) ? header : counting(header));
        return charset.find() ? type + "; charset=" + charset.group(1) : type;
    }

    /**
     * The header with the encoding in which the document was read, unless it says so already: nobody is to read another
     * document from the same bytes.
     */
    static String inEncoding(String header, Charset encoding) {
        Matcher charset = CHARSET.matcher(header);
        boolean said = header.indexOf('"') < 0
                && charset.find()
                && SourceText.named(charset.group(1)).filter(encoding::equals).isPresent();
        return said ? header : type(header) + "; charset=" + FileHead.webName(encoding);
    }

    /** Of several types the last that is one; empty where none is. */
    private static String counting(String header) {
        String counts = "";
        for (String part : parts(header)) {
            String type = essence(part);
            if (TYPE.matcher(type).matches() && !type.equals("*/*")) {
                counts = part;
            }
        }
        return counts;
    }

    private static List<String> parts(String header) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == ',' && !quoted) {
                parts.add(header.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(header.substring(from));
        return parts;
    }

    private static String essence(String part) {
        int end = part.indexOf(';');
        return (end < 0 ? part : part.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
