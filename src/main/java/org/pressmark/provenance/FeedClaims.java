package org.pressmark.provenance;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.markup.SourceText;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;
import org.pressmark.model.Place;
import org.pressmark.text.Agencies;

/**
 * Reads from a feed what it says of where the texts come from that it names: RSS, Atom, NewsML-G2, JSON Feed, ninjs. What it
 * says is claimed of the page that the item is about; the characters that say so stand in the feed.
 */
public final class FeedClaims {
    private static final Pattern ROOT =
            Pattern.compile("<(?:[\\w.-]{1,30}:)?(?:rss|rdf|feed|newsitem|newsmessage|itemset)[\\s/>]");
    private static final int BEGINNING = 4_096;

    /** Parts that name the page that an item is about, the surest first; an address that is a name only counts where it is whole. */
    private static final List<String> ABOUT = List.of(
            "link",
            "link@href",
            "link[alternate]@href",
            "url",
            "itemmeta/link[alternate]@href",
            "itemmeta/link[canonical]@href",
            "canonicalurl",
            "guid",
            "uri",
            "id",
            "itemmeta/altid",
            "contentmeta/altid",
            "@guid",
            "@about");

    private final SourceText source;
    private final String recordId;

    private FeedClaims(SourceText source, String recordId) {
        this.source = source;
        this.recordId = recordId;
    }

    /**
     * What a feed says of a page.
     *
     * @param url the page's absolute address
     * @param claims first that the feed has the page ({@link Kind#FEED_ITEM}), then what it says of it, at least one
     */
    public record Item(String url, List<Claim> claims) {
        public Item {
            claims = List.copyOf(claims);
        }
    }

    /**
     * Reads a feed.
     *
     * @param url its absolute address
     * @param recordId of the capture that holds it
     * @return items of which it says something; nothing where it is no feed
     */
    public static List<Item> read(SourceText source, String url, String recordId) {
        String text = source.text();
        String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
        List<FeedSaid.Item> found = beginning.stripLeading().matches("(?s)[\\[{].*")
                ? FeedJson.read(text)
                : ROOT.matcher(beginning.toLowerCase(Locale.ROOT)).find() ? FeedXml.read(text) : List.of();
        FeedClaims feed = new FeedClaims(source, recordId);
        List<Item> items = new ArrayList<>();
        found.forEach(item -> feed.item(item, url).ifPresent(items::add));
        return items;
    }

    private Optional<Item> item(FeedSaid.Item item, String feed) {
        Optional<FeedSaid> about = ABOUT.stream()
                .flatMap(name -> item.said().stream().filter(said -> said.name().equals(name)))
                .filter(said -> address(said, feed).isPresent())
                .findFirst();
        if (about.isEmpty()) {
            return Optional.empty();
        }
        String url = address(about.get(), feed).orElseThrow();
        ClaimList claims = new ClaimList(recordId);
        claims.add(
                Kind.FEED_ITEM,
                Scope.PAGE,
                url,
                Optional.of(url),
                Optional.empty(),
                rule(about.get()),
                quote(about.get()));
        item.said().forEach(said -> claim(said, url, claims));
        return claims.all().size() > 1 ? Optional.of(new Item(url, claims.all())) : Optional.empty();
    }

    private static Optional<String> address(FeedSaid said, String feed) {
        boolean link = said.name().startsWith("link") || said.name().equals("url");
        return (link
                        ? org.pressmark.markup.WebAddress.resolve(feed, said.value())
                        : Optional.of(said.value()).filter(WebAddress::isAddress))
                .flatMap(org.pressmark.markup.WebAddress::parse)
                .filter(org.pressmark.markup.WebAddress::fetchable)
                .map(org.pressmark.markup.WebAddress::withoutFragment);
    }

    private void claim(FeedSaid said, String page, ClaimList claims) {
        if (said.name().startsWith("associations/")) {
            beside(said, page, claims);
            return;
        }
        switch (FeedPart.of(said.name())) {
            case BYLINE -> byline(said, claims);
            case SOURCE -> {
                if (WebAddress.isAddress(said.value())) {
                    target(said, Kind.ORIGINAL_SOURCE, Scope.ARTICLE, page, claims);
                } else {
                    agent(said, Kind.SOURCE_CREDIT, page, claims);
                }
            }
            case PUBLISHER -> agent(said, Kind.JSONLD_PUBLISHER, page, claims);
            case COPYRIGHT -> agent(said, Kind.COPYRIGHT, page, claims);
            case PICTURE -> picture(said, claims);
            case ADDRESS -> target(said, Kind.REL_CANONICAL, Scope.PAGE, page, claims);
            case ORIGIN -> target(said, Kind.ORIGINAL_SOURCE, Scope.ARTICLE, page, claims);
            case RELATED -> target(said, Kind.HYPERLINK, Scope.ARTICLE, page, claims);
            case PUBLISHED -> date(said, Kind.DATE_PUBLISHED, claims);
            case MODIFIED -> date(said, Kind.DATE_MODIFIED, claims);
            case OTHER -> {} // says nothing of an origin
        }
    }

    private void date(FeedSaid said, Kind kind, ClaimList claims) {
        date(said.value())
                .ifPresent(date -> claims.add(kind, Scope.ARTICLE, date, Optional.empty(), rule(said), quote(said)));
    }

    /** What ninjs says of pictures and other items that go with an item. */
    private void beside(FeedSaid said, String page, ClaimList claims) {
        String name = said.name().substring(said.name().lastIndexOf('/') + 1);
        if (List.of("byline", "creditline", "copyrightholder").contains(name)) {
            picture(said, claims);
        } else if (name.equals("uri")) {
            target(said, Kind.HYPERLINK, Scope.ARTICLE, page, claims);
        }
    }

    private void byline(FeedSaid said, ClaimList claims) {
        List<Agencies.Found> agencies = Agencies.all().findInCredit(said.value());
        for (Agencies.Found found : agencies) {
            claims.add(Kind.BYLINE, Scope.ARTICLE, found.name(), Optional.of(found.name()), rule(said), quote(said));
        }
        if (agencies.isEmpty()) {
            claims.add(
                    Kind.JSONLD_AUTHOR, // a person, as in other parts that only machines see
                    Scope.ARTICLE,
                    said.value(),
                    Optional.of(said.value()),
                    rule(said),
                    quote(said));
        }
    }

    private void agent(FeedSaid said, Kind kind, String page, ClaimList claims) {
        Optional<String> known = Agencies.all()
                .canonical(said.value())
                .or(() -> Publishers.all().named(said.value()).map(Publishers.Publisher::name))
                .or(() -> kind == Kind.COPYRIGHT || kind == Kind.SOURCE_CREDIT
                        ? Agencies.all().findInCredit(said.value()).stream()
                                .findFirst()
                                .map(Agencies.Found::name)
                        : Optional.empty());
        String name = known.orElse(said.value());
        Scope scope = known.isPresent() && !own(page, name) ? Scope.ARTICLE : Scope.PAGE;
        claims.add(kind, scope, name, Optional.of(name), rule(said), quote(said));
    }

    /** By its own name a site credits itself. */
    private static boolean own(String page, String name) {
        String key = Publishers.key(name);
        String site = WebAddress.site(page);
        return key.equals(Publishers.key(site))
                || key.equals(Publishers.key(site.replaceFirst("\\..*", "")))
                || Publishers.all()
                        .ofHost(WebAddress.plainHost(page))
                        .map(publisher -> Publishers.key(publisher.name()))
                        .equals(Optional.of(key));
    }

    private void picture(FeedSaid said, ClaimList claims) {
        claims.add(
                Kind.PHOTO_CREDIT,
                Scope.IMAGE,
                said.value(),
                Agencies.all().canonical(said.value()),
                rule(said),
                quote(said));
    }

    private void target(FeedSaid said, Kind kind, Scope scope, String page, ClaimList claims) {
        String url = said.value();
        if (WebAddress.isAddress(url) && !WebAddress.samePage(url, page)) {
            Optional<String> agent =
                    Publishers.all().ofHost(WebAddress.plainHost(url)).map(Publishers.Publisher::name);
            claims.add(kind, scope, url, Optional.of(url), agent, rule(said), quote(said));
        }
    }

    /** ISO 8601 of a date as feeds write it (RFC 822 in RSS, RFC 3339 elsewhere). */
    private static Optional<String> date(String text) {
        if (ClaimedDate.parse(text).isPresent()) {
            return Optional.of(text);
        }
        try {
            String zone = text.replaceFirst("\\s(?:UT|UTC|Z)$", " GMT");
            return Optional.of(OffsetDateTime.parse(zone, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toString());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String rule(FeedSaid said) {
        return "claim.feed." + said.name();
    }

    private Quote quote(FeedSaid said) {
        String exact = source.text().substring(said.start(), said.end());
        return new Quote(
                exact,
                0,
                exact.length(),
                new Place(
                        said.start(),
                        said.end(),
                        source.byteOffset(said.start()),
                        source.byteOffset(said.end()),
                        said.selector()));
    }
}
