package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** Makes the records of a capture: request, response or revisit, metadata (WARC 1.1 §6). */
final class CaptureRenderer {
    private static final String PROFILE = "http://netpreserve.org/warc/1.1/revisit/";

    private final int level;

    CaptureRenderer(int level) {
        this.level = level;
    }

    /**
     * The names of a capture's records.
     *
     * @param main of the response, revisit or resource
     */
    record Ids(String request, String main, String metadata) {}

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

        about(WarcWriter.draft("request", ids.request(), exchange.startedAt(), segment), exchange)
                .id("WARC-Concurrent-To", ids.main())
                .httpBlock(StoredHead.ended(exchange.requestHead()), "request", Optional.empty())
                .write(out, level);
        long mainOffset = out.length();
        Draft draft = about(
                WarcWriter.draft(
                                kind == Capture.Kind.RESPONSE ? "response" : "revisit",
                                ids.main(),
                                exchange.startedAt(),
                                segment)
                        .id("WARC-Concurrent-To", ids.request())
                        .id("WARC-Concurrent-To", ids.metadata()),
                exchange);
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
                        .write(out, level);
            case REVISIT_NOT_MODIFIED ->
                revisit(draft, context)
                        .add("WARC-Profile", PROFILE + "server-not-modified")
                        .add("WARC-Payload-Digest", originalDigest)
                        .httpBlock(stored, "response", Optional.empty())
                        .write(out, level);
            default ->
                draft.add("WARC-Payload-Digest", body.sha1().base32())
                        .add("WARC-Truncated", exchange.truncated().map(reason -> reason.word()))
                        .httpBlock(stored, "response", Optional.of(body))
                        .write(out, packed ? 1 : level);
        };
        long mainLength = out.length() - mainOffset;
        MetadataFields fields = metadata(segment, ids, exchange, context, kind, stored);
        ScannedRecord metadata = WarcWriter.draft("metadata", ids.metadata(), exchange.startedAt(), segment)
                .id("WARC-Concurrent-To", ids.main())
                .add("WARC-Target-URI", WarcText.uri(exchange.url()))
                .fieldsBlock(fields.fields())
                .write(out, level);
        return new Rendered(segment, out, mainOffset, mainLength, main, Optional.of(metadata));
    }

    /** A document that a person hands in. */
    Rendered render(Segment segment, Spool out, Ids ids, GivenDocument document, Instant now) throws IOException {
        Instant date = document.statedDate().orElse(now);
        String url = WarcText.uri(document.url());
        boolean packed = MediaTypes.isPacked(Optional.empty(), MediaTypes.base(document.mediaType()));
        ScannedRecord main = WarcWriter.draft("resource", ids.main(), date, segment)
                .id("WARC-Concurrent-To", ids.metadata())
                .add("WARC-Target-URI", url)
                .add("WARC-Payload-Digest", document.body().sha1().base32())
                .bytesBlock(document.body(), document.mediaType())
                .write(out, packed ? 1 : level);
        long mainLength = out.length();
        MetadataFields fields = new MetadataFields()
                .add(MetadataFields.ROLE, MetadataFields.word(Capture.Role.PAGE))
                .add(MetadataFields.PAGE, "<" + ids.main() + ">")
                .add(MetadataFields.SHA256, document.body().sha256().toString())
                .add(MetadataFields.LENGTH, Long.toString(document.body().length()))
                .add("stated-by", Optional.of(document.statedBy()).filter(name -> !name.isBlank()))
                .add("stated-date", document.statedDate().map(Instant::toString))
                .add("file-name", Optional.of(document.fileName()).filter(name -> !name.isBlank()))
                .add("imported-at", now.toString());
        ScannedRecord metadata = WarcWriter.draft("metadata", ids.metadata(), date, segment)
                .id("WARC-Concurrent-To", ids.main())
                .add("WARC-Target-URI", url)
                .fieldsBlock(fields.fields())
                .write(out, level);
        return new Rendered(segment, out, 0, mainLength, main, Optional.of(metadata));
    }

    private static Draft about(Draft draft, Exchange exchange) {
        draft.add("WARC-Target-URI", WarcText.uri(exchange.url()));
        draft.add("WARC-IP-Address", exchange.ipAddress().filter(text -> text.matches("[0-9A-Fa-f:.]+")));
        exchange.protocols().forEach(protocol -> draft.add("WARC-Protocol", protocol));
        return draft.add("WARC-Cipher-Suite", exchange.tls().map(Exchange.Tls::cipher));
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

    private MetadataFields metadata(
            Segment segment, Ids ids, Exchange exchange, CaptureContext context, Capture.Kind kind, HttpHead stored) {
        boolean notModified = kind == Capture.Kind.REVISIT_NOT_MODIFIED;
        Optional<Capture> original = context.earlier().filter(earlier -> notModified);
        boolean page = context.role() == Capture.Role.PAGE;
        MetadataFields fields = new MetadataFields()
                .add("via", context.via())
                .add("hopsFromSeed", Optional.of(context.hopsFromSeed()).filter(hops -> !hops.isEmpty()))
                .add("fetchTimeMs", Long.toString(exchange.elapsed().toMillis()))
                .add(MetadataFields.ROLE, MetadataFields.word(context.role()))
                .add(
                        MetadataFields.PAGE,
                        context.page()
                                .or(() -> page ? Optional.of(ids.main()) : Optional.empty())
                                .map(id -> "<" + id + ">"))
                .add(
                        MetadataFields.SHA256,
                        original.map(Capture::payload)
                                .orElse(exchange.body().sha256())
                                .toString())
                .add(
                        MetadataFields.LENGTH,
                        Long.toString(original.map(Capture::payloadLength)
                                .orElse(exchange.body().length())))
                .add(MetadataFields.TYPE, original.map(Capture::mediaType).filter(type -> !type.isEmpty()))
                .add("redirect-target", Redirects.target(exchange.url(), stored))
                .add("configuration-digest", context.configuration().map(Digest::toString));
        exchange.tls().ifPresent(tls -> certificates(segment, exchange.url(), tls, fields));
        context.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> fields.add(fact.getKey(), fact.getValue()));
        if (!stored.equals(exchange.responseHead())) {
            fields.add(
                    MetadataFields.HEAD_AS_SENT,
                    WarcText.escaped(exchange.responseHead().raw()));
        }
        return fields;
    }

    private static void certificates(Segment segment, String url, Exchange.Tls tls, MetadataFields fields) {
        if (tls.certificates().isEmpty()) {
            return;
        }
        String leaf = Digests.of(Digest.Algorithm.SHA256, der(tls.certificates().get(0)))
                .hex();
        fields.add("tls-certificate-sha256", leaf);
        if (segment.firstTime(host(url), leaf)) {
            for (String pem : tls.certificates()) {
                fields.add("tls-certificate", Base64.getEncoder().encodeToString(der(pem)));
            }
        }
    }

    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(Math.min(start, end), end);
    }

    private static byte[] der(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notPem) {
            return pem.getBytes(StandardCharsets.UTF_8);
        }
    }
}
