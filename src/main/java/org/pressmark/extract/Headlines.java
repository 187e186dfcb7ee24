package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.Field;

/**
 * Finds the article's headline: the heading on the page that agrees with what the page calls itself elsewhere. Where the two
 * differ, the heading is taken, since it is what a reader sees; the other titles are kept in the trace.
 */
final class Headlines {
    private static final String[] TITLES = {
        "json-ld.headline",
        "meta.og:title",
        "meta.twitter:title",
        "json-ld.alternativeHeadline",
        "microdata.headline",
        "json-ld.name",
        "meta.title",
        "title"
    };
    private static final Set<String> BREADCRUMB = Lists.load("names-breadcrumb");
    private static final double ENOUGH = 2;
    private static final double SURE = 4;
    private static final int LONGEST = 45;
    /** Every heading is compared with every title. */
    private static final int MOST_TITLES = 60;
    /** So many words has a path from the front page to the headline at most. */
    private static final int CRUMBS = 60;

    /**
     * What was found.
     *
     * @param piece index of the headline's piece, −1 where it stands nowhere in the visible page
     */
    record Choice(Optional<Field> field, int piece) {}

    /** How far a piece is the headline, and what speaks against it. */
    private record Weighed(double score, String why) {}

    private final Page page;
    private final String site;
    private final List<Field> told;
    private final List<Titles.Told> titles;
    private final String siteKey;
    private final Kickers kickers;
    private final OwnAddress own;

    private Headlines(Page page, String site) {
        this.page = page;
        this.site = site;
        this.told = page.facts.every(TITLES);
        this.titles = told.stream()
                .filter(field -> field.value().length() < Titles.LONGEST)
                .limit(MOST_TITLES)
                .map(field -> Titles.Told.of(field.value(), site))
                .distinct()
                .toList();
        this.siteKey = Text.key(site);
        this.own = new OwnAddress(page);
        List<String> plain = told.stream()
                .filter(field ->
                        !field.rule().startsWith("microdata") && !field.rule().equals("json-ld.alternativeHeadline"))
                .map(field -> Titles.withoutSite(field.value(), site))
                .filter(title -> !title.isEmpty() && title.length() < Titles.LONGEST)
                .limit(MOST_TITLES)
                .toList();
        this.kickers = new Kickers(page, plain);
    }

    static Choice choose(Page page) {
        String site = page.facts
                .first("meta.og:site_name", "json-ld.publisher")
                .map(Field::value)
                .orElse("");
        return new Headlines(page, site).choose();
    }

    private Choice choose() {
        int best = -1;
        Weighed most = new Weighed(0, "");
        for (int i = 0; i < page.pieces.size(); i++) {
            Piece piece = page.pieces.get(i);
            if (piece.picture() || piece.words() == 0 || piece.words() > LONGEST) {
                continue;
            }
            Weighed weighed = weigh(piece);
            if (weighed.score() > most.score()) {
                reject(best, most);
                most = weighed;
                best = i;
            } else if (page.trace.on() && (piece.heading() || weighed.score() > 0)) {
                reject(i, weighed);
            }
        }
        if (best >= 0 && most.score() >= ENOUGH) {
            Field heading = field(page.pieces.get(best), most.score() >= SURE);
            Field field = newsroom(heading).orElse(heading);
            page.trace.taken("headline", field);
            String why = field.equals(heading)
                    ? "a title for machines; the visible heading is what a reader sees"
                    : "not what the newsroom states twice";
            told.stream()
                    .filter(other -> !other.place().equals(field.place()))
                    .forEach(other -> page.trace.rejected("headline", other, why));
            if (!field.equals(heading)) {
                page.trace.rejected("headline", heading, "on the page alone; machines are told another one, twice");
            }
            return new Choice(Optional.of(field), best);
        }
        reject(best, most);
        return new Choice(fromTitles(), -1);
    }

    private Field field(Piece piece, boolean sure) {
        String text = Text.tidy(piece.text());
        String value = kickers.headline(piece, Titles.withoutSite(text, site));
        return new Field(
                value.isEmpty() ? text : value,
                text,
                page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element())),
                "headline." + piece.tag() + (sure ? "-agrees" : ""));
    }

    /**
     * The headline of a news article that the page tells machines twice over and its own heading says otherwise: heading
     * and headline are then two versions, and the one under which the story goes round is the article's. Blogs state titles
     * made for search engines in the same places, so only what calls itself news is believed.
     */
    private Optional<Field> newsroom(Field heading) {
        boolean news = page.facts.every("json-ld.type").stream()
                .anyMatch(type ->
                        type.value().endsWith("NewsArticle") || type.value().endsWith("LiveBlogPosting"));
        Optional<Field> stated = told.stream()
                .filter(field -> field.rule().equals("json-ld.headline"))
                .findFirst();
        if (!news || stated.isEmpty()) {
            return Optional.empty();
        }
        String key = bare(stated.get());
        boolean twice = told.stream()
                .filter(field ->
                        field.rule().startsWith("meta.") || field.rule().equals("title"))
                .anyMatch(field -> bare(field).equals(key));
        boolean never = told.stream()
                .filter(field -> !field.rule().equals("title"))
                .map(this::bare)
                .noneMatch(Text.key(heading.value())::equals);
        return twice && never && !key.isEmpty()
                ? stated.map(field -> new Field(
                        Titles.withoutSite(field.value(), site), field.exact(), field.place(), "headline.stated-twice"))
                : Optional.empty();
    }

    private String bare(Field title) {
        return Text.key(Titles.withoutSite(title.value(), site));
    }

    /** Where no heading will do: the first title given to machines. */
    private Optional<Field> fromTitles() {
        for (Field field : told) {
            String value = Titles.withoutSite(field.value(), site);
            value = field.rule().equals("title") ? Titles.longestPart(value) : value;
            if (!value.isEmpty()) {
                Field headline = new Field(value, field.exact(), field.place(), "headline." + field.rule());
                page.trace.taken("headline", headline);
                return Optional.of(headline);
            }
        }
        return Optional.empty();
    }

    private void reject(int at, Weighed weighed) {
        if (at >= 0 && page.trace.on()) {
            Piece piece = page.pieces.get(at);
            page.trace.add(
                    "headline",
                    piece.text(),
                    "headline." + piece.tag(),
                    page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element())),
                    false,
                    weighed.why().isEmpty() ? "not as close to the page's own titles" : weighed.why());
        }
    }

    private Weighed weigh(Piece piece) {
        if (!piece.heading() && piece.words() < 3) {
            return new Weighed(0, "too short for a headline outside a heading");
        }
        String key = Text.key(piece.text());
        double agreement = agreement(key, piece.heading());
        if (!piece.heading() && agreement < 0.9) {
            return new Weighed(0, "no heading, and agrees with no title");
        }
        boolean first = piece.tag().equals("h1");
        if (!first && agreement < 1) {
            // A lower heading that is a part of the title is more often a section of the article than its headline; one
            // whose last element says the title has a kicker.
            agreement = kickers.parted(piece) ? 0.97 : agreement * 0.75;
        }
        double score = (first ? 2 : piece.heading() ? 0.6 : 0) + agreement * 3;
        String why = "";
        if (breadcrumb(piece.element())) {
            score -= 3;
            why = "is the last step of the breadcrumbs";
        } else if (page.junkBelow(piece.element(), page.document) == Page.Junk.NEVER) {
            score -= 1.2;
            why = "stands in a part that is no article";
        }
        if (piece.linkDensity() > 0.8) {
            switch (led(piece.element())) {
                case ITSELF -> score += piece.heading() ? 1 : 0;
                case ABOVE -> {
                    score -= 4;
                    why = "leads to the front page, as a site's name does";
                }
                case ELSEWHERE -> {
                    score -= 0.5;
                    why = why.isEmpty() ? "is a link to another page" : why;
                }
            }
        }
        if (siteName(key)) {
            score -= 3;
            why = "is the site's name";
        }
        return new Weighed(score, why);
    }

    /** Where a heading leads, seen from the page. */
    private enum Led {
        ITSELF,
        /** The front page of the site, or of the part of a host that is the site. */
        ABOVE,
        ELSEWHERE
    }

    private Led led(Element element) {
        Element link = element.nameIs("a")
                ? element
                : Elements.atMost(element, CRUMBS) ? element.selectFirst("a[href]") : null;
        if (link == null) {
            return Led.ELSEWHERE;
        }
        if (own.is(link)) {
            return Led.ITSELF;
        }
        return Addresses.above(link.absUrl("href"), page.document.location()) ? Led.ABOVE : Led.ELSEWHERE;
    }

    /** How well a piece agrees with the title that is nearest to it; what is no heading must say it word for word. */
    private double agreement(String key, boolean heading) {
        Set<String> words = heading ? Titles.words(key) : Set.of();
        double most = 0;
        for (Titles.Told title : titles) {
            most = Math.max(most, title.agreement(key, words));
        }
        return most;
    }

    /** True for the name that the page gives its site, and for one that is the host's written out. */
    private boolean siteName(String key) {
        String tight = key.replace(" ", "");
        return key.equals(siteKey) && !key.isEmpty()
                || tight.length() > 3 && Addresses.names(page.document.baseUri(), tight);
    }

    /** True within navigation, or a short part that is called breadcrumbs. */
    private boolean breadcrumb(Element element) {
        Element nav = Tags.within(element, Set.of("nav"));
        if (nav != null && Elements.atMost(nav, CRUMBS)) {
            return true;
        }
        Element at = element;
        for (int up = 0; up < 4 && at != null && !at.nameIs("body") && Elements.atMost(at, CRUMBS); up++) {
            if (page.names.has(at, BREADCRUMB)
                    || Text.lower(at.attr("aria-label")).contains("breadcrumb")
                    || at.attributes().asList().stream()
                            .anyMatch(attribute -> attribute.getKey().contains("breadcrumb"))) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
