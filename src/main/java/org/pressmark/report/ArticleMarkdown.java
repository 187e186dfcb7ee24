package org.pressmark.report;

import java.util.List;
import java.util.regex.Pattern;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Block.Inline;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;

/** An article as Markdown (CommonMark): headings, quotations, lists, links and emphasis kept, nothing of it read as mark-up. */
public final class ArticleMarkdown {
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>]");
    private static final Pattern LINE_MARKS = Pattern.compile("(?m)^(\\s*)([#+=~-])");
    private static final Pattern LIST_NUMBERS = Pattern.compile("(?m)^(\\s*\\d{1,9})([.)])");

    /** Deeper replies are set as deep as this: each level indents its lines, so a thread's length would grow by its square. */
    private static final int DEEPEST = 50;

    private final StringBuilder out = new StringBuilder();

    private ArticleMarkdown() {}

    /**
     * The article's text in Markdown.
     *
     * @param comments whether to add the readers' comments
     */
    public static String render(Article article, boolean comments) {
        ArticleMarkdown text = new ArticleMarkdown();
        boolean headline = article.blocks().stream().anyMatch(block -> block.kind() == BlockKind.HEADLINE);
        if (!headline) {
            article.headline().map(Field::value).ifPresent(value -> text.paragraph("# " + escape(Shown.line(value))));
        }
        for (Block block : article.blocks()) {
            if (!ArticleText.outside(block)) {
                text.block(block);
            }
        }
        if (comments && !article.comments().isEmpty()) {
            text.paragraph("## " + Words.count(article.commentCount(), "comment"));
            text.comments(article.comments());
        }
        return text.out.toString();
    }

    private void block(Block block) {
        String words = inline(block);
        switch (block.kind()) {
            case HEADLINE -> paragraph("# " + oneLine(words));
            case HEADING -> paragraph("#".repeat(Math.max(2, Math.min(6, block.level()))) + " " + oneLine(words));
            case BLOCKQUOTE, PULL_QUOTE -> paragraph("> " + words.replace("\n", "\n> "));
            case LIST ->
                item("  ".repeat(Math.max(0, block.level() - 1)) + "- "
                        + words.replace("\n", "\n" + "  ".repeat(Math.max(1, block.level()))));
            case PREFORMATTED, LISTING, TABLE ->
                paragraph("    " + Shown.lines(block.text()).replace("\n", "\n    "));
            case STANDFIRST -> paragraph("**" + oneLine(words) + "**");
            case CAPTION, CREDIT -> paragraph("*" + oneLine(words) + "*");
            case IMAGE ->
                paragraph(block.image()
                        .map(image -> "![" + escape(Shown.line(image.alt())) + "](" + target(image.src()) + ")")
                        .orElse(words));
            case EMBED -> paragraph(block.image().map(ArticleMarkdown::player).orElse(words.replace("\n", "\\\n")));
            default -> paragraph(words.replace("\n", "\\\n"));
        }
    }

    private static String player(Block.Image shown) {
        String words = escape(Shown.line(shown.alt().isBlank() ? shown.src() : shown.alt()));
        return CopyCard.web(shown.src()) ? "[" + words + "](" + target(shown.src()) + ")" : words;
    }

    private void paragraph(String text) {
        out.append(out.length() == 0 ? "" : "\n").append(text).append('\n');
    }

    private void item(String text) {
        int last = out.lastIndexOf("\n", out.length() - 2) + 1;
        boolean goesOn = out.length() > 0 && out.substring(last).stripLeading().startsWith("- ");
        out.append(out.length() == 0 || goesOn ? "" : "\n").append(text).append('\n');
    }

    /** The text with its outermost links and emphasis; spans that cross each other are left as text. */
    private static String inline(Block block) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        for (Inline span : block.inlines()) {
            boolean usable = span.start() >= at
                    && span.end() > span.start()
                    && !block.text().substring(span.start(), span.end()).isBlank();
            if (usable) {
                words.append(escape(Shown.lines(block.text().substring(at, span.start()))));
                keepSpace(words, block.text(), span.start());
                words.append(marked(span, block.text().substring(span.start(), span.end())));
                at = span.end();
                if (at < block.text().length()
                        && Character.isWhitespace(block.text().charAt(at))) {
                    words.append(' ');
                }
            }
        }
        return words + escape(Shown.lines(block.text().substring(at)));
    }

    private static void keepSpace(StringBuilder words, String text, int start) {
        boolean space = start > 0 && Character.isWhitespace(text.charAt(start - 1));
        boolean there = words.length() == 0 || Character.isWhitespace(words.charAt(words.length() - 1));
        if (space && !there) {
            words.append(' ');
        }
    }

    private static String marked(Inline span, String text) {
        String words = escape(Shown.line(text));
        return switch (span.kind()) {
            case LINK -> CopyCard.web(span.target()) ? "[" + words + "](" + target(span.target()) + ")" : words;
            case EMPHASIS -> "*" + words + "*";
            case STRONG -> "**" + words + "**";
            case CODE -> words.indexOf('`') >= 0 ? words : "`" + Shown.line(text) + "`";
        };
    }

    private static String target(String url) {
        return "<"
                + Shown.line(url)
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                        .replace("\\", "%5C")
                        .replace(" ", "%20") + ">";
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    private static String escape(String text) {
        String escaped = MARKS.matcher(text).replaceAll("\\\\$0");
        escaped = LINE_MARKS.matcher(escaped).replaceAll("$1\\\\$2");
        return LIST_NUMBERS.matcher(escaped).replaceAll("$1\\\\$2");
    }

    private void comments(List<Comment> comments) {
        for (Comment.Nested nested : Comment.inOrder(comments)) {
            Comment comment = nested.comment();
            String indent = "  ".repeat(Math.min(nested.depth(), DEEPEST));
            String author = comment.author().isEmpty() ? "(no name)" : Shown.line(comment.author());
            item(indent + "- **" + escape(author) + "**: "
                    + escape(Shown.lines(comment.text())).replace("\n", "\n" + indent + "  "));
        }
    }
}
