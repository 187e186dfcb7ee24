package org.pressmark.provenance;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/** Which blocks of an article may credit, and what: the scope of a line is decided here, by kind and by neighbours. */
final class Blocks {
    private static final Set<BlockKind> NEVER = EnumSet.of(
            BlockKind.RELATED,
            BlockKind.PROMO,
            BlockKind.COMMENT_FORM,
            BlockKind.HEADLINE,
            BlockKind.EMBED,
            BlockKind.TABLE,
            BlockKind.PREFORMATTED,
            BlockKind.TIMESTAMP);
    private static final Set<BlockKind> PICTURE = EnumSet.of(BlockKind.IMAGE, BlockKind.CAPTION, BlockKind.CREDIT);
    /** A page credits its text before the first few or after the last few paragraphs. */
    private static final int HEAD = 3;

    private static final int TAIL = 6;
    private static final int SHORT = 240;
    private static final int LINE = 160;

    private Blocks() {}

    static boolean picture(Block block) {
        return PICTURE.contains(block.kind());
    }

    /** True where the block may hold a line that speaks of the article's origin. */
    static boolean mayCredit(Article article, int at) {
        Block block = article.blocks().get(at);
        if (NEVER.contains(block.kind()) || picture(block) || block.text().isBlank()) {
            return false;
        }
        if (!block.kind().body()) {
            return true;
        }
        int length = block.text().length();
        return length <= LINE || length <= 2 * SHORT && (inHead(article, at) || inTail(article, at));
    }

    /** A line directly under a picture, with text to follow, is the picture's. */
    static boolean underPicture(Article article, int at) {
        List<Block> blocks = article.blocks();
        return at > 0
                && picture(blocks.get(at - 1))
                && IntStream.range(at + 1, blocks.size())
                        .anyMatch(i -> blocks.get(i).kind() == BlockKind.PARAGRAPH
                                && blocks.get(i).text().length() > LINE / 2);
    }

    static boolean inHead(Article article, int at) {
        return IntStream.range(0, at).filter(i -> body(article, i)).count() < HEAD;
    }

    static boolean inTail(Article article, int at) {
        return IntStream.range(at + 1, article.blocks().size())
                        .filter(i -> body(article, i))
                        .count()
                < TAIL;
    }

    private static boolean body(Article article, int at) {
        return article.blocks().get(at).kind().body();
    }
}
