package org.pressmark.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.text.Agencies;

/** Finds who is named as author: what the page says to machines, else what it says to readers. */
final class Authors {
    private static final String[] METAS = {
        "meta.author",
        "meta.article:author",
        "meta.parsely-author",
        "meta.sailthru.author",
        "meta.dc.creator",
        "meta.dcterms.creator",
        "meta.byl",
        "meta.article:author_name",
        "meta.article.author",
        "meta.og:article:author",
        "meta.cxenseparse:author",
        "meta.twitter:data1",
        "meta.authors"
    };

    private static final String[] MARKED = {
        ".author.vcard .fn, .vcard.author .fn, a.fn.n, .author.vcard a, .vcard.author a",
        ".author-name, .author__name, .article-author__name, .byline-name, .byline__name, .byline__author, .authorName, .author_name",
        ".byline a[href*=autor], .byline a[href*=author], .byline a[href*=auteur], .post-author a, .entry-author a, .article-author a, .author a, .autor a, .auteur a",
        ".entry-author, .post-author, .article-author, .byline-author, .news-author, .byline, .author, .autor, .auteur, .autore, .post-byline, .posted-by, .writer",
        "header a[href*=/author/], header a[href*=/autor/], header a[href*=/auteur/], header a[href*=/autoren/], article a[href*=/author/], article a[href*=/autor/], a[href*=/author/]",
        ".author-bio h2, .author-bio h3, .author-bio h4, .author-box h3, .author-box h4, .author-info h2, .author-info h3, .author-title"
    };
    private static final List<Evaluator> MARKED_PARSED =
            Stream.of(MARKED).map(Selector::evaluatorOf).toList();
    private static final java.util.Set<String> ASIDE = java.util.Set.of("nav", "aside", "blockquote", "figure");

    private final Page page;
    private final String site;
    private final String headline;

    private Authors(Page page, String site, String headline) {
        this.page = page;
        this.site = Text.key(site);
        this.headline = Text.key(headline);
    }

    static List<Field> find(Page page, List<Draft> drafts, String site, String headline) {
        Authors authors = new Authors(page, site, headline);
        List<Field> told = authors.told();
        List<Field> seen = authors.visible(drafts);
        boolean weak = told.stream().allMatch(authors::company);
        if (!weak || seen.isEmpty() && !told.isEmpty()) {
            return told.stream().map(author -> authors.shown(author, drafts)).toList();
        }
        if (!seen.isEmpty()) {
            return seen;
        }
        return authors.itself();
    }

    /** What the page says to machines, by the first of its ways that names somebody. */
    private List<Field> told() {
        List<Field> out = facts(page.facts.every("json-ld.author"));
        if (out.isEmpty()) {
            out = facts(page.facts.every("json-ld.page.author", "json-ld.creator"));
        }
        if (out.isEmpty()) {
            out = facts(page.facts.every("microdata.author.name"));
        }
        if (out.isEmpty()) {
            out = metas();
        }
        return out.isEmpty() ? facts(page.facts.every("microdata.author")) : out;
    }

    /** The site itself, where its machine-readable part names it and nobody else as author. */
    private List<Field> itself() {
        for (Field field : page.facts.every("json-ld.author", "meta.author")) {
            if (Text.key(field.value()).equals(site)) {
                return List.of(new Field(field.value(), field.exact(), field.place(), "author.site." + field.rule()));
            }
        }
        return List.of();
    }

    /** True for names that look like a site's or company's: the visible byline is then the better witness. */
    private boolean company(Field author) {
        String name = Text.lower(author.value());
        String host = Addresses.host(page.document.baseUri());
        String key = Text.key(author.value()).replace(" ", "");
        String label =
                host.indexOf('.') > 0 ? host.substring(0, host.indexOf('.')).replace("-", "") : "";
        return name.contains("gmbh")
                || name.contains(" inc")
                || name.contains(" ltd")
                || name.contains(".de")
                || name.contains(".com")
                || name.contains("www.")
                || name.contains(".net")
                || !site.isEmpty()
                        && (Text.key(author.value()).contains(site) || site.contains(Text.key(author.value())))
                || author.exact().contains("www.")
                || label.length() > 1 && key.startsWith(label)
                || key.length() > 3 && host.replace("-", "").contains(key);
    }

    /** The author with the words of the visible byline as evidence, where one names the same. */
    private Field shown(Field author, List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.BYLINE && names(draft.piece()).contains(author.value())) {
                return new Field(author.value(), draft.piece().text(), place(draft.piece()), author.rule() + "+byline");
            }
        }
        return author;
    }

    private List<Field> metas() {
        for (String rule : METAS) {
            List<Field> out = facts(page.facts.every(rule));
            if (!out.isEmpty()
                    && !(rule.equals("meta.twitter:data1")
                            && page.facts
                                    .first("meta.twitter:label1")
                                    .filter(label -> Lexicon.BYLINE.opens(label.value()) > 0)
                                    .isEmpty())) {
                return out;
            }
        }
        return List.of();
    }

    private List<Field> facts(List<Field> fields) {
        Map<String, Field> out = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.value().contains("://") || field.value().startsWith("www.")) {
                continue;
            }
            for (String name : PersonNames.split(field.value())) {
                if (plausible(name)) {
                    out.putIfAbsent(
                            Text.key(name), new Field(name, field.exact(), field.place(), "author." + field.rule()));
                }
            }
        }
        return new ArrayList<>(out.values());
    }

    private List<Field> visible(List<Draft> drafts) {
        Map<String, Field> out = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.BYLINE && out.isEmpty()) {
                for (String name : names(draft.piece())) {
                    if (plausible(name)) {
                        out.putIfAbsent(
                                Text.key(name),
                                new Field(name, draft.piece().text(), place(draft.piece()), "author." + draft.rule()));
                    }
                }
            }
        }
        if (out.isEmpty()) {
            named(out);
        }
        if (out.isEmpty()) {
            besideDate(drafts, out);
        }
        if (out.isEmpty()) {
            for (Element link : page.document.select("a[rel~=author]")) {
                String name = Text.tidy(link.text());
                Range range = link.sourceRange();
                if (range.isTracked() && plausible(name) && out.size() < 4 && !page.isCut(link)) {
                    out.putIfAbsent(
                            Text.key(name),
                            new Field(
                                    name,
                                    name,
                                    page.source.place(range.startPos(), range.endPos(), page.selectors.of(link)),
                                    "author.rel-author"));
                }
            }
        }
        if (out.isEmpty()) {
            nearHeadline(out);
        }
        return new ArrayList<>(out.values());
    }

    /** Elements that mark-up names as the author's, the surest names first. */
    private void named(Map<String, Field> out) {
        for (Evaluator marked : MARKED_PARSED) {
            for (Element element : page.document.select(marked)) {
                Range range = element.sourceRange();
                if (page.isCut(element)
                        || !range.isTracked()
                        || !Elements.atMost(element, 12)
                        || Tags.within(element, ASIDE) != null
                        || page.share(element) > 0.2) {
                    continue;
                }
                for (String name : PersonNames.split(element.text())) {
                    if (plausible(name)) {
                        out.putIfAbsent(
                                Text.key(name),
                                new Field(
                                        name,
                                        Text.tidy(element.text()),
                                        page.source.place(range.startPos(), range.endPos(), page.selectors.of(element)),
                                        "author.marked"));
                    }
                }
                if (!out.isEmpty()) {
                    return;
                }
            }
        }
    }

    /** {@code 11.12.2019 - Jane Roe} */
    private void besideDate(List<Draft> drafts, Map<String, Field> out) {
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.TIMESTAMP && out.isEmpty()) {
                for (String name : names(draft.piece())) {
                    if (plausible(name) && PersonNames.capitals(name)) {
                        out.putIfAbsent(
                                Text.key(name),
                                new Field(name, draft.piece().text(), place(draft.piece()), "author.beside-date"));
                    }
                }
            }
        }
    }

    private void nearHeadline(Map<String, Field> out) {
        for (Piece piece : page.pieces) {
            if (!out.isEmpty()) {
                return;
            }
            if (piece.words() <= 12 && !piece.heading() && Bylines.opens(piece.text()) && !piece.sentence()) {
                for (String name : names(piece)) {
                    if (plausible(name) && name.indexOf(' ') > 0) {
                        out.putIfAbsent(Text.key(name), new Field(name, piece.text(), place(piece), "author.line"));
                    }
                }
            }
        }
    }

    private org.pressmark.model.Place place(Piece piece) {
        return page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element()));
    }

    private static List<String> names(Piece piece) {
        String text = piece.text();
        Optional<Dates.Found> date = Dates.find(text, "");
        if (date.isPresent()) {
            String before = text.substring(0, date.get().start());
            String after = text.substring(date.get().end());
            text = PersonNames.split(before).stream().anyMatch(name -> !Lexicon.WEEKDAYS.is(name)) ? before : after;
        }
        return PersonNames.split(text);
    }

    private boolean plausible(String name) {
        String key = Text.key(name);
        if (key.isEmpty()
                || name.length() > 60
                || Text.words(name) > 6
                || name.contains("://")
                || name.contains("@")
                || name.startsWith("#")) {
            return false;
        }
        if (Agencies.all().canonical(name).isPresent()) {
            return true;
        }
        if (key.equals(site)
                || key.equals(headline)
                || key.length() < 2
                || Lexicon.JOB.is(name)
                || Lexicon.WEEKDAYS.is(name)
                || Lexicon.RELATED.is(name)
                || Lexicon.BOILERPLATE.is(name)) {
            return false;
        }
        long digits = name.chars().filter(Character::isDigit).count();
        return digits <= 3 && name.chars().anyMatch(Character::isLetter);
    }
}
