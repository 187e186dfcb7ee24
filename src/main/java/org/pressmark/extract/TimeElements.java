package org.pressmark.extract;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.Field;

/** Finds the time element that says when the article appeared, and not a teaser's or a comment's. */
final class TimeElements {
    private static final Evaluator TIMES =
            Selector.evaluatorOf("time, abbr.published, abbr[itemprop], span.published[title], "
                    + ".dtreviewed, .date[title], .date[content], [pubdate]");

    private TimeElements() {}

    /** The first time element of the article; one that says published before others. */
    static Optional<Field> first(Page page, Element container, String language) {
        Element best = null;
        int most = -1;
        for (Element time : page.index.select(TIMES)) {
            if (page.isCut(time)) {
                continue;
            }
            Optional<String> iso = value(time, language);
            if (iso.isEmpty()) {
                reject(page, time, "no date, or one that depends on today");
                continue;
            }
            Page.Junk junk = page.junkBelow(time, page.document);
            int score = time.hasAttr("pubdate") ? 4 : 0;
            score += time.className().contains("publish") ? 3 : 0;
            score -= time.className().contains("updated") || time.className().contains("modified") ? 2 : 0;
            score += Tags.inside(time, container) ? 1 : 0;
            score += Tags.within(time, Set.of("article", "header", "main")) != null ? 1 : 0;
            score += junk == Page.Junk.NEVER ? -4 : 2;
            if (Tags.within(time, Set.of("a")) != null
                    && junk != Page.Junk.NO
                    && Tags.within(time, Set.of("li")) != null) {
                score -= 2;
            }
            if (score > most) {
                most = score;
                best = time;
            } else {
                reject(
                        page,
                        time,
                        junk == Page.Junk.NEVER
                                ? "stands in a part that is no article"
                                : "another time stands closer to the article");
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Element time = best;
        Range range = time.sourceRange();
        Range close = time.endSourceRange();
        int end = close.isTracked() && !time.text().isEmpty() ? close.endPos() : range.endPos();
        return value(time, language)
                .map(iso -> new Field(
                        iso,
                        Text.tidy(time.text()).isEmpty() ? iso : time.text(),
                        page.source.place(range.startPos(), end, page.selectors.of(time)),
                        "date.time-element"));
    }

    private static void reject(Page page, Element time, String why) {
        if (page.trace.on()) {
            Range range = time.sourceRange();
            String shown = Text.tidy(time.attr("datetime") + " " + time.text());
            page.trace.add(
                    "published",
                    shown,
                    "date.time-element",
                    page.source.place(range.startPos(), range.endPos(), page.selectors.of(time)),
                    false,
                    why);
        }
    }

    private static Optional<String> value(Element time, String language) {
        for (String name : new String[] {"datetime", "title", "content"}) {
            if (time.hasAttr(name)) {
                Optional<String> iso = IsoDates.of(time.attr(name), language);
                if (iso.isPresent()) {
                    return iso;
                }
            }
        }
        return Dates.find(Text.tidy(time.text()), language).map(Dates.Found::iso);
    }
}
