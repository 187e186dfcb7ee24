package org.pressmark.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Article;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Change;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Op;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Row;
import org.pressmark.model.Severity;

/** Two copies in which every text tries to break out of what shows it. */
public final class HostilePair {
    public static final String EVIL = "</script></title><script>alert(1)</script>\"'`<img src=x onerror=alert(2)>"
            + "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202Egnp.exe\u2066 ]]>&amp;<!-- \u0000\r\n end";

    private HostilePair() {}

    public static Comparison comparison() {
        Article a = article("A " + EVIL);
        Article b = article("B " + EVIL);
        Change body = new Change(
                Op.SUBSTITUTION,
                ChangeKind.QUOTE_SUBSTITUTION,
                Set.of(),
                ArticleField.BODY,
                a.blocks().get(1).text(),
                b.blocks().get(1).text(),
                true,
                Optional.of(EVIL),
                Severity.CRITICAL,
                "Q4" + EVIL,
                EVIL,
                List.of(new Span(1, 0, a.blocks().get(1).text().length())),
                List.of(new Span(1, 0, b.blocks().get(1).text().length())));
        Change headline = SeedPair.furniture(
                Op.SUBSTITUTION,
                ChangeKind.HEADLINE_CHANGED,
                ArticleField.HEADLINE,
                "A " + EVIL,
                "B " + EVIL,
                Severity.HIGH,
                "F1",
                EVIL,
                0,
                0);
        Change small = SeedPair.furniture(
                Op.OMISSION,
                ChangeKind.CREDIT_CHANGED,
                ArticleField.CREDIT,
                EVIL,
                "",
                Severity.NOTICE,
                "F4",
                EVIL,
                -1,
                -1);
        return new Comparison(
                SeedPair.witness("A", EVIL, a, SeedPair.RECORD_A),
                SeedPair.witness("B", EVIL, b, SeedPair.RECORD_B),
                List.of(body, headline, small),
                Map.of(ChangeKind.TYPOGRAPHY, 2),
                List.of(new Row(List.of(0), List.of(0)), new Row(List.of(1), List.of(1))),
                List.of());
    }

    private static Article article(String text) {
        return SeedPair.article(
                "javascript:alert(3)//" + EVIL,
                text,
                Optional.of(SeedPair.field(EVIL, EVIL, "date.text")),
                EVIL,
                List.of(SeedPair.block(BlockKind.HEADLINE, text), SeedPair.block(BlockKind.PARAGRAPH, text)),
                List.of());
    }
}
