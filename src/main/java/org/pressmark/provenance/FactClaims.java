package org.pressmark.provenance;

import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;
import org.pressmark.model.Field;
import org.pressmark.text.Agencies;

/** What the machine-readable parts of a page say: canonical address, syndication tags, JSON-LD; and the claimed dates. */
final class FactClaims {
    private FactClaims() {}

    static void read(Article article, ClaimList claims) {
        for (Field fact : article.facts()) {
            fact(article, fact, claims);
        }
        article.published()
                .ifPresent(date -> claims.add(
                        Kind.DATE_PUBLISHED,
                        Scope.ARTICLE,
                        date.value(),
                        Optional.empty(),
                        "claim.date." + date.rule(),
                        Quote.of(date)));
        article.modified()
                .ifPresent(date -> claims.add(
                        Kind.DATE_MODIFIED,
                        Scope.ARTICLE,
                        date.value(),
                        Optional.empty(),
                        "claim.date." + date.rule(),
                        Quote.of(date)));
    }

    private static void fact(Article article, Field fact, ClaimList claims) {
        String rule = fact.rule().toLowerCase(Locale.ROOT);
        String part = rule.substring(rule.indexOf('.') + 1);
        boolean ld = rule.startsWith("json-ld.") || rule.startsWith("microdata.");
        switch (part) {
            case "canonical" -> address(fact, Kind.REL_CANONICAL, Scope.PAGE, claims);
            case "og:url" -> address(fact, Kind.OG_URL, Scope.PAGE, claims);
            case "syndication-source" -> address(fact, Kind.SYNDICATION_SOURCE, Scope.ARTICLE, claims);
            case "original-source", "dc.source", "dcterms.source", "source" -> {
                if (WebAddress.isAddress(fact.value())) {
                    address(fact, Kind.ORIGINAL_SOURCE, Scope.ARTICLE, claims);
                } else {
                    agent(article, fact, Kind.SOURCE_CREDIT, claims);
                }
            }
            case "isbasedon", "isbasedonurl" -> address(fact, Kind.JSONLD_BASED_ON, Scope.ARTICLE, claims);
            case "publisher", "sourceorganization", "provider" -> agent(article, fact, Kind.JSONLD_PUBLISHER, claims);
            case "author", "creator" -> {
                if (ld) {
                    agent(article, fact, Kind.JSONLD_AUTHOR, claims);
                } else {
                    metaAuthor(fact, claims);
                }
            }
            case "copyright", "copyrightnotice", "copyrightholder", "dc.rights", "dcterms.rightsholder" ->
                agent(article, fact, Kind.COPYRIGHT, claims);
            case "license" ->
                claims.add(
                        Kind.LICENCE,
                        Scope.PAGE,
                        fact.value(),
                        Optional.empty(),
                        "claim." + fact.rule(),
                        Quote.of(fact));
            case "image.credittext" ->
                claims.add(
                        Kind.PHOTO_CREDIT,
                        Scope.IMAGE,
                        fact.value(),
                        Agencies.all().canonical(fact.value()),
                        "claim." + fact.rule(),
                        Quote.of(fact));
            default -> {} // says nothing of an origin
        }
    }

    private static void address(Field fact, Kind kind, Scope scope, ClaimList claims) {
        if (WebAddress.isAddress(fact.value())) {
            Optional<String> agent =
                    Publishers.all().ofHost(WebAddress.plainHost(fact.value())).map(Publishers.Publisher::name);
            claims.add(
                    kind,
                    scope,
                    fact.value(),
                    Optional.of(fact.value()),
                    agent,
                    "claim." + fact.rule(),
                    Quote.of(fact));
        }
    }

    /** Names of agencies and publishers become canonical; of another name only the words are kept. */
    private static void agent(Article article, Field fact, Kind kind, ClaimList claims) {
        Optional<String> known = Agencies.all()
                .canonical(fact.value())
                .or(() -> Publishers.all().named(fact.value()).map(Publishers.Publisher::name))
                .or(() -> kind == Kind.COPYRIGHT || kind == Kind.JSONLD_AUTHOR
                        ? Agencies.all().findInCredit(fact.value()).stream()
                                .findFirst()
                                .map(Agencies.Found::name)
                        : Optional.empty());
        boolean own = Named.isOwnSite(article, known.orElse(fact.value()));
        Scope scope = known.isPresent() && !own ? Scope.ARTICLE : Scope.PAGE;
        boolean person = kind == Kind.JSONLD_AUTHOR && known.isEmpty();
        claims.add(
                kind,
                person ? Scope.ARTICLE : scope,
                known.orElse(fact.value()),
                known.or(() -> Optional.of(fact.value())),
                "claim." + fact.rule(),
                Quote.of(fact));
    }

    /** {@code <meta name="author" content="AFP">}: a byline that only machines see. */
    private static void metaAuthor(Field fact, ClaimList claims) {
        for (Agencies.Found found : Agencies.all().findInCredit(fact.value())) {
            claims.add(
                    Kind.BYLINE,
                    Scope.PAGE,
                    found.name(),
                    Optional.of(found.name()),
                    "claim." + fact.rule(),
                    Quote.of(fact));
        }
    }
}
