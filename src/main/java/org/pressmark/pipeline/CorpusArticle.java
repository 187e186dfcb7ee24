package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pressmark.json.CorpusJson;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.provenance.ClaimReader;
import org.pressmark.provenance.TracedText;
import org.pressmark.text.WordList;

/** A text of a corpus as the article that a page would have given: its paragraphs as blocks, readers' words left out. */
final class CorpusArticle {
    private final CorpusJson.Text text;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Field> facts = new ArrayList<>();
    private int at;

    private CorpusArticle(CorpusJson.Text text) {
        this.text = text;
    }

    /** The text's paragraphs, down to the heading over readers' comments. */
    static List<String> paragraphs(CorpusJson.Text text) {
        List<String> out = new ArrayList<>();
        for (String paragraph : text.text().split("\n\\s*\n", -1)) {
            String words = paragraph.strip();
            if (words.length() < 40 && WordList.load("en", "extract-comments").contains(words)) {
                return out;
            }
            if (!words.isEmpty()) {
                out.add(words);
            }
        }
        return out;
    }

    /** @param standing tells paragraphs that stand under many stories and belong to none */
    static TracedText of(CorpusJson.Text text, Predicate<String> standing) {
        Article article = new CorpusArticle(text).article(standing);
        String label = text.site().isEmpty() ? text.id() : text.site();
        return new TracedText(
                text.id(), text.url(), label, text.fetched(), article, ClaimReader.read(article, text.id()));
    }

    private Article article(Predicate<String> standing) {
        text.canonical().ifPresent(url -> facts.add(field(url, "link.canonical")));
        text.meta().forEach((name, value) -> facts.add(field(value, "meta." + name)));
        text.byline().ifPresent(byline -> block(BlockKind.BYLINE, "By " + byline));
        for (String paragraph : paragraphs(text)) {
            block(standing.test(paragraph) ? BlockKind.PROMO : BlockKind.PARAGRAPH, paragraph);
        }
        return new Article(
                "corpus",
                text.url(),
                "",
                text.title().map(title -> field(title, "corpus.title")),
                List.of(),
                text.published().map(date -> field(date, "corpus.published")),
                Optional.empty(),
                List.of(),
                text.site().isEmpty() ? Optional.empty() : Optional.of(field(text.site(), "corpus.site")),
                facts,
                blocks,
                List.of(),
                List.of());
    }

    private void block(BlockKind kind, String words) {
        blocks.add(Block.of(kind, words, place(words)));
    }

    private Field field(String value, String rule) {
        return new Field(value, value, place(value), rule);
    }

    /** Places count the characters of the line's values as they are read; a corpus has no bytes of a page. */
    private Place place(String words) {
        int start = at;
        at += words.length() + 2;
        return new Place(start, start + words.length(), start, start + words.length(), "");
    }
}
