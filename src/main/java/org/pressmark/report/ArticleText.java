package org.pressmark.report;

import java.util.List;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;

/** An article as plain text for the terminal: what belongs to it in page order, wrapped, comments apart at the end. */
public final class ArticleText {
    private final Sheet sheet;

    private ArticleText(TerminalStyle style) {
        this.sheet = new Sheet(style);
    }

    /**
     * The article's text.
     *
     * @param comments whether to add the readers' comments
     */
    public static String render(Article article, boolean comments, TerminalStyle style) {
        ArticleText text = new ArticleText(style);
        text.article(article);
        if (comments && !article.comments().isEmpty()) {
            text.sheet.blank().line(Ink.BOLD, Words.count(article.commentCount(), "comment"));
            text.comments(article.comments());
        }
        return text.sheet.toString();
    }

    private void article(Article article) {
        boolean headline = article.blocks().stream().anyMatch(block -> block.kind() == BlockKind.HEADLINE);
        if (!headline) {
            article.headline()
                    .map(Field::value)
                    .ifPresent(
                            value -> sheet.text(Ink.BOLD, 0, Shown.line(value)).blank());
        }
        boolean first = true;
        boolean list = false;
        for (Block block : article.blocks()) {
            if (outside(block)) {
                continue;
            }
            boolean item = block.kind() == BlockKind.LIST;
            if (!first && !(item && list)) {
                sheet.blank();
            }
            block(block);
            first = false;
            list = item;
        }
        if (first) {
            sheet.text(Ink.DIM, 0, "No article text was found on this page.");
        }
    }

    static boolean outside(Block block) {
        boolean empty = block.text().isBlank() && block.image().isEmpty();
        return empty
                || switch (block.kind()) {
                    case RELATED, PROMO, COMMENT_FORM, OTHER -> true;
                    default -> false;
                };
    }

    private void block(Block block) {
        for (String line : Shown.lines(block.text()).split("\n", -1)) {
            switch (block.kind()) {
                case HEADLINE, HEADING -> sheet.text(Ink.BOLD, 0, line);
                case BLOCKQUOTE, PULL_QUOTE -> sheet.hanging(Ink.PLAIN, "  > ", "  > ", line);
                case LIST ->
                    sheet.hanging(
                            Ink.PLAIN,
                            "  ".repeat(Math.max(1, block.level())) + "* ",
                            "  ".repeat(Math.max(1, block.level())) + "  ",
                            line);
                case PREFORMATTED, LISTING, TABLE -> sheet.line("    " + line);
                case IMAGE -> sheet.hanging(Ink.DIM, "[picture] ", "          ", seen(block, line));
                case EMBED ->
                    sheet.hanging(
                            block.image().isPresent() ? Ink.DIM : Ink.PLAIN,
                            block.image().isPresent() ? "[embed] " : "",
                            block.image().isPresent() ? "        " : "",
                            seen(block, line));
                case KICKER, BYLINE, DATELINE, TIMESTAMP, CAPTION, CREDIT, SOURCE_LINE, ORIGINAL_URL, AUTHOR_NOTE ->
                    sheet.text(Ink.DIM, 0, line);
                default -> sheet.text(Ink.PLAIN, 0, line);
            }
        }
    }

    /** What a picture or a player is called; its address where it has no name. */
    private static String seen(Block block, String line) {
        return block.image()
                .map(image -> image.alt().isEmpty() ? image.src() : image.alt())
                .map(Shown::line)
                .orElse(line);
    }

    private void comments(List<Comment> comments) {
        for (Comment.Nested nested : Comment.inOrder(comments)) {
            Comment comment = nested.comment();
            int indent = Math.min(2 + 2 * nested.depth(), sheet.width() / 3);
            String author = comment.author().isEmpty() ? "(no name)" : Shown.line(comment.author());
            String time = comment.time().map(words -> ", " + Shown.line(words)).orElse("");
            sheet.blank().text(Ink.BOLD, indent, author + time);
            for (String line : Shown.lines(comment.text()).split("\n", -1)) {
                sheet.text(Ink.PLAIN, indent, line);
            }
        }
    }
}
