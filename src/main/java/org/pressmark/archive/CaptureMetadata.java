package org.pressmark.archive;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** Fills the metadata record of a capture; {@link MetadataFields} lists what it says. */
final class CaptureMetadata {
    /** Outlinks of one page; a page with more is a trap or a list of everything. */
    private static final int MOST_OUTLINKS = 5_000;

    /** Characters that all outlinks of one page may take together. */
    private static final int LONGEST_OUTLINKS = 1 << 19;

    /** The bytes of U+FFFD, as heads are read: a character a byte. */
    private static final String REPLACED = "\u00EF\u00BF\u00BD";

    private CaptureMetadata() {}

    /**
     * @param mainId record id of the response or revisit
     * @param stored the response head as it is stored
     */
    static MetadataFields of(
            String mainId, Exchange exchange, CaptureContext context, Capture.Kind kind, HttpHead stored) {
        Optional<Capture> original = context.earlier().filter(found -> kind == Capture.Kind.REVISIT_NOT_MODIFIED);
        boolean wall = context.role() == Capture.Role.WALL;
        MetadataFields fields = new MetadataFields()
                .add("via", context.via())
                .add("hopsFromSeed", Optional.of(context.hopsFromSeed()).filter(hops -> !hops.isEmpty()))
                .add("fetchTimeMs", Long.toString(exchange.elapsed().toMillis()))
                .add(MetadataFields.ROLE, MetadataFields.word(context.role()))
                .add(
                        MetadataFields.PAGE,
                        context.page()
                                .or(() -> wall ? Optional.of(mainId) : Optional.empty())
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
                .add("redirect-target", Redirects.target(exchange.url(), stored));
        course(exchange.course(), exchange.body().length() > 0, fields);
        context.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> fields.add(fact.getKey(), fact.getValue()));
        if (!stored.equals(exchange.responseHead())) {
            fields.add(
                    MetadataFields.HEAD_AS_SENT,
                    WarcText.escaped(exchange.responseHead().raw()));
        }
        lost(exchange, fields);
        outlinks(context, fields);
        return fields;
    }

    /** @param body whether one followed: of a head alone the first byte came when the last did */
    private static void course(Exchange.Course course, boolean body, MetadataFields fields) {
        fields.add("time-dns-ms", course.dns().map(CaptureMetadata::millis))
                .add("time-connect-ms", course.connect().map(CaptureMetadata::millis))
                .add("time-tls-ms", course.tls().map(CaptureMetadata::millis))
                .add(
                        "time-first-byte-ms",
                        course.firstByte().filter(time -> body).map(CaptureMetadata::millis))
                .add("host-paused-s", course.paused().map(time -> Long.toString(time.toSeconds())));
        for (HttpHead interim : course.interim()) {
            fields.add("http-interim-head", WarcText.escaped(interim.raw()));
        }
        if (!course.trailer().isEmpty()) {
            fields.add("http-trailer", WarcText.escaped(course.trailer()));
        }
    }

    /** HTTP/2 alone gives heads as text, and what is no text as U+FFFD, which a server may also have sent itself. */
    private static void lost(Exchange exchange, MetadataFields fields) {
        if (exchange.protocols().contains("h2")) {
            exchange.responseHead().headers().stream()
                    .filter(header -> (header.name() + header.value()).contains(REPLACED))
                    .forEach(header -> fields.add("http-head-replaced", WarcText.escaped(header.name())));
        }
    }

    private static String millis(Duration time) {
        long tenths = time.toNanos() / 100_000;
        return tenths / 10 + "." + tenths % 10;
    }

    private static void outlinks(CaptureContext context, MetadataFields fields) {
        int said = 0;
        int length = 0;
        for (String outlink : context.outlinks()) {
            length += outlink.length();
            if (said == MOST_OUTLINKS || length > LONGEST_OUTLINKS) {
                fields.add(
                        "outlinks-left-out", Integer.toString(context.outlinks().size() - said));
                return;
            }
            fields.add("outlink", outlink);
            said++;
        }
    }
}
