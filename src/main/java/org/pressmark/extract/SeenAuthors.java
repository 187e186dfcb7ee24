package org.pressmark.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.text.Agencies;

/** The authors that a page names to readers, by the surest of the places where it does. */
final class SeenAuthors {
    private static final Evaluator RELATED = Selector.evaluatorOf("[rel~=author]");
    private static final Set<String> ASIDE = Set.of("nav", "aside", "blockquote", "figure");
    private static final int NAME_LINE = 12;

    private final Page page;
    private final List<Draft> drafts;
    private final NameRules rules;
    private final Map<String, Field> out = new LinkedHashMap<>();

    SeenAuthors(Page page, List<Draft> drafts, NameRules rules) {
        this.page = page;
        this.drafts = drafts;
        this.rules = rules;
    }

    /** The names of the first byline that names somebody. */
    List<Field> byline() {
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.BYLINE && out.isEmpty()) {
                take(names(draft.piece()), draft.piece(), "author." + draft.rule(), 0);
            }
        }
        return List.copyOf(out.values());
    }

    /** The names that stand alone, each in a line, in the first bylines that follow each other. */
    List<Field> column() {
        Map<String, Field> column = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            String line = Text.tidy(draft.piece().text());
            if (draft.kind() != BlockKind.BYLINE) {
                if (!column.isEmpty()) {
                    break;
                }
            } else if (PersonNames.capitals(line)
                    && rules.plausible(line)
                    && !Lexicon.JOB.in(line)
                    && Lexicon.BYLINE.opens(line) == 0) {
                column.put(Text.key(line), new Field(line, line, place(draft.piece()), "author." + draft.rule()));
            }
        }
        return List.copyOf(column.values());
    }

    /** True where a line such as {@code Editor: Jane Roe} names this person in another part. */
    boolean inOtherPart(Field author) {
        return drafts.stream()
                .filter(draft -> draft.kind() == BlockKind.BYLINE)
                .map(draft -> draft.piece().text())
                .anyMatch(
                        line -> Lexicon.JOB.opens(line) > 0 && line.indexOf(':') > 0 && line.contains(author.value()));
    }

    /** Where no byline names anybody: elements, links and lines that do. */
    List<Field> elsewhere() {
        List<List<Element>> marks = AuthorMarks.of(page.document);
        named(marks);
        if (out.isEmpty()) {
            besideDate();
        }
        if (out.isEmpty()) {
            related();
        }
        if (out.isEmpty()) {
            labelled();
        }
        if (out.isEmpty()) {
            lines();
        }
        if (out.isEmpty()) {
            logo(marks.get(AuthorMarks.LOGO));
        }
        return List.copyOf(out.values());
    }

    /** The site itself, where a byline names it and nobody else is named anywhere. */
    Optional<Field> itself() {
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.BYLINE || draft.kind() == BlockKind.TIMESTAMP) {
                for (String name : names(draft.piece())) {
                    if (rules.itself(name)) {
                        return Optional.of(
                                new Field(name, draft.piece().text(), place(draft.piece()), "author.site.byline"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** True where the byline that was taken opens with words such as "By": surely the author's. */
    static boolean opened(Field seen) {
        return seen.rule().startsWith("author.byline") && Bylines.opens(seen.exact());
    }

    static List<String> names(Piece piece) {
        String text = piece.text();
        Optional<Dates.Found> date = Dates.find(text, "");
        if (date.isPresent()) {
            String before = text.substring(0, date.get().start());
            String after = text.substring(date.get().end());
            boolean first = PersonNames.split(before).stream()
                    .anyMatch(name -> !Lexicon.WEEKDAYS.is(name) && !Lexicon.DATE_LABEL.is(name));
            text = first ? before : after;
        }
        return PersonNames.split(text);
    }

    /** Elements that mark-up names as the author's, the surest names first. */
    private void named(List<List<Element>> marks) {
        for (List<Element> rank : marks.subList(0, AuthorMarks.LOGO)) {
            for (Element element : rank) {
                if (!page.isCut(element)
                        && element.sourceRange().isTracked()
                        && Elements.atMost(element, NAME_LINE)
                        && Tags.within(element, ASIDE) == null
                        && page.share(element) <= 0.2) {
                    take(element, "author.marked");
                }
                if (!out.isEmpty()) {
                    return;
                }
            }
        }
    }

    /** {@code 11.12.2019 - Jane Roe}: one name and no more, else it is a list of sections. */
    private void besideDate() {
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.TIMESTAMP && out.isEmpty()) {
                List<String> names = names(draft.piece());
                if (names.size() == 1 && PersonNames.capitals(names.get(0))) {
                    take(names, draft.piece(), "author.beside-date", 0);
                }
            }
        }
    }

    private void related() {
        for (Element link : page.index.select(RELATED)) {
            if (link.sourceRange().isTracked()
                    && Elements.atMost(link, NAME_LINE)
                    && out.size() < 4
                    && !page.isCut(link)) {
                take(link, "author.rel-author");
            }
        }
    }

    /** A label such as {@code Written by} in a piece of its own, the name in the next. */
    private void labelled() {
        for (int i = 0; i + 1 < page.pieces.size() && out.isEmpty(); i++) {
            Piece label = page.pieces.get(i);
            Piece next = page.pieces.get(i + 1);
            if (!label.picture()
                    && label.text().length() < 30
                    && Lexicon.BYLINE.is(label.text())
                    && next.words() <= NAME_LINE
                    && page.junkBelow(label.element(), page.document) != Page.Junk.NEVER) {
                List<String> names = names(next);
                if (!names.isEmpty() && PersonNames.capitals(names.get(0))) {
                    take(names, next, "author.labelled", 0);
                }
            }
        }
    }

    private void lines() {
        for (Piece piece : page.pieces) {
            if (!out.isEmpty()) {
                return;
            }
            if (piece.words() <= NAME_LINE && !piece.heading() && Bylines.opens(piece.text()) && !piece.sentence()) {
                take(names(piece), piece, "author.line", 2);
                out.values().removeIf(found -> Text.shouts(found.value()));
            }
        }
    }

    /** An agency's logo in the byline: a link to the agency without words. */
    private void logo(List<Element> links) {
        for (Element link : links) {
            Optional<String> agency = Agencies.all().ofHost(Addresses.host(link.absUrl("href")));
            if (agency.isPresent()
                    && Text.tidy(link.text()).isEmpty()
                    && !Addresses.host(link.absUrl("href")).equals(Addresses.host(page.document.baseUri()))
                    && !page.isCut(link)) {
                Range range = link.sourceRange();
                out.put(
                        Text.key(agency.get()),
                        new Field(
                                agency.get(),
                                link.attr("href"),
                                page.source.place(range.startPos(), range.endPos(), page.selectors.of(link)),
                                "author.agency-link"));
                return;
            }
        }
    }

    private void take(Element element, String rule) {
        Range range = element.sourceRange();
        Place place = page.source.place(range.startPos(), range.endPos(), page.selectors.of(element));
        for (String name : PersonNames.split(element.text())) {
            take(name, Text.tidy(element.text()), place, rule);
        }
    }

    private void take(List<String> names, Piece piece, String rule, int words) {
        for (String name : names) {
            if (Text.words(name) >= words) {
                take(name, piece.text(), place(piece), rule);
            }
        }
    }

    private void take(String name, String exact, Place place, String rule) {
        String against = rules.against(name);
        if (against.isEmpty()) {
            out.putIfAbsent(Text.key(name), new Field(name, exact, place, rule));
        } else {
            page.trace.add("author", name, rule, place, false, against);
        }
    }

    Place place(Piece piece) {
        return page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element()));
    }
}
