package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.HttpHead;
import org.pressmark.model.HttpHead.Header;

/**
 * The head that the original's server sent, out of the head with which an archive gives a capture. Archives rename what is not
 * theirs to say ({@code X-Archive-Orig-…}); where one does so, the renamed lines are the original's, and beside them only what
 * says how to read the body. Where one does not, all is taken for the original's but what speaks of the archive itself and of
 * the connection. Order and letter case are as that archive gave them; its whole head is kept beside.
 */
final class RestoredHead {
    private static final String RENAMED = "x-archive-orig-";

    /** These the archive says of the capture itself, under their own names. */
    private static final Set<String> OF_THE_BODY =
            Set.of("content-type", "content-encoding", "content-language", "content-disposition", "location");

    /** These speak of the archive or of our connection to it. */
    private static final Set<String> OF_THE_ARCHIVE = Set.of(
            "memento-datetime",
            "link",
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-length",
            "vary",
            "preference-applied",
            "content-security-policy",
            "referrer-policy",
            "permissions-policy",
            "server-timing",
            "content-location");

    private RestoredHead() {}

    /**
     * @param given the archive's head
     * @param encoded whether the body came with the content-encoding that the head speaks of still around it
     */
    static HttpHead of(HttpHead given, boolean encoded) {
        List<Header> headers = given.headers();
        boolean renames = headers.stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith(RENAMED));
        List<Header> out = new ArrayList<>();
        for (Header header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(RENAMED)) {
                add(out, new Header(header.name().substring(RENAMED.length()), header.value()), encoded);
            } else if (renames ? OF_THE_BODY.contains(name) && !named(headers, RENAMED + name) : ofTheOriginal(name)) {
                add(out, header, encoded);
            }
        }
        StringBuilder raw = new StringBuilder(given.startLine().replaceFirst("^HTTP/\\S+", "HTTP/1.1"));
        for (Header header : out) {
            raw.append("\r\n").append(header.name()).append(": ").append(header.value());
        }
        return new HttpHead(raw.append("\r\n\r\n").toString());
    }

    private static boolean ofTheOriginal(String name) {
        return !OF_THE_ARCHIVE.contains(name) && !name.startsWith("x-archive-");
    }

    private static boolean named(List<Header> headers, String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    private static void add(List<Header> out, Header header, boolean encoded) {
        if (header.name().equalsIgnoreCase("Content-Encoding") && !encoded) {
            return; // the archive undid it; a reader who tried again would fail
        }
        if (header.name().equalsIgnoreCase("Location")) {
            Optional<MementoAddress> within = MementoAddress.of(header.value());
            out.add(within.map(address -> new Header(header.name(), address.original()))
                    .orElse(header));
            return;
        }
        out.add(header);
    }
}
