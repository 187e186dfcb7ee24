package org.pressmark.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.HttpHead;

/** Where a redirect leads. */
final class Redirects {
    private Redirects() {}

    /**
     * The absolute address in the Location of a 3xx head (RFC 9110 §10.2.2), resolved as browsers do against the address asked
     * for; as written where it is none.
     */
    static Optional<String> target(String url, HttpHead head) {
        int status = head.status();
        if (status < 300 || status > 399 || status == 304) {
            return Optional.empty();
        }
        return head.first("Location")
                .map(Redirects::characters)
                .filter(text -> !text.isBlank())
                .map(text -> WarcText.uri(WebAddress.resolve(url, text).orElse(text)));
    }

    /** The header's bytes as UTF-8; where they are none, those beyond ASCII escaped: the server wants them back as they are. */
    private static String characters(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            StringBuilder out = new StringBuilder(latin1.length() + 16);
            for (byte b : bytes) {
                out.append(b < 0 ? String.format(Locale.ROOT, "%%%02X", b & 0xff) : String.valueOf((char) b));
            }
            return out.toString();
        }
    }
}
