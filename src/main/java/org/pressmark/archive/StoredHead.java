package org.pressmark.archive;

import java.util.Locale;
import org.pressmark.model.HttpHead;

/**
 * The response head as it is stored. The stored body is free of transfer-encoding, so a head that speaks of one, or of
 * another length than the stored body's, would make readers cut or join the body wrongly: then the transfer-encoding lines
 * go and one true {@code Content-Length} stands where the first of them or of the false lengths stood. Every other byte,
 * order, letter case and repetition stays. The head as sent is kept in the metadata record.
 */
final class StoredHead {
    private StoredHead() {}

    /** The head for a body of this length; the same object where nothing needs changing. */
    static HttpHead of(HttpHead sent, long length) {
        int lengths = 0;
        boolean trueLength = false;
        boolean coded = false;
        for (HttpHead.Header header : sent.headers()) {
            if (header.name().equalsIgnoreCase("Content-Length")) {
                lengths++;
                trueLength = header.value().equals(Long.toString(length));
            }
            coded |= header.name().equalsIgnoreCase("Transfer-Encoding");
        }
        HttpHead whole = ended(sent);
        boolean fits = !coded && (lengths == 0 || (lengths == 1 && trueLength));
        return fits ? whole : new HttpHead(rewritten(whole.raw(), length));
    }

    /** The head with the empty line that ends it; the same object where it has one. */
    static HttpHead ended(HttpHead head) {
        String raw = head.raw();
        if (raw.endsWith("\n\r\n") || raw.endsWith("\n\n") || raw.equals("\r\n") || raw.equals("\n")) {
            return head;
        }
        return new HttpHead(raw.isEmpty() || raw.endsWith("\n") ? raw + "\r\n" : raw + "\r\n\r\n");
    }

    private static String rewritten(String raw, long length) {
        StringBuilder out = new StringBuilder(raw.length() + 24);
        boolean dropping = false;
        boolean written = false;
        int start = 0;
        for (int line = 0; start < raw.length(); line++) {
            int end = raw.indexOf('\n', start) + 1;
            end = end == 0 ? raw.length() : end;
            String text = raw.substring(start, end);
            start = end;
            boolean folded = text.startsWith(" ") || text.startsWith("\t");
            dropping = line > 0 && (folded ? dropping : isFraming(text));
            if (!dropping) {
                out.append(text);
            } else if (!written) {
                written = true;
                out.append("Content-Length: ").append(length).append(text.endsWith("\r\n") ? "\r\n" : "\n");
            }
        }
        return out.toString();
    }

    private static boolean isFraming(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return name.equals("transfer-encoding") || name.equals("content-length");
    }
}
