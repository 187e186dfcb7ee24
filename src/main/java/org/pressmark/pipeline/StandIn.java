package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.extract.Extractor;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.Article;
import org.pressmark.model.Field;
import org.pressmark.model.HttpHead;
import org.pressmark.reuse.Wording;

/**
 * A page of few words that says itself, in one of the languages that the extractor knows, that it stands in another's place: bot
 * checks, consent and login pages, "page not found" under status 200. What {@link Wall} tells by build alone, whatever the language,
 * is told there.
 */
final class StandIn {
    /** Characters of text, white space apart; who has more to say is read with the articles. */
    private static final int FEW = 2_000;

    private StandIn() {}

    static Optional<Wall> of(Answer answer, PageScan.Seen seen) throws IOException {
        HttpHead head = answer.head();
        boolean small = seen.build().filter(build -> build.visible() < FEW).isPresent();
        if (!small || head.status() < 200 || head.status() > 299) {
            return Optional.empty();
        }
        byte[] page = ContentCoding.decode(answer.body().open(), head.first("Content-Encoding"), Documents.LIMIT)
                .bytes();
        Optional<String> type = head.first("Content-Type");
        Extractor extractor = new Extractor();
        if (!extractor.mayStandIn(page, type, answer.url())) {
            return Optional.empty();
        }
        Article article = ReadableText.of(page, type, answer.url()).article(extractor);
        return Wording.standIn(article).map(StandIn::wall);
    }

    private static Wall wall(Field said) {
        Wall.Kind kind = switch (said.value()) {
            case "rate-limit" -> Wall.Kind.RATE_LIMIT;
            case "soft-404" -> Wall.Kind.SOFT_404;
            default -> Wall.Kind.NOTICE;
        };
        return new Wall(kind, "it says “" + said.exact() + "”");
    }
}
