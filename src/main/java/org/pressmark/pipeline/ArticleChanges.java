package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.pressmark.json.ArticleJson;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;

/** What differs between two readings of the same document, by field. */
final class ArticleChanges {
    /** Where nothing that people read differs, but a rule, a place or a machine-readable fact does. */
    static final String DETAILS = "details";

    private ArticleChanges() {}

    /** Names of the fields that differ, in the order of the JSON; none where all is the same but the rules' name. */
    static List<String> between(Article before, Article after) {
        List<String> out = new ArrayList<>();
        compare(out, "headline", before, after, article -> article.headline().map(Field::value));
        compare(out, "authors", before, after, article -> values(article.authors()));
        compare(out, "published", before, after, article -> article.published().map(Field::value));
        compare(out, "modified", before, after, article -> article.modified().map(Field::value));
        compare(out, "agencies", before, after, article -> values(article.agencies()));
        compare(out, "site", before, after, article -> article.site().map(Field::value));
        compare(out, "language", before, after, Article::language);
        compare(out, "body", before, after, Article::body);
        compare(out, "comments", before, after, ArticleChanges::threads);
        compare(out, "notes", before, after, article -> values(article.notes()));
        if (out.isEmpty() && !unsigned(before).equals(unsigned(after))) {
            out.add(DETAILS);
        }
        return out;
    }

    private static void compare(
            List<String> out, String name, Article before, Article after, Function<Article, ?> part) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            out.add(name);
        }
    }

    private static List<String> values(List<Field> fields) {
        return fields.stream().map(Field::value).toList();
    }

    private static List<String> threads(Article article) {
        return Comment.inOrder(article.comments()).stream()
                .map(nested -> nested.depth() + " " + nested.comment().author() + " "
                        + nested.comment().time() + "\n" + nested.comment().text())
                .toList();
    }

    /** Everything but the rules' name, which comes first. */
    private static String unsigned(Article article) {
        String json = Json.compact(ArticleJson.writeStored(article));
        return json.substring(json.indexOf(",\"url\""));
    }
}
