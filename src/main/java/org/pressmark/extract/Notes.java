package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Labels what is unusual about a page, by rules that anyone can check. */
final class Notes {
    private static final int SHORT = 120;

    private Notes() {}

    /** The article with its labels. */
    static Article add(Article article, int wordsOnPage) {
        List<Field> notes = new ArrayList<>(article.notes());
        String body = article.body();
        int words = Text.words(body);
        String headline = article.headline().map(Field::value).orElse("");
        if (words == 0) {
            notes.add(new Field(
                    "empty",
                    "no running text was found; the page has " + wordsOnPage + " words in all",
                    Place.NONE,
                    "note.empty"));
        }
        if (words < SHORT && (Lexicon.NOT_FOUND.in(headline) || headline.strip().equals("404"))) {
            notes.add(note("soft-404", headline, article.headline(), "note.not-found-headline"));
        } else if (words < SHORT && Lexicon.WALL.in(headline)) {
            notes.add(note("wall", headline, article.headline(), "note.wall-headline"));
        }
        Optional<Field> closed = article.facts().stream()
                .filter(field -> field.rule().endsWith("isAccessibleForFree")
                        && field.value().equalsIgnoreCase("false"))
                .findFirst();
        if (closed.isPresent() && words < 250) {
            notes.add(
                    new Field("paywall-stub", closed.get().exact(), closed.get().place(), "note.paywall-stated"));
        } else if (words < 250
                && words > 0
                && Lexicon.PAYWALL.in(body.length() > 600 ? body.substring(body.length() - 600) : body)) {
            notes.add(new Field(
                    "paywall-stub", body.substring(Math.max(0, body.length() - 80)), Place.NONE, "note.paywall-words"));
        }
        return new Article(
                article.extractor(),
                article.url(),
                article.language(),
                article.headline(),
                article.authors(),
                article.published(),
                article.modified(),
                article.agencies(),
                article.site(),
                article.facts(),
                article.blocks(),
                article.comments(),
                notes);
    }

    private static Field note(String value, String exact, Optional<Field> from, String rule) {
        return new Field(value, exact, from.map(Field::place).orElse(Place.NONE), rule);
    }
}
