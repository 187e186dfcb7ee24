package org.pressmark.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Block.Inline;
import org.pressmark.model.Block.InlineKind;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Makes articles for tests, block by block, as the extractor would. */
final class PageMaker {
    private final String url;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Field> facts = new ArrayList<>();
    private final List<Field> authors = new ArrayList<>();
    private final List<Field> agencies = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private Optional<Field> published = Optional.empty();
    private Optional<Field> site = Optional.empty();
    private Instant captured = Instant.parse("2022-01-01T00:00:00Z");
    private String source = "";

    PageMaker(String url) {
        this.url = url;
    }

    /** The stored document, so that places are the true ones. */
    PageMaker source(String html) {
        this.source = html;
        return this;
    }

    PageMaker block(BlockKind kind, String text) {
        blocks.add(Block.of(kind, text, place(text)));
        return this;
    }

    PageMaker link(BlockKind kind, String text, String words, String target) {
        int start = text.indexOf(words);
        Inline link = new Inline(InlineKind.LINK, start, start + words.length(), target);
        blocks.add(new Block(kind, text, List.of(link), Optional.empty(), 0, place(words)));
        return this;
    }

    PageMaker body(String text) {
        for (String paragraph : text.split("\n\n", -1)) {
            if (!paragraph.isBlank()) {
                block(BlockKind.PARAGRAPH, paragraph.strip());
            }
        }
        return this;
    }

    PageMaker fact(String rule, String value) {
        facts.add(new Field(value, value, place(value), rule));
        return this;
    }

    PageMaker author(String name, String exact) {
        authors.add(new Field(name, exact, place(exact), "byline.line"));
        return this;
    }

    PageMaker agency(String name, String exact, String rule) {
        agencies.add(new Field(name, exact, place(exact), rule));
        return this;
    }

    PageMaker published(String iso, String exact) {
        published = Optional.of(new Field(iso, exact, place(exact), "date.time"));
        return this;
    }

    PageMaker site(String name) {
        site = Optional.of(new Field(name, name, place(name), "site.og"));
        return this;
    }

    PageMaker comment(String author, String text) {
        comments.add(new Comment(author, text, Optional.empty(), List.of(), place(text)));
        return this;
    }

    PageMaker captured(String instant) {
        captured = Instant.parse(instant);
        return this;
    }

    Article article() {
        return new Article(
                "test/1",
                url,
                "en",
                Optional.empty(),
                authors,
                published,
                Optional.empty(),
                agencies,
                site,
                facts,
                blocks,
                comments,
                List.of());
    }

    TracedText text(String id) {
        Article article = article();
        String host = WebAddress.plainHost(url);
        return new TracedText(id, url, host.isEmpty() ? id : host, captured, article, ClaimReader.read(article, id));
    }

    private Place place(String text) {
        int at = source.indexOf(text);
        return at < 0
                ? new Place(
                        blocks.size() * 100,
                        blocks.size() * 100 + 50,
                        blocks.size() * 100L,
                        blocks.size() * 100L + 50,
                        "p")
                : new Place(at, at + text.length(), at, at + text.length(), "article");
    }
}
