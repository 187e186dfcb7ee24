package org.pressmark.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.HttpHead;

/**
 * The fields of the metadata record that ends each capture, {@code application/warc-fields}. {@code via},
 * {@code hopsFromSeed} and {@code fetchTimeMs} are the standard's (WARC 1.1 §6.6); the rest are ours:
 *
 * <ul>
 *   <li>{@code role}: {@code page}, {@code wall}, {@code redirect}, {@code requisite} or {@code robots}
 *   <li>{@code page}: {@code <record id>} of the page capture in whose course this one was made
 *   <li>{@code payload-sha256}, {@code payload-length}: of the payload, for a revisit of the original's;
 *       {@code payload-type}: the original's media type, where a 304 names none
 *   <li>{@code http-response-head-as-sent}: the head as the server sent it, where the stored one differs (see
 *       {@link StoredHead}); visible ASCII as it is, every other byte and {@code %} as {@code %XX}
 *   <li>{@code redirect-target}: the absolute address that a redirect names
 *   <li>{@code tls-certificate-sha256}: of the server's certificate (DER); {@code tls-certificates}: {@code <record id>} of the
 *       {@link CertificateRecord} that holds the chain
 *   <li>{@code configuration-digest}: of the settings in force
 *   <li>{@code time-dns-ms}, {@code time-connect-ms}, {@code time-tls-ms}, {@code time-first-byte-ms}: parts of the way, where
 *       they were gone ({@code fetchTimeMs} is from the first byte sent to the last byte read)
 *   <li>{@code host-paused-s}: how long the host is let alone because of this answer
 *   <li>{@code http-interim-head}, {@code http-trailer}: heads of status 1xx, and what stood behind the last chunk; escaped
 *       as {@code http-response-head-as-sent}
 *   <li>{@code outlink}: an address that the page names, its way, and where it stands, e.g.
 *       {@code http://copies.example/b L a/@href}; {@code outlinks-left-out}: how many more there are
 *   <li>{@code stated-by}, {@code stated-date}, {@code file-name}, {@code imported-at}: of a document handed in
 *   <li>{@code wall}, {@code feed-…} and others: facts that the hall adds
 * </ul>
 */
final class MetadataFields {
    static final String ROLE = "role";
    static final String PAGE = "page";
    static final String SHA256 = "payload-sha256";
    static final String LENGTH = "payload-length";
    static final String TYPE = "payload-type";
    static final String HEAD_AS_SENT = "http-response-head-as-sent";

    private final List<HttpHead.Header> fields = new ArrayList<>();

    MetadataFields add(String name, String value) {
        fields.add(new HttpHead.Header(WarcText.line(name), WarcText.line(value)));
        return this;
    }

    MetadataFields add(String name, Optional<String> value) {
        value.ifPresent(text -> add(name, text));
        return this;
    }

    List<HttpHead.Header> fields() {
        return List.copyOf(fields);
    }

    /** The block as it is written. */
    static String text(List<HttpHead.Header> fields) {
        StringBuilder out = new StringBuilder();
        for (HttpHead.Header field : fields) {
            out.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        return out.toString();
    }

    static String word(Capture.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Capture.Role> role(String word) {
        for (Capture.Role role : Capture.Role.values()) {
            if (word(role).equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** The head as sent that a metadata record holds. */
    static Optional<HttpHead> headAsSent(ScannedRecord metadata) {
        return metadata.blockField(HEAD_AS_SENT).map(text -> new HttpHead(WarcText.unescaped(text)));
    }
}
