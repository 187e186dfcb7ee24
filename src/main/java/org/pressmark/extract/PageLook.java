package org.pressmark.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.Block;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/**
 * What a page looks like from afar, for its labels.
 *
 * @param words all visible words
 * @param opening the first of them
 * @param title the title element's text
 * @param teasers headings of three words or more that are links
 * @param scripted the sign that scripts are to fill the page
 * @param entries how many parts carry a time of their own
 * @param offer words of a paywall just below the body
 * @param part the line that says which of several pages this is
 */
record PageLook(
        int words,
        String opening,
        String title,
        int teasers,
        Optional<Field> scripted,
        int entries,
        Optional<Field> offer,
        Optional<Field> part) {
    private static final int OPENING = 600;
    /** So many pieces below the body are looked at. */
    private static final int BELOW = 8;

    private static final int ENTRY = 15;
    private static final int MOST = 2_000;
    private static final Evaluator SCRIPT = Selector.evaluatorOf("script");
    private static final Evaluator NOSCRIPT = Selector.evaluatorOf("noscript");
    private static final Evaluator BOXES = Selector.evaluatorOf("div[id], main[id]");
    private static final Evaluator TIME = Selector.evaluatorOf("time[datetime]");
    private static final Pattern SCRIPT_NEEDED = Pattern.compile("(?i)javascript");
    /** The empty boxes that scripts fill: what the common frameworks call them in the pages that they make. */
    private static final Set<String> ROOTS =
            Set.of("root", "app", "__next", "__nuxt", "react-root", "svelte", "gatsby");

    static PageLook plain(String text, List<PlainLine> lines, Source source) {
        return new PageLook(
                Text.words(text),
                text.substring(0, Math.min(text.length(), OPENING)),
                "",
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                lines.stream()
                        .filter(line -> PageCount.in(line.text()))
                        .findFirst()
                        .map(line -> part(line.text(), source.place(line.start(), line.end()))));
    }

    static PageLook of(Page page, List<Block> blocks) {
        Element body = page.document.body();
        String text = body.text();
        return new PageLook(
                Text.words(text),
                text.substring(0, Math.min(text.length(), OPENING)),
                Text.tidy(page.document.title()),
                teasers(page),
                scripted(page),
                entries(page),
                offer(page, blocks),
                part(page, blocks));
    }

    private static Field part(String line, Place place) {
        return new Field("multi-page", line, place, "note.page-of");
    }

    /** Between the headline and what stands next below the body. */
    private static Optional<Field> part(Page page, List<Block> blocks) {
        int end = blocks.stream()
                .filter(block -> block.kind().body())
                .mapToInt(block -> block.place().end())
                .max()
                .orElse(0);
        int begin = blocks.isEmpty() ? 0 : blocks.get(0).place().start();
        int below = 0;
        for (Piece piece : page.pieces) {
            below += piece.start() >= end ? 1 : 0;
            if (piece.start() >= begin && below <= BELOW && PageCount.in(piece.text())) {
                return Optional.of(part(
                        piece.text(),
                        page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element()))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Field> offer(Page page, List<Block> blocks) {
        int end = blocks.stream()
                .filter(block -> block.kind().body())
                .mapToInt(block -> block.place().end())
                .max()
                .orElse(Integer.MAX_VALUE);
        return page.pieces.stream()
                .filter(piece -> piece.start() >= end && !piece.picture())
                .limit(BELOW)
                .filter(piece -> piece.words() < 60 && Lexicon.PAYWALL.in(piece.text()))
                .findFirst()
                .map(piece -> new Field(
                        "paywall-stub",
                        piece.text(),
                        page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element())),
                        "note.paywall-below"));
    }

    private static int teasers(Page page) {
        int count = 0;
        for (Piece piece : page.pieces) {
            if (piece.heading() && piece.words() >= 3 && piece.linkDensity() > 0.8) {
                count++;
            }
        }
        return count;
    }

    private static Optional<Field> scripted(Page page) {
        if (page.index.first(SCRIPT).isEmpty()) {
            return Optional.empty();
        }
        for (Element none : page.index.select(NOSCRIPT)) {
            if (SCRIPT_NEEDED.matcher(none.text()).find()) {
                return Optional.of(sign(page, none, Text.tidy(none.text()), "note.noscript"));
            }
        }
        for (Element box : page.index.select(BOXES)) {
            if (ROOTS.contains(box.id()) && !box.hasText()) {
                return Optional.of(sign(page, box, "<div id=\"" + box.id() + "\"></div>", "note.empty-root"));
            }
        }
        return Optional.empty();
    }

    private static Field sign(Page page, Element element, String exact, String rule) {
        return new Field(
                "needs-scripts",
                exact,
                page.source.place(
                        element.sourceRange().startPos(),
                        element.endSourceRange().endPos(),
                        page.selectors.of(element)),
                rule);
    }

    /** A heading of an entry: three words at least, since comments are headed by a name, and no link, since teasers are. */
    private static boolean entryHead(Element heading) {
        return heading.selectFirst("a") == null && Text.words(heading.text()) >= 3;
    }

    /** Parts with a time, a heading that leads nowhere and some text, side by side. */
    private static int entries(Page page) {
        int best = 0;
        int seen = 0;
        Set<Element> told = new HashSet<>();
        for (Element time : page.index.select(TIME)) {
            Element holder = time.closest("article, li, section, div[id]");
            if (holder == null || ++seen > MOST) {
                continue;
            }
            Element parent = holder.parent();
            if (parent != null && told.add(parent)) {
                int count = 0;
                for (Element child : parent.children()) {
                    boolean entry = child.selectFirst(TIME) != null
                            && child.select("h2, h3, h4").stream().anyMatch(PageLook::entryHead)
                            && child.selectFirst("p") != null
                            && !Elements.atMost(child, ENTRY);
                    count += entry ? 1 : 0;
                }
                best = Math.max(best, count);
            }
        }
        return best;
    }
}
