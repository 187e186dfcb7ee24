package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Comment;

/** What is a reader's comment and what only looks like one. */
class CommentRulesTest {
    private static final String TEXT = "<article><h1>Le pont sera refait avant l'automne</h1>"
            + "<p>Le conseil municipal a décidé mardi de refaire le vieux pont sur la rivière avant l'automne prochain.</p>"
            + "<p>Les commerçants de la rive gauche demandent une passerelle, que l'État ne veut pas payer.</p>"
            + "<p>La route du quai sera fermée l'an prochain, a annoncé le chef du service des travaux.</p></article>";

    private static Article read(String after) {
        return new Extractor()
                .extract(
                        ("<html lang=fr><body><main>" + TEXT + after + "</main></body></html>")
                                .getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://journal.example/pont");
    }

    private static List<String> texts(Article article) {
        return article.comments().stream().map(Comment::text).toList();
    }

    @Test
    void numberedItemsBelowABoxNamedForCommentsAreComments() {
        Article article = read("<div class='sect_commentlinks'><ul class=sectbody>"
                + "<li class=member id=bb_message_3901><h4>Anne</h4><div class=objlink><p>Il était temps de refaire ce pont.</p></div></li>"
                + "<li class=member id=bb_message_3902><h4>Paul</h4><div class=objlink><p>Et qui va payer tout cela ?</p></div></li>"
                + "</ul></div>");
        assertEquals(2, article.comments().size());
        assertFalse(article.body().contains("Il était temps"));
    }

    @Test
    void pingbacksAreNobodysComments() {
        Article article = read(
                "<div id=comments><ol class=commentlist>"
                        + "<li class=comment id=comment-1><cite class=fn>Anne</cite><div class=comment-content><p>Enfin une bonne nouvelle.</p></div></li>"
                        + "<li class=pingback id=comment-2><p>Pingback: <a href=https://blog.example/>Un autre blog</a></p></li></ol></div>");
        assertEquals(List.of("Enfin une bonne nouvelle."), texts(article));
    }

    @Test
    void theLatestCommentsOfTheSiteAreNotThisPages() {
        Article article = read("<div class=tab><ul class=tab-comments>"
                + "<li class=comment-item><a href=/autre#comment-9>Luc: je ne suis pas du tout de cet avis…</a></li>"
                + "<li class=comment-item><a href=/encore#comment-8>Ève: merci pour cet article…</a></li></ul></div>");
        assertEquals(List.of(), texts(article));
        assertFalse(article.body().contains("de cet avis"));
    }
}
