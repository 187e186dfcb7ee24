package org.pressmark.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** Makes the records of a capture: request, response or revisit, metadata (WARC 1.1 §6). */
final class CaptureRenderer {
    private static final String PROFILE = "http://netpreserve.org/warc/1.1/revisit/";

    private final Deflate deflate;

    CaptureRenderer(Deflate deflate) {
        this.deflate = deflate;
    }

    /**
     * The names of a capture's records.
     *
     * @param main of the response, revisit or resource
     * @param certificates of the record of certificates, should there be one
     */
    record Ids(String request, String main, String metadata, String certificates) {

        /**
         * Four names that differ in the last digit alone, so that a record which names another takes hardly more bytes for it.
         *
         * @param id of the main record, ending in a UUID
         */
        static Ids around(String id) {
            int last = id.length() - 1;
            int digit = Character.digit(id.charAt(last), 16);
            IntFunction<String> other = with -> id.substring(0, last) + Character.forDigit(digit ^ with, 16);
            return new Ids(other.apply(1), id, other.apply(2), other.apply(3));
        }
    }

    /** The type that the main record will have. */
    static Capture.Kind kind(Exchange exchange, CaptureContext context) {
        Optional<Capture> earlier = context.earlier();
        if (earlier.isEmpty()) {
            return Capture.Kind.RESPONSE;
        }
        if (exchange.responseHead().status() == 304) {
            return Capture.Kind.REVISIT_NOT_MODIFIED;
        }
        if (exchange.truncated().isPresent() || earlier.get().truncated().isPresent()) {
            return Capture.Kind.RESPONSE; // half a payload says nothing about the whole
        }
        Digest payload = earlier.get().payload();
        Body body = exchange.body();
        Digest own = payload.algorithm() == Digest.Algorithm.SHA1 ? body.sha1() : body.sha256();
        if (!own.equals(payload)) {
            throw new IllegalArgumentException("expected the payload of "
                    + earlier.get().recordId() + ", " + payload + ", found " + own + ": this is no revisit");
        }
        return Capture.Kind.REVISIT_IDENTICAL;
    }

    /** @param originalDigest for a 304, the payload digest that the original's record states */
    Rendered render(
            Segment segment,
            Spool out,
            Ids ids,
            Exchange exchange,
            CaptureContext context,
            Optional<String> originalDigest)
            throws IOException {
        Capture.Kind kind = kind(exchange, context);
        Body body = exchange.body();
        HttpHead sent = exchange.responseHead();
        HttpHead stored =
                kind == Capture.Kind.REVISIT_NOT_MODIFIED ? StoredHead.ended(sent) : StoredHead.of(sent, body.length());

        List<RecordHashes> hashes = new ArrayList<>();
        Optional<CertificateRecord.Named> certificates =
                CertificateRecord.write(segment, out, ids.certificates(), exchange, deflate, hashes::add);
        Draft.beside("request", ids.request(), ids.main(), exchange.startedAt())
                .add("WARC-Target-URI", WarcText.uri(exchange.url()))
                .httpBlock(StoredHead.ended(exchange.requestHead()), "request", Optional.empty())
                .write(out, deflate, hashes::add);
        long mainOffset = out.length();
        String type = kind == Capture.Kind.RESPONSE ? "response" : "revisit";
        Draft draft = WarcWriter.draft(type, ids.main(), exchange.startedAt(), segment)
                .add("WARC-Target-URI", WarcText.uri(exchange.url()))
                .add("WARC-IP-Address", exchange.ipAddress().filter(WarcText::isIpAddress));
        exchange.protocols().forEach(protocol -> draft.add("WARC-Protocol", protocol));
        draft.add("WARC-Cipher-Suite", exchange.tls().map(Exchange.Tls::cipher));
        boolean packed = MediaTypes.isPacked(
                Optional.of(stored),
                MediaTypes.base(stored.first("Content-Type").orElse("")));
        ScannedRecord main = switch (kind) {
            case REVISIT_IDENTICAL ->
                revisit(draft, context)
                        .add("WARC-Profile", PROFILE + "identical-payload-digest")
                        .add("WARC-Payload-Digest", body.sha1().base32())
                        .add("WARC-Truncated", body.length() > 0 ? Optional.of("length") : Optional.empty())
                        .httpBlock(stored, "response", Optional.empty())
                        .write(out, deflate, hashes::add);
            case REVISIT_NOT_MODIFIED ->
                revisit(draft, context)
                        .add("WARC-Profile", PROFILE + "server-not-modified")
                        .add("WARC-Payload-Digest", originalDigest)
                        .httpBlock(stored, "response", Optional.empty())
                        .write(out, deflate, hashes::add);
            default ->
                draft.add("WARC-Payload-Digest", body.sha1().base32())
                        .add("WARC-Truncated", exchange.truncated().map(reason -> reason.word()))
                        .httpBlock(stored, "response", Optional.of(body))
                        .write(out, deflate, hashes::add, deflate.levelFor(body, packed));
        };
        long mainLength = out.length() - mainOffset;
        MetadataFields fields = CaptureMetadata.of(ids.main(), exchange, context, kind, stored);
        certificates.ifPresent(
                named -> fields.add("tls-certificate-sha256", named.leaf().hex())
                        .add("tls-certificates", "<" + named.recordId() + ">"));
        ScannedRecord metadata = Draft.beside("metadata", ids.metadata(), ids.main(), exchange.startedAt())
                .add("WARC-Target-URI", WarcText.uri(exchange.url()))
                .fieldsBlock(fields.fields())
                .write(out, deflate, hashes::add);
        Optional<String> claimed =
                certificates.filter(CertificateRecord.Named::written).map(CertificateRecord.Named::recordId);
        return new Rendered(segment, out, mainOffset, mainLength, main, Optional.of(metadata), hashes, claimed);
    }

    /** A document that a person hands in. */
    Rendered render(Segment segment, Spool out, Ids ids, GivenDocument document, Instant now) throws IOException {
        Instant date = document.statedDate().orElse(now);
        String url = WarcText.uri(document.url());
        List<RecordHashes> hashes = new ArrayList<>();
        boolean packed = MediaTypes.isPacked(Optional.empty(), MediaTypes.base(document.mediaType()));
        ScannedRecord main = WarcWriter.draft("resource", ids.main(), date, segment)
                .add("WARC-Target-URI", url)
                .add("WARC-Payload-Digest", document.body().sha1().base32())
                .bytesBlock(document.body(), document.mediaType())
                .write(out, deflate, hashes::add, deflate.levelFor(document.body(), packed));
        long mainLength = out.length();
        MetadataFields fields = new MetadataFields()
                .add(MetadataFields.ROLE, MetadataFields.word(Capture.Role.PAGE))
                .add(MetadataFields.SHA256, document.body().sha256().toString())
                .add(MetadataFields.LENGTH, Long.toString(document.body().length()))
                .add("stated-by", Optional.of(document.statedBy()).filter(name -> !name.isBlank()))
                .add("stated-date", document.statedDate().map(Instant::toString))
                .add("file-name", Optional.of(document.fileName()).filter(name -> !name.isBlank()))
                .add("imported-at", now.toString());
        ScannedRecord metadata = Draft.beside("metadata", ids.metadata(), ids.main(), date)
                .add("WARC-Target-URI", url)
                .fieldsBlock(fields.fields())
                .write(out, deflate, hashes::add);
        return new Rendered(segment, out, 0, mainLength, main, Optional.of(metadata), hashes, Optional.empty());
    }

    private static Draft revisit(Draft draft, CaptureContext context) {
        Capture.Original original = original(context.earlier().orElseThrow());
        return draft.add("WARC-Refers-To", original.recordId().map(id -> "<" + id + ">"))
                .add("WARC-Refers-To-Target-URI", WarcText.uri(original.url()))
                .add("WARC-Refers-To-Date", original.date().toString());
    }

    /** A revisit of a revisit names the capture that really has the payload. */
    private static Capture.Original original(Capture earlier) {
        return earlier.refersTo()
                .orElseGet(() -> new Capture.Original(earlier.url(), earlier.date(), Optional.of(earlier.recordId())));
    }
}
