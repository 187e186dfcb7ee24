package org.pressmark.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.pressmark.model.Block;

/**
 * Where a page's source must be written into so that a browser outlines the blocks that were read from it: an attribute in
 * the start tag of each block's element, and one style element.
 */
final class BlockMarks {
    private static final int MOST = 2_000;
    private static final String NAME = "data-pressmark-kind";
    private static final String STYLE = "<style>[" + NAME + "]{outline:2px solid #1b4f8f!important;outline-offset:2px;"
            + "background-image:none}[" + NAME + "]::before{content:attr(" + NAME + ");display:inline-block;"
            + "font:600 11px/1.4 sans-serif;letter-spacing:0;text-transform:none;color:#fff;background:#1b4f8f;"
            + "padding:0 5px;margin-inline-end:6px;border-radius:2px;vertical-align:middle}"
            + colour("#7a4a00", "headline", "heading", "kicker")
            + colour("#00635a", "standfirst")
            + colour("#6a3d9a", "blockquote", "pull-quote")
            + colour("#44596e", "list", "table", "preformatted", "listing")
            + colour("#8a3f00", "byline", "author-note")
            + colour("#555f00", "dateline", "timestamp")
            + colour("#2a6f2e", "image", "caption")
            + colour("#a0195b", "credit", "source-line", "original-url", "correction-note")
            + "</style>";

    private BlockMarks() {}

    /**
     * The insertions.
     *
     * @param text the decoded source, as extraction read it
     * @param blocks their places name the elements
     */
    static List<PageRewriter.Insertion> of(String text, List<Block> blocks) {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(text, "");
        PathFinder paths = new PathFinder(document);
        List<PageRewriter.Insertion> out = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        for (Block block : blocks.subList(0, Math.min(blocks.size(), MOST))) {
            paths.find(block.place().selector())
                    .flatMap(element -> afterName(text, element))
                    .filter(done::add)
                    .ifPresent(at -> out.add(new PageRewriter.Insertion(
                            at, " " + NAME + "=\"" + block.kind().word() + "\"")));
        }
        if (!out.isEmpty()) {
            out.add(new PageRewriter.Insertion(styleAt(document), STYLE));
        }
        return out;
    }

    /** Just behind the tag's name, where it stands in the source at all. */
    private static Optional<Integer> afterName(String text, Element element) {
        Range range = element.sourceRange();
        int at = range.start().pos();
        if (!range.isTracked() || range.isImplicit() || at < 0 || at >= text.length() || text.charAt(at) != '<') {
            return Optional.empty();
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != '>' && text.charAt(end) != '/') {
            end++;
        }
        return Optional.of(end);
    }

    /** Behind the body's start tag; at the end where there is none. */
    private static int styleAt(Document document) {
        Range body = document.body().sourceRange();
        return body.isTracked() && !body.isImplicit()
                ? body.end().pos()
                : document.endSourceRange().end().pos();
    }

    private static String colour(String colour, String... kinds) {
        List<String> outlined = new ArrayList<>();
        List<String> labelled = new ArrayList<>();
        for (String kind : kinds) {
            outlined.add("[" + NAME + "=" + kind + "]");
            labelled.add("[" + NAME + "=" + kind + "]::before");
        }
        return String.join(",", outlined) + "{outline-color:" + colour + "!important}" + String.join(",", labelled)
                + "{background:" + colour + "}";
    }
}
