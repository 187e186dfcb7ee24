package org.pressmark.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Capture;
import org.pressmark.model.Change;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Facet;
import org.pressmark.model.Change.Op;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Row;
import org.pressmark.model.Digest;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.Severity;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Witness;

/** The real pair as nouns, put together by hand so that the reports can be tested without the other rooms. */
public final class SeedPair {
    public static final String ORIGINAL_HEADLINE = "Turkey Urges Russia to Drop 'One-Sided' NATO Demands";
    public static final String COPY_HEADLINE =
            "Kremlin’s ‘Strategic Partner’ Turkey Tells Russia to Drop “One-Sided” NATO Demands";
    public static final String INSERTED = "[Is the security of NATO states threatened by Russia?]";
    public static final String ORIGIN =
            "https://www.themoscowtimes.com/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands-a-75936";
    public static final Instant CAPTURED = Instant.parse("2026-11-21T16:14:05Z");
    public static final String RECORD_A = "urn:uuid:11111111-1111-4111-8111-111111111111";
    public static final String RECORD_B = "urn:uuid:22222222-2222-4222-8222-222222222222";

    private static final List<String> BODY = List.of(
            "Turkey urged Russia on Monday to drop “one-sided” demands and adopt a more constructive approach in its standoff with Western powers and NATO over Ukraine.",
            "NATO member Turkey has irritated Moscow by supplying combat drones to Ukraine that Russia fears could be used by Kiev in its conflict with separatists in two eastern regions.",
            "But Turkey has also upset Washington and NATO by acquiring an advanced missile defense system from Russia that resulted in sanctions from the United States.",
            "Turkish Foreign Minister Mevlut Cavusoglu urged Moscow and the Western defense alliance to air their differences in direct negotiations proposed by NATO chief Jens Stoltenberg.",
            "Russia wants NATO to provide Moscow with a binding security guarantee and withdraw its forces to positions they held before a wave of eastward expansion that began after the Soviet Union’s collapse.",
            "“For any proposal to be accepted, it should be acceptable by both sides. " + INSERTED
                    + " Russia made some proposals. But maybe NATO seeks the same kind of guarantees from Russia. This is not a one-sided issue,” Cavusoglu told reporters.",
            "“If the requests are maximalist — I’m not saying that Russia is maximalist in any case — both sides must be constructive,” he said. “They should come to the table with proposals that both sides can accept.”",
            "A NATO spokesman said the Brussels-based alliance had been “in touch” with Moscow about holding a meeting of the NATO-Russia Council on Jan. 12.",
            "Russia has not yet formally accepted the offer.",
            "“If Russia has any certain specific expectation or issue from Turkey regarding reducing tensions between Russia and NATO, Turkey will evaluate this positively because our objective is clear,” said Cavusoglu.",
            "“Everyone would be affected, God forbid, by conflict in the region.”");

    private SeedPair() {}

    public static Article original() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(block(BlockKind.HEADLINE, ORIGINAL_HEADLINE));
        blocks.add(block(BlockKind.BYLINE, "By AFP"));
        blocks.add(block(BlockKind.TIMESTAMP, "December 27, 2021"));
        blocks.add(block(BlockKind.CAPTION, "Turkish Foreign Minister Mevlut Cavusoglu."));
        blocks.add(block(BlockKind.CREDIT, "Number 10 / flickr (CC BY-NC-ND 2.0)"));
        for (String paragraph : BODY) {
            String straight = paragraph
                    .replace(" " + INSERTED, "")
                    .replace('“', '"')
                    .replace('”', '"')
                    .replace('’', '\'');
            int cut = straight.indexOf(" Union's collapse");
            if (cut < 0) {
                blocks.add(block(BlockKind.PARAGRAPH, straight));
            } else {
                blocks.add(block(BlockKind.PARAGRAPH, straight.substring(0, cut)));
                blocks.add(block(BlockKind.PARAGRAPH, straight.substring(cut + 1)));
            }
        }
        blocks.add(block(BlockKind.ORIGINAL_URL, "Original url: " + ORIGIN));
        return article(
                "http://copies.example/2021/12/27/turkey-urges-russia",
                ORIGINAL_HEADLINE,
                Optional.of(field("2021-12-27T14:40:00+03:00", "December 27, 2021", "date.time-element")),
                "By AFP",
                blocks,
                List.of());
    }

    public static Article copy() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(block(BlockKind.HEADLINE, COPY_HEADLINE));
        BODY.forEach(paragraph -> blocks.add(block(BlockKind.PARAGRAPH, paragraph)));
        blocks.add(block(BlockKind.SOURCE_LINE, "Source: AFP"));
        return article(
                "http://www.republisher.example/kremlins-strategic-partner",
                COPY_HEADLINE,
                Optional.empty(),
                "Source: AFP",
                blocks,
                List.of(
                        comment("Cap960", comment("Teya"), comment("Ole")),
                        comment("SteveK9"),
                        comment("XSFRGR"),
                        comment("Eddy", comment("Micheal Petrovich"))));
    }

    public static Comparison comparison() {
        Witness a = witness("A", "copies.example", original(), RECORD_A);
        Witness b = witness("B", "www.republisher.example", copy(), RECORD_B);
        int quote = a.article().blocks().size() - 7;
        int inserted = copy().blocks().get(6).text().indexOf(INSERTED);
        List<Change> changes = List.of(
                new Change(
                        Op.INTERPOLATION,
                        ChangeKind.BRACKET_INSERTION,
                        Set.of(Facet.BRACKET),
                        ArticleField.BODY,
                        "",
                        INSERTED,
                        true,
                        Optional.of("Cavusoglu"),
                        Severity.CRITICAL,
                        "Q1",
                        "Only B has these words. Square brackets mark a later hand in wire copy.",
                        List.of(new Span(quote, 73, 73)),
                        List.of(new Span(6, inserted, inserted + INSERTED.length()))),
                furniture(
                        Op.SUBSTITUTION,
                        ChangeKind.HEADLINE_CHANGED,
                        ArticleField.HEADLINE,
                        ORIGINAL_HEADLINE,
                        COPY_HEADLINE,
                        Severity.HIGH,
                        "F1",
                        "The headlines differ beyond letter case.",
                        0,
                        0),
                furniture(
                        Op.SUBSTITUTION,
                        ChangeKind.CREDIT_CHANGED,
                        ArticleField.CREDIT,
                        "By AFP",
                        "Source: AFP",
                        Severity.NOTICE,
                        "F4",
                        "The agency is credited in other words and at another place.",
                        1,
                        12),
                furniture(
                        Op.OMISSION,
                        ChangeKind.TIMESTAMP_CHANGED,
                        ArticleField.TIMESTAMP,
                        "December 27, 2021",
                        "",
                        Severity.NOTICE,
                        "F6",
                        "Only A states a time of publication.",
                        2,
                        -1),
                furniture(
                        Op.OMISSION,
                        ChangeKind.CAPTION_CHANGED,
                        ArticleField.CAPTION,
                        "Turkish Foreign Minister Mevlut Cavusoglu.",
                        "",
                        Severity.NOTICE,
                        "F8",
                        "Only A has this caption.",
                        3,
                        -1),
                furniture(
                        Op.OMISSION,
                        ChangeKind.CREDIT_CHANGED,
                        ArticleField.CREDIT,
                        "Number 10 / flickr (CC BY-NC-ND 2.0)",
                        "",
                        Severity.NOTICE,
                        "F4",
                        "Only A credits the picture.",
                        4,
                        -1),
                furniture(
                        Op.OMISSION,
                        ChangeKind.PROVENANCE_NOTE,
                        ArticleField.PROVENANCE,
                        "Original url: " + ORIGIN,
                        "",
                        Severity.NOTICE,
                        "F11",
                        "Only A names an original address.",
                        17,
                        -1));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(0), List.of(0)));
        for (int i = 1; i < 5; i++) {
            rows.add(new Row(List.of(i), List.of()));
        }
        for (int i = 1; i < 5; i++) {
            rows.add(new Row(List.of(i + 4), List.of(i)));
        }
        rows.add(new Row(List.of(9, 10), List.of(5)));
        for (int i = 6; i < 12; i++) {
            rows.add(new Row(List.of(i + 5), List.of(i)));
        }
        rows.add(new Row(List.of(17), List.of(12)));
        return new Comparison(
                a,
                b,
                changes,
                Map.of(ChangeKind.TYPOGRAPHY, 41, ChangeKind.PARAGRAPHING, 1, ChangeKind.BOILERPLATE, 7),
                rows,
                List.of());
    }

    public static Witness witness(String siglum, String label, Article article, String record) {
        return new Witness(siglum, label, article, Optional.of(capture(article.url(), record)), Optional.of(CAPTURED));
    }

    public static Capture capture(String url, String record) {
        return new Capture(
                record,
                url,
                UrlKey.of(url),
                CAPTURED,
                Capture.Kind.RESPONSE,
                Capture.Role.PAGE,
                200,
                "text/html",
                new Digest(Digest.Algorithm.SHA256, "ab".repeat(32)),
                14_231,
                new RecordLocation("pressmark-20261121T161405Z-00000-4f1c.warc.gz", 1234, 5678),
                Optional.empty(),
                Optional.empty(),
                Optional.of(record),
                Optional.empty());
    }

    public static Article article(
            String url,
            String headline,
            Optional<Field> published,
            String credit,
            List<Block> blocks,
            List<Comment> comments) {
        return new Article(
                "pressmark-extract/1",
                url,
                "en",
                Optional.of(field(headline, headline, "headline.h1")),
                List.of(),
                published,
                Optional.empty(),
                List.of(field("AFP", credit, "agency.line")),
                Optional.empty(),
                List.of(),
                blocks,
                comments,
                List.of());
    }

    public static Block block(BlockKind kind, String text) {
        return Block.of(kind, text, new Place(100, 100 + text.length(), 120, 120 + text.length(), "article > p"));
    }

    public static Field field(String value, String exact, String rule) {
        return new Field(value, exact, new Place(10, 20, 10, 20, "h1"), rule);
    }

    private static Comment comment(String author, Comment... replies) {
        return new Comment(author, "Text of " + author, Optional.empty(), List.of(replies), Place.NONE);
    }

    public static Change furniture(
            Op op,
            ChangeKind kind,
            ArticleField field,
            String before,
            String after,
            Severity severity,
            String rule,
            String explanation,
            int beforeBlock,
            int afterBlock) {
        return new Change(
                op,
                kind,
                Set.of(),
                field,
                before,
                after,
                false,
                Optional.empty(),
                severity,
                rule,
                explanation,
                before.isEmpty() ? List.of() : List.of(new Span(beforeBlock, 0, before.length())),
                after.isEmpty() ? List.of() : List.of(new Span(afterBlock, 0, after.length())));
    }
}
