package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Reads an HTML page into an article: facts, comments, body, blocks, fields, in that order. */
final class HtmlReader {
    /** Deeper elements become siblings: real pages seldom nest to 60, and much is asked of an element's ancestors. */
    private static final int DEEPEST = 120;

    private static final Evaluator BASE = Selector.evaluatorOf("base[href]");
    private static final int LONGEST_BASE = 2_000;
    private static final int FEW = 250;
    /** What asks a reader to switch scripts on has fewer words. */
    private static final int ARTICLE = 100;

    private HtmlReader() {}

    /**
     * Reads a page.
     *
     * @param xml whether it was sent as XHTML, in which an element may close itself and text stand in CDATA
     */
    static Article read(Source source, String url, boolean xml, Trace trace) {
        List<Field> notes = new ArrayList<>(source.notes());
        String text = Bounds.within(source, '<', notes);
        Document document = parsed(text, url.length() > LONGEST_BASE ? "" : url, xml);
        Index index = new Index(document);
        index.first(BASE).map(base -> base.attr("href")).ifPresent(base -> {
            document.setBaseUri(base.length() < LONGEST_BASE ? Addresses.absolute(url, base) : url);
        });
        Selectors selectors = new Selectors(index);
        Facts facts = FactReader.read(source, document, index, selectors);
        Page page = new Page(source, document, index, selectors, facts, trace);
        List<Comment> comments = CommentFinder.find(page);
        FactReader.microdata(facts, source, index, selectors, page.cut);
        readPieces(page, notes);
        Headlines.Choice headline = Headlines.choose(page);
        String headlineText = headline.field().map(Field::value).orElse("");
        Element container = BodyChooser.choose(page, headline.piece());
        List<Draft> drafts = Rescue.of(page, BlockMaker.make(page, container, headline.piece(), headlineText));
        Optional<Field> site = Sites.of(page);
        String siteName = site.map(Field::value).orElse("");
        List<Field> authors = Authors.find(page, drafts, siteName, headlineText);
        List<Block> blocks = Blocks.of(page, drafts);
        String language = Language.of(page, running(blocks));
        Pagination.read(page, url);
        List<Field> agencies = AgencyCredits.find(lines(blocks), authors, Addresses.front(url), trace);
        Article article = new Article(
                Extractor.NAME,
                url,
                language,
                headline.field(),
                authors,
                DateFields.published(page, drafts, container, url, language),
                DateFields.modified(page, language),
                agencies,
                site,
                page.facts.inOrder(),
                blocks,
                comments,
                notes);
        return Notes.add(article, PageLook.of(page, blocks));
    }

    /** False for a page that no label of a stand-in can come to; true says little. */
    static boolean mayStandIn(Source source) {
        return StandInWords.in(parsed(Bounds.within(source, '<', new ArrayList<>()), "", false));
    }

    /** As a reader sees it: without the names of icons and the numbers of lines. */
    private static Document parsed(String text, String url, boolean xml) {
        Document document = tree(text, url, xml);
        Glyphs.blank(document);
        Gutters.blank(document);
        return document;
    }

    /** As XML only where that gives a page with a body that has something in it: much XHTML is XHTML by name alone. */
    private static Document tree(String text, String url, boolean xml) {
        if (xml) {
            Document document = Parser.xmlParser()
                    .setTrackPosition(true)
                    .setMaxDepth(DEEPEST)
                    .parseInput(text, url);
            Element html = document.selectFirst("html");
            Element body = html == null ? null : html.selectFirst("body");
            if (body != null && body.hasText()) {
                return document;
            }
        }
        return Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST).parseInput(text, url);
    }

    /** What is visible; all of it where a page hides most of its text until a script or a reader's click shows it. */
    private static void readPieces(Page page, List<Field> notes) {
        PieceReader.Reading open = page.readPieces(Sight.OPEN);
        if (open.full()) {
            notes.add(Bounds.note("the text was not read to its end: it has too many parts or characters"));
        }
        double visible = running(page);
        if (visible >= FEW
                || more(page, open, Sight.HIDDEN_TOO, 2 * visible, "text.hidden")
                || more(page, open, Sight.WITHOUT_SCRIPTS, Math.max(2 * visible, ARTICLE), "text.noscript")
                || more(page, open, Sight.ODD_PLACES, Math.max(2 * visible, ARTICLE), "text.odd-places")) {
            return;
        }
        if (!open.wider().isEmpty()) {
            page.take(open);
        }
    }

    /** Reads more of the page; true, and said, where that gives so much running text. */
    private static boolean more(Page page, PieceReader.Reading open, Sight sight, double least, String rule) {
        if (!open.wider().contains(sight)) {
            return false;
        }
        page.readPieces(sight);
        double found = running(page);
        if (found == 0 || found < least) {
            return false;
        }
        page.trace.add(
                "body",
                Math.round(found) + " words of running text",
                rule,
                Place.NONE,
                false,
                "next to nothing is open to sight, so this is read too");
        return true;
    }

    private static double running(Page page) {
        return page.pieces.stream().mapToDouble(Page::weight).sum();
    }

    /** What is to be read; what is set as typed may be a program's, and serves where there is nothing else. */
    static String running(List<Block> blocks) {
        String prose = running(blocks, block -> body(block) && block.kind() != BlockKind.PREFORMATTED);
        return prose.isEmpty() ? running(blocks, HtmlReader::body) : prose;
    }

    private static String running(List<Block> blocks, Predicate<Block> wanted) {
        return blocks.stream().filter(wanted).map(Block::text).limit(40).collect(Collectors.joining(" "));
    }

    static List<AgencyCredits.Line> lines(List<Block> blocks) {
        return blocks.stream()
                .map(block -> new AgencyCredits.Line(block.kind(), block.text(), block.place()))
                .toList();
    }

    static boolean body(Block block) {
        return block.kind().body() && block.kind() != BlockKind.STANDFIRST;
    }
}
