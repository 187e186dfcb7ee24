package org.pressmark.report;

import java.util.List;
import java.util.stream.Stream;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Change;
import org.pressmark.report.ComparisonPage.Paragraph;

/** One of the two texts of a comparison: its blocks with the changes marked. */
final class TextSide {
    private final Article article;
    private final boolean isBase;
    private final Covers marked;
    private final ParagraphNumbers numbers;

    /**
     * @param changes those that are marked
     * @param first number of the first of them
     */
    TextSide(Article article, boolean isBase, List<Change> changes, int first) {
        this.article = article;
        this.isBase = isBase;
        this.marked = new Covers(changes, first, isBase);
        this.numbers = new ParagraphNumbers(article);
    }

    /** Characters of the whole text. */
    long length() {
        return article.blocks().stream()
                .mapToLong(block -> block.text().length())
                .sum();
    }

    /** The block as it is shown; nothing where it is none or stands beside the article and is alike. */
    Stream<Paragraph> paragraph(int index) {
        if (index < 0 || index >= article.blocks().size()) {
            return Stream.empty();
        }
        Block block = article.blocks().get(index);
        List<Covers.Cover> covers = marked.in(index, block.text().length());
        if (covers.isEmpty() && outside(block.kind())) {
            return Stream.empty();
        }
        List<Covers.Cover> quoted =
                covers.stream().filter(cover -> cover.change().inQuotation()).toList();
        String quote = !quoted.isEmpty() ? "loud" : Quotes.any(block.text()) ? "quiet" : "none";
        String speaker = quoted.stream()
                .flatMap(cover -> cover.change().speaker().stream())
                .findFirst()
                .map(Shown::line)
                .orElse("");
        String text = block.text();
        if (text.isEmpty() && block.image().isPresent()) {
            String alt = block.image().get().alt();
            text = (alt.isEmpty() ? "" : alt + " — ") + block.image().get().src();
            int length = text.length();
            covers = covers.stream()
                    .map(cover -> new Covers.Cover(cover.change(), cover.number(), 0, length))
                    .toList();
        }
        return Stream.of(new Paragraph(
                block.kind().word(),
                label(block.kind()),
                numbers.of(index),
                quote,
                speaker,
                Pieces.cut(text, covers, isBase)));
    }

    /** Blocks around the article are shown only where something in them differs. */
    private static boolean outside(BlockKind kind) {
        return switch (kind) {
            case RELATED, PROMO, COMMENT_FORM, OTHER, AUTHOR_NOTE -> true;
            default -> false;
        };
    }

    private static String label(BlockKind kind) {
        return switch (kind) {
            case PARAGRAPH, HEADING, BLOCKQUOTE, LIST, TABLE, PREFORMATTED -> "";
            case TIMESTAMP -> "time";
            case IMAGE -> "picture";
            case SOURCE_LINE -> "source";
            case ORIGINAL_URL -> "origin";
            default -> kind.word().replace('-', ' ');
        };
    }
}
