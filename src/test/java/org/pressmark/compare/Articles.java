package org.pressmark.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Comparison;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.model.Witness;

/** Builds articles by hand, as an extraction would give them. */
final class Articles {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private Optional<Field> published = Optional.empty();
    private Optional<Field> modified = Optional.empty();
    private String language = "en";
    private String url = "";

    static Articles article() {
        return new Articles();
    }

    /** A body of paragraphs. */
    static Articles paragraphs(String... texts) {
        Articles out = new Articles();
        for (String text : texts) {
            out.with(BlockKind.PARAGRAPH, text);
        }
        return out;
    }

    Articles with(BlockKind kind, String text) {
        blocks.add(Block.of(kind, text, Place.NONE));
        return this;
    }

    Articles image(String src) {
        blocks.add(new Block(BlockKind.IMAGE, "", List.of(), Optional.of(new Block.Image(src, "")), 0, Place.NONE));
        return this;
    }

    Articles linked(String text, String anchor, String target) {
        int at = text.indexOf(anchor);
        Block.Inline link = new Block.Inline(Block.InlineKind.LINK, at, at + anchor.length(), target);
        blocks.add(new Block(BlockKind.PARAGRAPH, text, List.of(link), Optional.empty(), 0, Place.NONE));
        return this;
    }

    Articles emphasised(String text, String words) {
        int at = text.indexOf(words);
        Block.Inline strong = new Block.Inline(Block.InlineKind.STRONG, at, at + words.length(), "");
        blocks.add(new Block(BlockKind.PARAGRAPH, text, List.of(strong), Optional.empty(), 0, Place.NONE));
        return this;
    }

    Articles comment(String author, String text, Comment... replies) {
        comments.add(new Comment(author, text, Optional.empty(), List.of(replies), Place.NONE));
        return this;
    }

    Articles published(String value, String exact) {
        published = Optional.of(new Field(value, exact, Place.NONE, "time"));
        return this;
    }

    Articles modified(String value) {
        modified = Optional.of(new Field(value, value, Place.NONE, "time"));
        return this;
    }

    Articles language(String tag) {
        language = tag;
        return this;
    }

    Articles url(String address) {
        url = address;
        return this;
    }

    Article build() {
        return new Article(
                "test",
                url,
                language,
                Optional.empty(),
                List.of(),
                published,
                modified,
                List.of(),
                Optional.empty(),
                List.of(),
                blocks,
                comments,
                List.of());
    }

    Witness witness(String siglum) {
        return new Witness(siglum, siglum, build(), Optional.empty(), Optional.empty());
    }

    static Comparison compare(Articles a, Articles b) {
        return new Comparer().compare(a.witness("A"), b.witness("B"));
    }

    /** The lines of a document of the demo. */
    static List<String> lines(String name) throws IOException {
        try (InputStream in = Articles.class.getResourceAsStream("/org/pressmark/demo/" + name)) {
            if (in == null) {
                throw new IOException("expected the demo's document on the class path, found none: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
