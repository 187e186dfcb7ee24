package org.pressmark.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pressmark.model.Edit;

/** A feed of edits in Atom (RFC 4287), for whoever follows a page, a source or the archive with a feed reader. */
public final class AtomFeed {
    private AtomFeed() {}

    /**
     * The feed.
     *
     * @param id names the feed for good (RFC 4287 §4.2.6)
     * @param title one line
     * @param self the address of the feed
     * @param page the web page that shows the same
     * @param edits the last first
     * @param compare where an edit's two texts stand side by side
     * @param empty the date of a feed without entries
     */
    public static String write(
            String id,
            String title,
            String self,
            String page,
            List<Edit> edits,
            Function<Edit, String> compare,
            Instant empty) {
        Instant updated = edits.stream()
                .map(edit -> edit.step().to().firstSeen())
                .max(Instant::compareTo)
                .orElse(empty);
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        element(out, "id", id);
        element(out, "title", title);
        element(out, "updated", updated.toString());
        link(out, "self", "application/atom+xml", self);
        link(out, "alternate", "text/html", page);
        out.append("  <author><name>Pressmark</name></author>\n");
        edits.forEach(edit -> entry(out, edit, compare.apply(edit)));
        return out.append("</feed>\n").toString();
    }

    private static void entry(StringBuilder out, Edit edit, String compare) {
        out.append("  <entry>\n");
        element(out, "id", edit.id());
        element(out, "title", EditWords.title(edit));
        element(out, "updated", edit.step().to().firstSeen().toString());
        link(out, "alternate", "text/html", compare);
        link(out, "via", "text/html", edit.url());
        out.append("  <category term=\"")
                .append(Xml.escape(edit.severity().word()))
                .append("\"/>\n");
        element(out, "summary", EditWords.finding(edit));
        out.append("  <content type=\"text\">")
                .append(Xml.escape(EditWords.text(edit, Optional.empty())))
                .append("</content>\n  </entry>\n");
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append("  <").append(name).append('>').append(Xml.escape(text));
        out.append("</").append(name).append(">\n");
    }

    private static void link(StringBuilder out, String rel, String type, String href) {
        out.append("  <link rel=\"").append(rel).append("\" type=\"").append(type);
        out.append("\" href=\"").append(Xml.escape(href)).append("\"/>\n");
    }
}
