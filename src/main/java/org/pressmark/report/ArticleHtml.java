package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;

/**
 * An article as one HTML file for reading: headings, lists, quotations, tables, embeds, captions and credits, links and
 * emphasis. Nothing in it runs or loads: no scripts, no frames; a picture is a link with its words.
 */
public final class ArticleHtml {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final String STYLE = Templates.resource("article.css");
    private static final int DEEPEST_COMMENT = 60;

    private final Article article;
    private final StringBuilder out = new StringBuilder();
    private int lists;

    private ArticleHtml(Article article) {
        this.article = article;
    }

    /**
     * The article's page.
     *
     * @param comments whether to add the readers' comments
     */
    public static String render(Article article, boolean comments) {
        ArticleHtml html = new ArticleHtml(article);
        html.head();
        html.body();
        if (comments) {
            html.comments();
        }
        html.foot();
        return html.out.toString();
    }

    private void head() {
        String lang = article.language().matches("[A-Za-z0-9-]{2,35}") ? " lang=\"" + article.language() + "\"" : "";
        line("<!DOCTYPE html>");
        line("<html" + lang + " dir=\"" + Direction.of(article) + "\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<meta name=\"referrer\" content=\"no-referrer\">");
        line("<title>" + Xml.escape(Words.title(article)) + "</title>");
        line("<style>" + STYLE + "</style>");
        line("</head>");
        line("<body>");
    }

    private void body() {
        line("<main><article>");
        List<Block> blocks = article.blocks().stream()
                .filter(block -> !ArticleText.outside(block))
                .toList();
        boolean headline = blocks.stream().anyMatch(block -> block.kind() == BlockKind.HEADLINE);
        if (!headline) {
            line("<h1>" + Xml.escape(Words.title(article)) + "</h1>");
        }
        if (blocks.isEmpty()) {
            line("<p class=\"quiet\" lang=\"en\" dir=\"ltr\">No article text was found on this page.</p>");
        }
        for (int i = 0; i < blocks.size(); ) {
            i = write(blocks, i);
        }
        closeLists();
        line("</article>");
    }

    /** Writes the block and those that belong to it; gives the index of the next. */
    private int write(List<Block> blocks, int at) {
        Block block = blocks.get(at);
        if (block.kind() == BlockKind.LIST) {
            item(block);
            return at + 1;
        }
        closeLists();
        switch (block.kind()) {
            case IMAGE -> {
                return figure(blocks, at);
            }
            case BLOCKQUOTE -> {
                return group(blocks, at, "<blockquote>", "</blockquote>");
            }
            case EMBED -> {
                if (block.image().isPresent()) {
                    return figure(blocks, at);
                }
                return group(blocks, at, "<blockquote class=\"embed\">", "</blockquote>");
            }
            case DATELINE -> {
                return dateline(blocks, at);
            }
            default -> {
                single(block);
                return at + 1;
            }
        }
    }

    private void single(Block block) {
        String words = InlineHtml.of(block);
        switch (block.kind()) {
            case HEADLINE -> line("<h1>" + words + "</h1>");
            case HEADING -> {
                int level = Math.max(2, Math.min(6, block.level()));
                line("<h" + level + ">" + words + "</h" + level + ">");
            }
            case PREFORMATTED, LISTING -> line("<pre>" + Xml.escape(block.text()) + "</pre>");
            case TABLE -> table(block);
            case PULL_QUOTE, CORRECTION_NOTE, AUTHOR_NOTE ->
                line("<aside class=\"" + block.kind().word() + "\"><p>" + words + "</p></aside>");
            case PARAGRAPH -> line("<p>" + words + "</p>");
            default -> line("<p class=\"" + block.kind().word() + "\">" + words + "</p>");
        }
    }

    /** A place and agency stand on the first line of the paragraph that they open. */
    private int dateline(List<Block> blocks, int at) {
        boolean opens = at + 1 < blocks.size() && blocks.get(at + 1).kind() == BlockKind.PARAGRAPH;
        String lead = "<span class=\"dateline\">" + InlineHtml.of(blocks.get(at)) + "</span>";
        line("<p>" + lead + (opens ? " " + InlineHtml.of(blocks.get(at + 1)) : "") + "</p>");
        return at + (opens ? 2 : 1);
    }

    private int figure(List<Block> blocks, int at) {
        Block block = blocks.get(at);
        String words = block.image()
                .map(Block.Image::alt)
                .filter(alt -> !alt.isBlank())
                .orElse(block.kind() == BlockKind.EMBED ? "embedded from elsewhere" : "picture");
        String label = Xml.escape(Shown.line(words));
        String src = block.image().map(Block.Image::src).orElse("");
        line("<figure><p class=\"picture\">"
                + (CopyCard.web(src)
                        ? "<a href=\"" + Xml.escape(src) + "\" rel=\"nofollow noreferrer\">" + label + "</a>"
                        : label)
                + "</p>");
        int next = at + 1;
        List<String> caption = new ArrayList<>();
        while (next < blocks.size()
                && (blocks.get(next).kind() == BlockKind.CAPTION
                        || blocks.get(next).kind() == BlockKind.CREDIT)) {
            String kind = blocks.get(next).kind().word();
            caption.add("<span class=\"" + kind + "\">" + InlineHtml.of(blocks.get(next)) + "</span>");
            next++;
        }
        line((caption.isEmpty() ? "" : "<figcaption>" + String.join(" ", caption) + "</figcaption>") + "</figure>");
        return next;
    }

    /** Blocks of one kind that follow each other, in one box. */
    private int group(List<Block> blocks, int at, String start, String end) {
        line(start);
        int next = at;
        while (next < blocks.size()
                && blocks.get(next).kind() == blocks.get(at).kind()
                && blocks.get(next).image().isEmpty()) {
            line("<p>" + InlineHtml.of(blocks.get(next)) + "</p>");
            next++;
        }
        line(end);
        return next;
    }

    private void item(Block block) {
        int level = Math.max(1, Math.min(8, block.level()));
        if (lists > 0 && level <= lists) {
            out.append("</li>\n");
        }
        while (lists > level) {
            out.append("</ul></li>\n");
            lists--;
        }
        while (lists < level) {
            lists++;
            out.append(lists == level ? "<ul>\n" : "<ul>\n<li>");
        }
        out.append("<li>").append(InlineHtml.of(block));
    }

    private void closeLists() {
        while (lists > 0) {
            out.append("</li></ul>\n");
            lists--;
        }
    }

    /** Rows stand on lines, cells are parted by tabs. */
    private void table(Block block) {
        line("<div class=\"table\"><table>");
        for (String row : block.text().split("\n", -1)) {
            out.append("<tr>");
            for (String cell : row.split("\t", -1)) {
                out.append("<td>").append(Xml.escape(cell.strip())).append("</td>");
            }
            line("</tr>");
        }
        line("</table></div>");
    }

    private void comments() {
        List<Comment.Nested> all = Comment.inOrder(article.comments());
        if (all.isEmpty()) {
            return;
        }
        line("<section class=\"comments\"><h2 lang=\"en\" dir=\"ltr\">" + Words.count(all.size(), "comment") + "</h2>");
        CommentsHtml.write(all, DEEPEST_COMMENT, out);
        line("</section>");
    }

    private void foot() {
        String url = Xml.escape(article.url());
        String site = article.site().map(Field::value).map(Xml::escape).orElse(url);
        if (CopyCard.web(article.url())) {
            line("<footer lang=\"en\" dir=\"ltr\"><p>From <a href=\"" + url + "\" rel=\"nofollow noreferrer\"><bdi>"
                    + site + "</bdi></a></p></footer>");
        }
        line("</main>");
        line("</body>");
        line("</html>");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
