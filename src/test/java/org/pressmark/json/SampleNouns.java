package org.pressmark.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Capture;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Claim;
import org.pressmark.model.Comment;
import org.pressmark.model.Comparison;
import org.pressmark.model.Derivation;
import org.pressmark.model.Digest;
import org.pressmark.model.Evidence;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.Severity;
import org.pressmark.model.Similarity;
import org.pressmark.model.Truncation;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.model.Witness;

/** Nouns with every part filled, among them characters that break careless writers. */
public final class SampleNouns {
    public static final Place PLACE = new Place(10, 16, 12, 19, "article > p:nth-of-type(2)");
    public static final Instant NOON = Instant.parse("2021-12-27T12:00:00.123456789Z");
    public static final Digest DIGEST = new Digest(Digest.Algorithm.SHA256, "0123456789abcdef".repeat(4));
    /** Quotation marks, an emoji, NUL, half a surrogate pair, a line separator. */
    public static final String AWKWARD = "“x” \"y\" \\ \uD83D\uDE00 \u0000 \uD800 \u2028 </script>";

    private SampleNouns() {}

    public static Field field(String value) {
        return new Field(value, "By " + value, PLACE, "byline.by");
    }

    public static Article article() {
        Block paragraph = new Block(
                BlockKind.PARAGRAPH,
                AWKWARD,
                List.of(
                        new Block.Inline(Block.InlineKind.LINK, 0, 3, "http://copies.example/a"),
                        new Block.Inline(Block.InlineKind.STRONG, 1, 2, "")),
                Optional.empty(),
                0,
                PLACE);
        Block image = new Block(
                BlockKind.IMAGE,
                "",
                List.of(),
                Optional.of(new Block.Image("http://copies.example/a.png", "a minister")),
                0,
                Place.NONE);
        Block heading = new Block(BlockKind.HEADING, "Why", List.of(), Optional.empty(), 2, PLACE);
        Comment reply = new Comment("", "No.", Optional.empty(), List.of(), Place.NONE);
        return new Article(
                "pressmark-extract/1",
                "http://copies.example/a",
                "en-US",
                Optional.of(field("Turkey Urges Russia")),
                List.of(field("A. Writer"), field("B. Writer")),
                Optional.of(field("2021-12-27")),
                Optional.of(field("2021-12-28T14:40:00+03:00")),
                List.of(field("AFP")),
                Optional.of(field("Copies")),
                List.of(field("http://www.republisher.example/a")),
                List.of(heading, paragraph, image),
                List.of(new Comment("Reader", "Yes?\nYes.", Optional.of("2 days ago"), List.of(reply), PLACE)),
                List.of(field("empty")));
    }

    public static Article bareArticle() {
        return new Article(
                "pressmark-extract/1",
                "",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public static Capture revisit() {
        return new Capture(
                "urn:uuid:2",
                "http://www.copies.example/a?b=1",
                UrlKey.of("http://www.copies.example/a?b=1"),
                NOON,
                Capture.Kind.REVISIT_IDENTICAL,
                Capture.Role.PAGE,
                200,
                "text/html",
                DIGEST,
                12_345_678_901L,
                new RecordLocation("pressmark-1.warc.gz", 5_000_000_000L, 800),
                Optional.of(new Capture.Original("http://copies.example/a", NOON, Optional.of("urn:uuid:1"))),
                Optional.of("http://copies.example/b"),
                Optional.of("urn:uuid:2"),
                Optional.of(Truncation.LENGTH));
    }

    public static Capture resource() {
        return new Capture(
                "urn:uuid:3",
                "http://copies.example/c",
                UrlKey.of("http://copies.example/c"),
                Instant.parse("2021-12-27T12:00:00Z"),
                Capture.Kind.RESOURCE,
                Capture.Role.PAGE,
                0,
                "",
                DIGEST,
                0,
                new RecordLocation("a.warc", 0, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Version version() {
        return new Version(
                UrlKey.of("http://copies.example/a"), 2, "urn:uuid:1", NOON, NOON, 3, DIGEST, "Turkey Urges Russia");
    }

    public static Claim claim(String capture) {
        return new Claim(
                capture,
                Claim.Kind.ORIGINAL_URL,
                Claim.Scope.ARTICLE,
                "http://www.republisher.example/a",
                Optional.of("http://www.republisher.example/a"),
                Optional.of("The Moscow Times"),
                "claim.original-url",
                new Evidence(capture, "Original url: <…>", "end. ", "", PLACE));
    }

    public static Claim bareClaim(String capture) {
        return new Claim(
                capture,
                Claim.Kind.COPYRIGHT,
                Claim.Scope.PAGE,
                "AFP",
                Optional.empty(),
                Optional.empty(),
                "claim.copyright",
                new Evidence(capture, "© AFP", "", "", Place.NONE));
    }

    public static ProvenanceChain chain(String focus, String... parents) {
        ProvenanceChain.Node first = new ProvenanceChain.Node(
                focus,
                ProvenanceChain.NodeKind.VERSION,
                "copies.example",
                Optional.of("http://copies.example/a"),
                Optional.of("Copies"),
                Optional.of("2021-12-27"),
                Optional.of(NOON),
                Optional.of("Turkey Urges Russia"),
                List.of(claim(focus), bareClaim(focus)));
        List<ProvenanceChain.Node> nodes = new java.util.ArrayList<>(List.of(first));
        List<Derivation> links = new java.util.ArrayList<>();
        for (String parent : parents) {
            nodes.add(new ProvenanceChain.Node(
                    parent,
                    ProvenanceChain.NodeKind.UNCAPTURED_WIRE,
                    "AFP, wire",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
            links.add(new Derivation(
                    focus,
                    parent,
                    Derivation.Basis.STATED,
                    true,
                    Derivation.Directness.UNKNOWN,
                    0.1 + 0.2,
                    Derivation.Outcome.STATED_NOT_ARCHIVED,
                    List.of(
                            new Derivation.Reason(
                                    "A4", 3, "The page says so.", Optional.of(claim(focus)), Optional.empty()),
                            new Derivation.Reason(
                                    "T1",
                                    -0.5,
                                    "Little in common.",
                                    Optional.empty(),
                                    Optional.of(new Similarity(Similarity.Measure.JACCARD, 1 / 3.0))))));
        }
        return new ProvenanceChain(focus, nodes, links);
    }

    public static Comparison comparison() {
        Change change = new Change(
                Change.Op.INTERPOLATION,
                ChangeKind.BRACKET_INSERTION,
                Set.of(Change.Facet.WHOLE_QUOTATION, Change.Facet.BRACKET),
                Change.ArticleField.BODY,
                "",
                "[Is it?]",
                true,
                Optional.of("Cavusoglu"),
                Severity.CRITICAL,
                "Q1",
                "Only B has these words.",
                List.of(),
                List.of(new Change.Span(1, 0, 3)));
        return new Comparison(
                new Witness("A", "copies.example", article(), Optional.of(revisit()), Optional.of(NOON)),
                new Witness("B", "b.txt", bareArticle(), Optional.empty(), Optional.empty()),
                List.of(change),
                Map.of(ChangeKind.PARAGRAPHING, 1, ChangeKind.TYPOGRAPHY, 12),
                List.of(new Comparison.Row(List.of(0, 1), List.of()), new Comparison.Row(List.of(2), List.of())),
                List.of(Comparison.Verdict.SILENT_EDIT));
    }
}
