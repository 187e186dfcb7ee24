package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;

/** Decides for each piece of the chosen part of the page what it is, and drops what is not the article's. */
final class BlockMaker {
    /** So many children of an element tell how its text is parted. */
    private static final int LOOKED_AT = 40;

    private static final Set<String> STANDFIRST = Lists.load("names-standfirst");
    private static final Set<String> EMBED = Lists.load("names-embed");
    private static final Set<String> PULL = Lists.load("names-pull");
    private static final Set<String> CORRECTION = Lists.load("names-correction");

    private final Page page;
    private final Element container;
    private final int headline;
    private final String headlineKey;
    private final Set<String> summaries = new HashSet<>();
    private final Map<Element, Boolean> tables = new HashMap<>();
    private final Map<Element, Double> lists = new HashMap<>();
    private final Set<Element> told = new HashSet<>();
    private final List<Draft> out = new ArrayList<>();
    private final Cards cards;
    private final Surroundings round;
    private final FurnitureRules rules;
    private final Zones zones;
    private boolean text;
    private boolean standfirst;

    private BlockMaker(Page page, Element container, int headline, String headlineText) {
        this.page = page;
        this.container = container;
        this.headline = headline;
        this.headlineKey = Text.key(headlineText);
        this.cards = new Cards(page, container);
        this.round = new Surroundings(page, container);
        this.rules = new FurnitureRules(page, round);
        this.zones = new Zones(page, container);
        for (Field field : page.facts.every(
                "meta.og:description", "meta.description", "meta.twitter:description", "json-ld.description")) {
            String key = Text.key(field.value());
            if (key.length() > 30) {
                summaries.add(key);
            }
        }
    }

    /**
     * The article's drafts, in page order.
     *
     * @param headline the index of the headline's piece, −1 where there is none
     */
    static List<Draft> make(Page page, Element container, int headline, String headlineText) {
        return new BlockMaker(page, container, headline, headlineText).make();
    }

    private List<Draft> make() {
        List<Piece> pieces = page.pieces;
        int first = -1;
        int last = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (Tags.inside(pieces.get(i).element(), container)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            return List.of();
        }
        int from = headline >= 0 && headline < first && first - headline < 120 ? headline : first;
        if (from == headline && from > 0 && from < first) {
            from = Math.max(0, from - 4);
        }
        for (int i = from; i <= last; i++) {
            Piece piece = pieces.get(i);
            boolean inside = Tags.inside(piece.element(), container);
            Optional<Draft> draft = inside && !(headline > i && headline <= last && headline - i < 60 && headline >= 0)
                    ? inBody(piece, i)
                    : around(piece, i);
            draft.ifPresent(out::add);
        }
        after(last);
        return Tidy.of(out);
    }

    /** Between the headline and the container, or just above the headline. */
    private Optional<Draft> around(Piece piece, int at) {
        if (at == headline) {
            return Draft.keep(piece, BlockKind.HEADLINE, "headline");
        }
        if (piece.picture()) {
            return at > headline && page.junkBelow(piece.element(), page.document) != Page.Junk.NEVER
                    ? Draft.keep(piece, BlockKind.IMAGE, "image.before-body")
                    : Optional.empty();
        }
        String key = Text.key(piece.text());
        if (key.equals(headlineKey) || key.isEmpty()) {
            return Optional.empty();
        }
        Optional<Draft> legend = rules.legend(piece);
        if (legend.isPresent()) {
            return at > headline ? legend : Optional.empty();
        }
        Optional<Draft> made = rules.byline(piece, text, out);
        if (made.isPresent()) {
            return made;
        }
        if (piece.words() >= 4 && piece.words() < 90 && piece.linkDensity() < 0.3 && at > headline - 3) {
            if (summary(key)
                    || !standfirst
                            && at < headline + 30
                            && round.near(piece.element(), STANDFIRST, 3)
                            && (piece.words() >= 6 || piece.sentence())) {
                standfirst = true;
                return page.junkBelow(piece.element(), page.document) == Page.Junk.NEVER && !summary(key)
                        ? Optional.empty()
                        : Draft.keep(
                                piece,
                                BlockKind.STANDFIRST,
                                summary(key) ? "standfirst.description" : "standfirst.name");
            }
        }
        return Optional.empty();
    }

    private boolean summary(String key) {
        for (String summary : summaries) {
            if (summary.equals(key)
                    || key.length() > 40
                            && (summary.startsWith(key.substring(0, 40))
                                    || summary.length() > 60
                                            && key.startsWith(summary.substring(0, summary.length() - 4)))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Draft> inBody(Piece piece, int at) {
        if (at == headline) {
            return Draft.keep(piece, BlockKind.HEADLINE, "headline");
        }
        if (zones.holds(piece)) {
            return Optional.empty();
        }
        if (piece.picture()) {
            return page.junkBelow(piece.element(), container) == Page.Junk.NEVER
                    ? Optional.empty()
                    : Draft.keep(piece, BlockKind.IMAGE, "image.in-body");
        }
        String key = Text.key(piece.text());
        if (key.isEmpty() || key.equals(headlineKey)) {
            return Optional.empty();
        }
        if (round.near(piece.element(), EMBED, 8)) {
            return Draft.keep(piece, BlockKind.EMBED, "embed.name");
        }
        Page.Junk junk = page.junkBelow(piece.element(), container);
        if (junk == Page.Junk.NEVER
                || piece.words() < 90 && Lexicon.DROP.opens(Lines.bare(piece.text())) > 0
                || cards.in(piece.element())) {
            return Optional.empty();
        }
        Optional<Draft> legend = rules.legend(piece);
        if (legend.isPresent()) {
            return legend;
        }
        if (piece.words() <= 4 && Lines.agency(piece.text())) {
            return Draft.keep(piece, text ? BlockKind.SOURCE_LINE : BlockKind.BYLINE, "line.agency");
        }
        Optional<BlockKind> furniture = Lines.furniture(piece.text(), piece.words());
        if (furniture.isPresent()) {
            return Draft.keep(piece, furniture.get(), "line." + furniture.get().word());
        }
        Optional<Draft> made = rules.byline(piece, text, out);
        if (made.isPresent()) {
            return made;
        }
        if (!text
                && !standfirst
                && at > headline
                && piece.words() < 90
                && piece.linkDensity() < 0.3
                && !piece.tag().equals("li")
                && round.near(piece.element(), STANDFIRST, 2)
                && piece.words() >= 6
                && Tags.within(piece.element(), Set.of("form")) == null) {
            standfirst = true;
            return Draft.keep(piece, BlockKind.STANDFIRST, "standfirst.name");
        }
        if (zones.opens(piece)) {
            return Optional.empty();
        }
        return running(piece, junk, at);
    }

    private Optional<Draft> running(Piece piece, Page.Junk junk, int at) {
        double density = piece.linkDensity();
        boolean content = Page.weight(piece) > 0;
        if (junk == Page.Junk.UNLIKELY && (!content || density > 0.2 || piece.words() < 12)) {
            return Optional.empty();
        }
        if (piece.heading()) {
            return density > 0.8 && piece.words() > 3 && linkedHeading(piece)
                    ? Optional.empty()
                    : Draft.keep(piece, BlockKind.HEADING, "heading.tag");
        }
        if (piece.tag().equals("td") || piece.tag().equals("th")) {
            return cell(piece, at);
        }
        if (piece.tag().equals("li")) {
            return listDensity(piece, at) > 0.6 ? Optional.empty() : Draft.keep(piece, BlockKind.LIST, "list.tag");
        }
        if (density > 0.55 && !piece.sentence() && piece.words() > 2 && piece.words() < 40) {
            return Optional.empty();
        }
        if (piece.words() < 40
                && Lexicon.BOILERPLATE.opens(Lines.bare(piece.text())) > 0
                && (density > 0.2 || piece.words() < 12)) {
            return Optional.empty();
        }
        if (Lexicon.BOILERPLATE.is(piece.text()) || Lexicon.RELATED.is(piece.text())) {
            return Optional.empty();
        }
        if (piece.tag().equals("pre")) {
            return Draft.keep(piece, BlockKind.PREFORMATTED, "pre.tag");
        }
        if (round.near(piece.element(), PULL, 3)) {
            return Draft.keep(piece, BlockKind.PULL_QUOTE, "pull-quote.name");
        }
        if (round.near(piece.element(), CORRECTION, 3)) {
            return Draft.keep(piece, BlockKind.CORRECTION_NOTE, "correction.name");
        }
        if (Tags.within(piece.element(), Set.of("blockquote")) != null) {
            text = true;
            return Draft.keep(piece, BlockKind.BLOCKQUOTE, "blockquote.tag");
        }
        if (!content
                && piece.tag().equals("div")
                && piece.words() < 5
                && !piece.sentence()
                && !brokenByLines(piece.element())) {
            return Optional.empty();
        }
        text |= content;
        return Draft.keep(piece, BlockKind.PARAGRAPH, "paragraph");
    }

    /** True where an element parts its text by line breaks: its short lines are headings and list items, no widgets. */
    private static boolean brokenByLines(Element element) {
        for (int i = 0; i < Math.min(element.childNodeSize(), LOOKED_AT); i++) {
            if (element.childNode(i).nameIs("br")) {
                return true;
            }
        }
        return false;
    }

    private static boolean linkedHeading(Piece piece) {
        return piece.inlines().stream()
                .anyMatch(inline -> inline.end() - inline.start() > piece.text().length() * 0.8
                        && !inline.target().contains("#"));
    }

    private Optional<Draft> cell(Piece piece, int at) {
        Element table = Tags.within(piece.element(), Set.of("table"));
        if (table == null || !tables.computeIfAbsent(table, Tables::data)) {
            return Page.weight(piece) > 0 ? Draft.keep(piece, BlockKind.PARAGRAPH, "paragraph.cell") : Optional.empty();
        }
        if (!told.add(table)) {
            return Optional.empty();
        }
        List<Piece> cells =
                within(table, at).stream().filter(cell -> !cell.picture()).toList();
        double density = cells.stream().mapToInt(Piece::linked).sum()
                / Math.max(
                        1.0,
                        cells.stream().mapToInt(cell -> cell.text().length()).sum());
        return density > 0.7 ? Optional.empty() : Draft.keep(Tables.join(table, cells), BlockKind.TABLE, "table.tag");
    }

    private double listDensity(Piece piece, int at) {
        Element list = Tags.within(piece.element(), Set.of("ul", "ol"));
        if (list == null) {
            return piece.linkDensity();
        }
        return lists.computeIfAbsent(list, key -> {
            int linked = 0;
            int size = 1;
            for (Piece other : within(key, at)) {
                linked += other.linked();
                size += other.text().length();
            }
            return (double) linked / size;
        });
    }

    /** The run of pieces round one that lie in the same element as it. */
    private List<Piece> within(Element element, int at) {
        int from = at;
        while (from > 0 && Tags.inside(page.pieces.get(from - 1).element(), element)) {
            from--;
        }
        int to = at + 1;
        while (to < page.pieces.size() && Tags.inside(page.pieces.get(to).element(), element)) {
            to++;
        }
        return page.pieces.subList(from, to);
    }

    /** What stands just below the container: source line, original address, corrections. */
    private void after(int last) {
        int seen = 0;
        for (int i = last + 1; i < page.pieces.size() && seen < 12; i++) {
            Piece piece = page.pieces.get(i);
            if (piece.picture() || page.junkBelow(piece.element(), page.document) == Page.Junk.NEVER) {
                continue;
            }
            seen++;
            if (piece.heading()) {
                return;
            }
            Optional<BlockKind> kind = piece.words() <= 4 && Lines.agency(piece.text())
                    ? Optional.of(BlockKind.SOURCE_LINE)
                    : Lines.furniture(piece.text(), piece.words());
            if (kind.isPresent()) {
                Draft.keep(piece, kind.get(), "line.after." + kind.get().word()).ifPresent(out::add);
            }
        }
    }
}
