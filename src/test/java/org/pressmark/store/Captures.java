package org.pressmark.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.json.SampleNouns;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

/** Captures and what they say, made from a few words. */
final class Captures {
    static final Instant DAY = Instant.parse("2021-12-27T00:00:00Z");
    static final String A = "http://copies.example/a";
    static final String B = "http://www.republisher.example/b";

    private Captures() {}

    static Digest digest(String text) {
        return Digest.of(Digest.Algorithm.SHA256, Keys.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A page capture, made so many hours into the day; its record id is {@code urn:uuid:<id>}. */
    static Capture page(String id, String url, int hour, String payload) {
        return capture(id, url, hour, payload, Capture.Kind.RESPONSE, Capture.Role.PAGE, 200, id);
    }

    static Capture revisit(String id, String url, int hour, Capture original) {
        return new Capture(
                "urn:uuid:" + id,
                url,
                UrlKey.of(url),
                DAY.plusSeconds(3600L * hour),
                Capture.Kind.REVISIT_IDENTICAL,
                Capture.Role.PAGE,
                200,
                "text/html",
                original.payload(),
                original.payloadLength(),
                new RecordLocation("pressmark-1.warc.gz", hour * 1_000L, 400),
                Optional.of(new Capture.Original(original.url(), original.date(), Optional.of(original.recordId()))),
                Optional.empty(),
                Optional.of("urn:uuid:" + id),
                Optional.empty());
    }

    static Capture capture(
            String id,
            String url,
            int hour,
            String payload,
            Capture.Kind kind,
            Capture.Role role,
            int status,
            String course) {
        return new Capture(
                "urn:uuid:" + id,
                url,
                UrlKey.of(url),
                DAY.plusSeconds(3600L * hour),
                kind,
                role,
                status,
                "text/html",
                digest(payload),
                payload.length(),
                new RecordLocation("pressmark-1.warc.gz", hour * 1_000L, 400),
                Optional.empty(),
                Optional.empty(),
                Optional.of("urn:uuid:" + course),
                Optional.empty());
    }

    static Article article(String url, String headline) {
        Article bare = SampleNouns.bareArticle();
        return new Article(
                bare.extractor(),
                url,
                "en",
                Optional.of(new Field(headline, headline, Place.NONE, "headline.h1")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                SampleNouns.article().blocks(),
                List.of(),
                List.of());
    }
}
