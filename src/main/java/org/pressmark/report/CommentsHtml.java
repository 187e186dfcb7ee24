package org.pressmark.report;

import java.util.List;
import org.pressmark.model.Comment;

/** Readers' comments as nested lists. */
final class CommentsHtml {
    private CommentsHtml() {}

    /**
     * Writes them.
     *
     * @param all in order, each before its replies
     * @param deepest replies further in are set as deep as this
     */
    static void write(List<Comment.Nested> all, int deepest, StringBuilder out) {
        int open = 0;
        for (Comment.Nested nested : all) {
            int level = Math.min(nested.depth(), deepest) + 1;
            if (open >= level) {
                out.append("</li>\n");
            }
            for (; open > level; open--) {
                out.append("</ol></li>\n");
            }
            for (; open < level; open++) {
                out.append("<ol>\n");
            }
            out.append("<li><article>").append(head(nested.comment()));
            for (String line : nested.comment().text().split("\n", -1)) {
                if (!line.isBlank()) {
                    out.append("<p dir=\"auto\">").append(Xml.escape(line)).append("</p>");
                }
            }
            out.append("</article>");
        }
        for (; open > 0; open--) {
            out.append("</li></ol>\n");
        }
    }

    private static String head(Comment comment) {
        String author = comment.author().isBlank() ? "(no name)" : comment.author();
        String time = comment.time()
                .map(words -> ", <span class=\"quiet\">" + Xml.escape(words) + "</span>")
                .orElse("");
        return "<p class=\"who\"><b><bdi>" + Xml.escape(author) + "</bdi></b>" + time + "</p>";
    }
}
