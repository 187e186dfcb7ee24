package org.pressmark.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.Comment;
import org.pressmark.model.Finding;
import org.pressmark.model.Place;

class NounsJsonTest {
    private static JsonNode printedAndParsed(JsonNode value) {
        return Json.parse(Json.pretty(value));
    }

    private static List<String> keys(JsonNode value) {
        return value.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    @Test
    void articleComesBackEqual() {
        for (Article article : List.of(SampleNouns.article(), SampleNouns.bareArticle())) {
            assertEquals(article, ArticleJson.read(printedAndParsed(ArticleJson.write(article))));
            assertEquals(article, ArticleJson.read(printedAndParsed(ArticleJson.writeStored(article))));
        }
    }

    @Test
    void articleHasThePlainKeysOfTheScorer() {
        ObjectNode json = ArticleJson.write(SampleNouns.article());
        assertEquals("Turkey Urges Russia", json.get("headline").textValue());
        assertEquals("[\"A. Writer\",\"B. Writer\"]", Json.compact(json.get("byline")));
        assertEquals("[\"AFP\"]", Json.compact(json.get("agency")));
        assertEquals("2021-12-27", json.get("datePublished").textValue());
        assertEquals(SampleNouns.article().body(), json.get("body").textValue());
        assertEquals("heading", json.at("/blocks/0/kind").textValue());
        assertEquals("Reader", json.at("/comments/0/author").textValue());
        assertEquals("No.", json.at("/comments/0/replies/0/text").textValue());
        assertFalse(ArticleJson.writeStored(SampleNouns.article()).has("body"));
    }

    @Test
    void deepThreadsOfCommentsComeBackEqual() {
        Comment thread = new Comment("a", "last", Optional.empty(), List.of(), Place.NONE);
        for (int i = 0; i < 500; i++) {
            thread = new Comment("a", "reply", Optional.empty(), List.of(thread), Place.NONE);
        }
        Article bare = SampleNouns.bareArticle();
        Article article = new Article(
                bare.extractor(),
                bare.url(),
                bare.language(),
                bare.headline(),
                bare.authors(),
                bare.published(),
                bare.modified(),
                bare.agencies(),
                bare.site(),
                bare.facts(),
                bare.blocks(),
                List.of(thread),
                bare.notes());
        assertEquals(
                501,
                ArticleJson.read(printedAndParsed(ArticleJson.write(article))).commentCount());
    }

    @Test
    void captureVersionClaimAndChainComeBackEqual() {
        assertEquals(
                SampleNouns.revisit(), CaptureJson.read(printedAndParsed(CaptureJson.write(SampleNouns.revisit()))));
        assertEquals(
                SampleNouns.resource(), CaptureJson.read(printedAndParsed(CaptureJson.write(SampleNouns.resource()))));
        assertEquals(
                SampleNouns.version(), VersionJson.read(printedAndParsed(VersionJson.write(SampleNouns.version()))));
        assertEquals(
                SampleNouns.claim("urn:uuid:1"),
                ClaimJson.read(printedAndParsed(ClaimJson.write(SampleNouns.claim("urn:uuid:1")))));
        var chain = SampleNouns.chain("urn:uuid:1", "wire:afp:1", "wire:afp:2");
        assertEquals(chain, ChainJson.read(printedAndParsed(ChainJson.write(chain))));
    }

    @Test
    void readersNameThePathOfWhatIsWrong() {
        ObjectNode article = ArticleJson.write(SampleNouns.article());
        ((ObjectNode) article.at("/blocks/1")).put("kind", "poem");
        JsonException kind = assertThrows(JsonException.class, () -> ArticleJson.read(article));
        assertEquals("article.blocks[1].kind: expected a word for BlockKind, found 'poem'", kind.getMessage());

        ObjectNode capture = CaptureJson.write(SampleNouns.revisit());
        capture.remove("refersTo");
        JsonException revisit = assertThrows(JsonException.class, () -> CaptureJson.read(capture));
        assertTrue(
                revisit.getMessage().startsWith("capture: expected a revisit to name its original"),
                revisit.getMessage());

        JsonException date = assertThrows(
                JsonException.class,
                () -> VersionJson.read(VersionJson.write(SampleNouns.version()).put("firstSeen", "yesterday")));
        assertEquals("version.firstSeen", date.where());
        assertThrows(JsonException.class, () -> ArticleJson.read(Json.array()));
    }

    @Test
    void comparisonHasTheFixedKeysOfAChangeFirst() {
        ObjectNode json = ComparisonJson.write(SampleNouns.comparison());
        JsonNode change = json.at("/changes/0");
        assertEquals(
                List.of("kind", "field", "before", "after", "in_quotation"),
                keys(change).subList(0, 5));
        assertEquals("bracket-insertion", change.get("kind").textValue());
        assertTrue(change.get("in_quotation").booleanValue());
        assertEquals("[\"bracket\",\"whole-quotation\"]", Json.compact(change.get("facets")));
        assertEquals("[{\"block\":1,\"start\":0,\"end\":3}]", Json.compact(change.get("spansAfter")));
        assertEquals("{\"typography\":12,\"paragraphing\":1}", Json.compact(json.get("presentation")));
        assertEquals("{\"critical\":1}", Json.compact(json.get("counts")));
        assertEquals("[\"silent-edit\"]", Json.compact(json.get("verdicts")));
        assertEquals("[{\"base\":[0,1],\"other\":[]},{\"base\":[2],\"other\":[]}]", Json.compact(json.get("rows")));
        assertEquals("heading", json.at("/base/blocks/0/kind").textValue());
        assertEquals(
                "2021-12-27T12:00:00.123456789Z", json.at("/base/capturedAt").textValue());
        assertFalse(json.get("other").has("capture"));
    }

    @Test
    void findingLeavesOutWhatItDoesNotConcern() {
        assertEquals(
                "{\"level\":\"damage\",\"code\":\"x\",\"message\":\"m\"}",
                Json.compact(FindingJson.write(new Finding(Finding.Level.DAMAGE, "x", "", -1, "m"))));
        assertEquals(
                "{\"level\":\"note\",\"code\":\"x\",\"file\":\"a.warc\",\"offset\":0,\"message\":\"m\"}",
                Json.compact(FindingJson.write(new Finding(Finding.Level.NOTE, "x", "a.warc", 0, "m"))));
    }

    @Test
    void captureResultNamesTheOutcomeAsTheTerminalDoes() {
        CaptureResult result = new CaptureResult(
                "http://copies.example/a",
                CaptureResult.Outcome.NEW_VERSION,
                "the headline differs",
                Optional.of(SampleNouns.revisit()),
                Optional.of(SampleNouns.version()),
                List.of("http://copies.example/a"),
                2,
                List.of("http://copies.example/b.png: HTTP 404"));
        ObjectNode json = CaptureResultJson.write(result);
        assertEquals("new version", json.get("outcome").textValue());
        assertEquals("urn:uuid:2", json.at("/capture/recordId").textValue());
        assertEquals(2, json.at("/version/number").intValue());
        assertEquals(
                List.of("url", "outcome", "detail", "capture", "version", "hops", "requisites", "missing"), keys(json));
    }
}
