package org.pressmark.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pressmark.model.Article;
import org.pressmark.model.Field;

/**
 * An article as JSON. Plain keys for readers ({@code headline}, {@code byline}, {@code agency}, {@code datePublished},
 * {@code dateModified}, {@code site}, {@code body}) stand first; {@code fields} holds the same values with exact
 * characters, place and rule; {@code blocks}, {@code comments}, {@code facts} and {@code notes} follow. What is absent on the
 * page is absent here, lists apart.
 */
public final class ArticleJson {
    private ArticleJson() {}

    /** Everything: the plain keys and the lossless form. */
    public static ObjectNode write(Article article) {
        ObjectNode out = head(article);
        article.headline().ifPresent(field -> out.put("headline", field.value()));
        values(out.putArray("byline"), article.authors());
        values(out.putArray("agency"), article.agencies());
        article.published().ifPresent(field -> out.put("datePublished", field.value()));
        article.modified().ifPresent(field -> out.put("dateModified", field.value()));
        article.site().ifPresent(field -> out.put("site", field.value()));
        out.put("body", article.body());
        return lossless(out, article);
    }

    /** The lossless form alone, as the index keeps it: without the plain keys, which repeat it. */
    public static ObjectNode writeStored(Article article) {
        return lossless(head(article), article);
    }

    /**
     * Reads what {@link #write} or {@link #writeStored} wrote; plain keys are not looked at.
     *
     * @throws JsonException if something is missing or of another type; the message names the path, from {@code article}
     */
    public static Article read(JsonNode json) {
        return new In(json, "article").read(ArticleJson::read);
    }

    private static ObjectNode head(Article article) {
        return Json.object()
                .put("extractor", article.extractor())
                .put("url", article.url())
                .put("language", article.language());
    }

    private static void values(ArrayNode out, List<Field> fields) {
        fields.forEach(field -> out.add(field.value()));
    }

    private static ObjectNode lossless(ObjectNode out, Article article) {
        ArrayNode blocks = out.putArray("blocks");
        article.blocks().forEach(block -> blocks.add(BlockJson.write(block)));
        CommentJson.write(out.putArray("comments"), article.comments());
        ObjectNode fields = out.putObject("fields");
        article.headline().ifPresent(field -> fields.set("headline", FieldJson.write(field)));
        fields.set("authors", FieldJson.write(article.authors()));
        article.published().ifPresent(field -> fields.set("published", FieldJson.write(field)));
        article.modified().ifPresent(field -> fields.set("modified", FieldJson.write(field)));
        fields.set("agencies", FieldJson.write(article.agencies()));
        article.site().ifPresent(field -> fields.set("site", FieldJson.write(field)));
        out.set("facts", FieldJson.write(article.facts()));
        out.set("notes", FieldJson.write(article.notes()));
        return out;
    }

    private static Article read(In in) {
        In fields = in.object("fields", part -> part);
        return new Article(
                in.text("extractor"),
                in.text("url"),
                in.text("language"),
                fields.optional("headline", FieldJson::read),
                fields.list("authors", FieldJson::read),
                fields.optional("published", FieldJson::read),
                fields.optional("modified", FieldJson::read),
                fields.list("agencies", FieldJson::read),
                fields.optional("site", FieldJson::read),
                in.list("facts", FieldJson::read),
                in.list("blocks", BlockJson::read),
                in.list("comments", CommentJson::read),
                in.list("notes", FieldJson::read));
    }
}
