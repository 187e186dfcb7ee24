package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Finds when the article was published and changed, as the page claims. */
final class DateFields {
    private static final String[] PUBLISHED = {
        "json-ld.datePublished",
        "meta.article:published_time",
        "meta.og:article:published_time",
        "meta.article.published",
        "meta.datepublished",
        "microdata.datePublished",
        "meta.parsely-pub-date",
        "meta.sailthru.date",
        "meta.dc.date.issued",
        "meta.dcterms.created",
        "meta.dc.date",
        "meta.dc.date.created",
        "meta.dcterms.date",
        "meta.pubdate",
        "meta.publishdate",
        "meta.publish-date",
        "meta.publish_date",
        "meta.publication_date",
        "meta.date",
        "meta.article_date_original",
        "meta.cxenseparse:recs:publishtime",
        "meta.published_time",
        "meta.og:published_time",
        "meta.rnews:datepublished",
        "meta.iso-8601-publish-date",
        "meta.citation_publication_date",
        "meta.article:published",
        "json-ld.page.datePublished",
        "json-ld.dateCreated",
        "microdata.dateCreated",
        "json-ld.page.uploadDate",
        "meta.created",
        "meta.article:post_date"
    };
    private static final String[] MODIFIED = {
        "json-ld.dateModified",
        "meta.article:modified_time",
        "meta.og:updated_time",
        "microdata.dateModified",
        "meta.dcterms.modified",
        "meta.datemodified",
        "meta.dc.date.modified",
        "meta.last-modified",
        "meta.lastmod",
        "meta.updated_time",
        "json-ld.page.dateModified"
    };
    private static final Pattern IN_URL = Pattern.compile(
            "[/_-]((?:19|20)\\d{2})[/_-](\\d{1,2})[/_-](\\d{1,2})(?=[/_.-]|$)|[/_-]((?:20)\\d{2})([01]\\d)([0-3]\\d)(?=[/_.-]|$)");

    private DateFields() {}

    static Optional<Field> modified(Page page, String language) {
        return fact(page, MODIFIED, language, "modified.");
    }

    static Optional<Field> published(Page page, List<Draft> drafts, Element container, String url, String language) {
        Optional<Field> found = fact(page, PUBLISHED, language, "date.");
        Optional<Field> shown = found.isEmpty() || found.get().value().length() == 10
                ? times(page, container, language)
                : Optional.empty();
        if (found.isEmpty()
                || shown.isPresent()
                        && shown.get().value().startsWith(found.get().value())) {
            found = shown;
        }
        if (found.isEmpty()) {
            found = lines(page, drafts, language);
        }
        if (found.isEmpty()) {
            found = url(url);
        }
        if (found.isEmpty()) {
            found = anywhere(page, container, language);
        }
        return found.isEmpty() ? fact(page, MODIFIED, language, "date.modified.") : found;
    }

    private static Optional<Field> fact(Page page, String[] rules, String language, String prefix) {
        for (String rule : rules) {
            for (Field field : page.facts.every(rule)) {
                Optional<String> iso = IsoDates.of(field.value(), language);
                if (iso.isPresent()) {
                    return Optional.of(new Field(iso.get(), field.exact(), field.place(), prefix + field.rule()));
                }
            }
        }
        return Optional.empty();
    }

    /** The first time element of the article; one that says published before others. */
    private static Optional<Field> times(Page page, Element container, String language) {
        Element best = null;
        int most = -1;
        for (Element time : page.document.select(
                "time, abbr.published, abbr[itemprop], span.published[title], .dtreviewed, .date[title], .date[content], [pubdate]")) {
            if (page.isCut(time) || value(time, language).isEmpty()) {
                continue;
            }
            Page.Junk junk = page.junkBelow(time, page.document);
            int score = time.hasAttr("pubdate") ? 4 : 0;
            score += time.className().contains("publish") ? 3 : 0;
            score -= time.className().contains("updated") || time.className().contains("modified") ? 2 : 0;
            score += Tags.inside(time, container) ? 1 : 0;
            score += Tags.within(time, java.util.Set.of("article", "header", "main")) != null ? 1 : 0;
            score += junk == Page.Junk.NEVER ? -4 : 2;
            if (Tags.within(time, java.util.Set.of("a")) != null
                    && junk != Page.Junk.NO
                    && Tags.within(time, java.util.Set.of("li")) != null) {
                score -= 2;
            }
            if (score > most) {
                most = score;
                best = time;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Element time = best;
        Range range = time.sourceRange();
        return value(time, language)
                .map(iso -> new Field(
                        iso,
                        Text.tidy(time.text()).isEmpty() ? iso : time.text(),
                        page.source.place(range.startPos(), range.endPos(), page.selectors.of(time)),
                        "date.time-element"));
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

    private static Optional<Field> lines(Page page, List<Draft> drafts, String language) {
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.TIMESTAMP || draft.kind() == BlockKind.BYLINE) {
                Optional<Field> found = in(page, draft.piece(), language, "date.line");
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Field> in(Page page, Piece piece, String language, String rule) {
        return Dates.find(piece.text(), language)
                .map(found -> new Field(
                        found.iso(),
                        piece.text().substring(found.start(), found.end()),
                        page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element())),
                        rule));
    }

    private static Optional<Field> url(String url) {
        Matcher matcher = IN_URL.matcher(url.length() > 500 ? url.substring(0, 500) : url);
        if (matcher.find()) {
            String text = matcher.group(1) != null
                    ? matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)
                    : matcher.group(4) + "-" + matcher.group(5) + "-" + matcher.group(6);
            return IsoDates.of(text, "").map(iso -> new Field(iso, matcher.group(), Place.NONE, "date.url"));
        }
        return Optional.empty();
    }

    /** A short piece with a date near the text: the nearest before its beginning, else the first after. */
    private static Optional<Field> anywhere(Page page, Element container, String language) {
        Optional<Field> before = Optional.empty();
        int inside = 0;
        for (Piece piece : page.pieces) {
            boolean within = Tags.inside(piece.element(), container);
            if (piece.picture() || piece.words() > 40 && within || piece.words() > 25) {
                inside += within ? 1 : 0;
                continue;
            }
            if (within && inside > 2 && before.isPresent()) {
                return before;
            }
            inside += within ? 1 : 0;
            if (page.junkBelow(piece.element(), page.document) == Page.Junk.NEVER
                    || piece.linkDensity() > 0.6 && !within) {
                continue;
            }
            Optional<Field> found = in(page, piece, language, "date.visible");
            if (found.isPresent()) {
                if (within) {
                    return before.isPresent() && inside > 3 ? before : found;
                }
                before = inside == 0 || before.isEmpty() ? found : before;
            }
        }
        return before;
    }
}
