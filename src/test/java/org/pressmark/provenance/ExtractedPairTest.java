package org.pressmark.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.extract.Extractor;
import org.pressmark.model.Article;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Evidence;
import org.pressmark.model.ProvenanceChain;

/** The real pair as the extractor reads it, from web pages and from plain documents. */
final class ExtractedPairTest {
    private static final String MOSCOW =
            "page:com,themoscowtimes)/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands-a-75936";

    @ParameterizedTest
    @CsvSource({
        "archived-original.html, text/html, republished-copy.html, text/html",
        "archived-original.md, text/markdown, republished-copy.txt, text/plain"
    })
    void comesOutAsTheHandMadePair(String archived, String type, String republished, String otherType)
            throws IOException {
        List<TracedText> texts = List.of(
                text(Pair.ARCHIVED, archived, type, "http://copies.example/turkey-urges-russia"),
                text(Pair.REPUBLISHED, republished, otherType, "http://www.republisher.example/kremlins-partner/"));
        ProvenanceChain chain = ChainTracer.trace(Pair.REPUBLISHED, texts, new MeasuredLikeness(texts));
        String wire = "wire:AFP:" + Pair.ARCHIVED;
        assertEquals(
                Outcome.STATED_NOT_ARCHIVED,
                ChainTracerTest.link(chain, Pair.ARCHIVED, MOSCOW).outcome());
        assertEquals(
                Outcome.STATED_NOT_ARCHIVED,
                ChainTracerTest.link(chain, MOSCOW, wire).outcome());
        assertEquals(
                Outcome.STATED_NOT_ARCHIVED,
                ChainTracerTest.link(chain, Pair.REPUBLISHED, wire).outcome());
        assertEquals(
                Outcome.INFERRED_POSSIBLE,
                ChainTracerTest.link(chain, Pair.REPUBLISHED, MOSCOW).outcome());
        assertEquals(5, chain.links().size(), chain.links().toString());
        assertTrue(chain.links().stream()
                .map(Derivation::reasons)
                .flatMap(List::stream)
                .flatMap(reason -> reason.claim().stream())
                .noneMatch(claim -> claim.scope() == Scope.IMAGE || claim.scope() == Scope.COMMENT));
    }

    @Test
    void evidenceOfAnOriginCanBeCutOutOfTheStoredBytes() throws IOException {
        byte[] page = read("archived-original.html");
        TracedText text = text(Pair.ARCHIVED, "archived-original.html", "text/html", "http://copies.example/a");
        List<Claim> origins = text.claims().stream()
                .filter(claim -> claim.kind() != Kind.DATE_PUBLISHED && claim.kind() != Kind.DATE_MODIFIED)
                .toList();
        for (Claim claim : origins) {
            Evidence evidence = claim.evidence();
            String stored = new String(
                    page,
                    (int) evidence.place().startByte(),
                    (int) (evidence.place().endByte() - evidence.place().startByte()),
                    StandardCharsets.UTF_8);
            String visible = stored.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
            assertTrue(visible.contains(evidence.exact().replaceAll("\\s+", " ")), claim + " in " + stored);
        }
        assertTrue(origins.size() >= 5, origins.toString());
    }

    private static TracedText text(String id, String name, String type, String url) throws IOException {
        Article article = new Extractor().extract(read(name), Optional.of(type), url);
        return new TracedText(
                id,
                url,
                WebAddress.plainHost(url),
                Instant.parse(id.equals(Pair.ARCHIVED) ? "2026-11-22T10:15:01Z" : "2026-11-22T10:15:02Z"),
                article,
                ClaimReader.read(article, id));
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Pair.class.getResourceAsStream("/org/pressmark/demo/" + name))) {
            return in.readAllBytes();
        }
    }
}
