package org.pressmark.provenance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Article;
import org.pressmark.model.Claim;
import org.pressmark.model.UrlKey;
import org.pressmark.text.Agencies;
import org.pressmark.text.WordRuns;

/** A traced text with what the rules ask of it, worked out once, and only where one asks. */
final class Copy {
    private static final int MOST_WORDS = 30_000;

    private final TracedText text;
    private final Optional<ClaimedDate> date;
    private final Once<List<String>> words = new Once<>(this::readWords);
    private final Once<List<String>> letters =
            new Once<>(() -> words().stream().map(T2Leftovers::letters).toList());
    private final Once<long[]> threesInOrder = new Once<>(() -> WordRuns.hashes(words(), 3));
    private final Once<long[]> threes = new Once<>(() -> WordRuns.distinct(threesInOrder()));
    private final Once<long[]> fives = new Once<>(() -> WordRuns.set(words(), 5));
    private final Once<Set<String>> siteNames = new Once<>(this::readSiteNames);
    private final Once<Set<String>> brackets = new Once<>(this::readBrackets);
    private final Once<Map<Long, String>> contexts = new Once<>(this::readContexts);

    Copy(TracedText text) {
        this.text = text;
        this.date = effectiveDate(text);
    }

    String id() {
        return text.id();
    }

    String url() {
        return text.url();
    }

    String label() {
        return text.label().isEmpty() ? text.id() : text.label();
    }

    TracedText text() {
        return text;
    }

    List<Claim> claims() {
        return text.claims();
    }

    Optional<UrlKey> page() {
        return url().isEmpty() ? Optional.empty() : Optional.of(UrlKey.of(url()));
    }

    boolean samePage(Copy other) {
        return page().isPresent() && page().equals(other.page());
    }

    /** The claimed date; where the address carries a later day, that one, since a date is often copied with the text. */
    Optional<ClaimedDate> date() {
        return date;
    }

    List<String> words() {
        return words.get();
    }

    /** The words, each without what is neither letter nor digit. */
    List<String> letters() {
        return letters.get();
    }

    long[] threesInOrder() {
        return threesInOrder.get();
    }

    long[] threes() {
        return threes.get();
    }

    long[] fives() {
        return fives.get();
    }

    /** Keys of all names by which this text's site goes. */
    Set<String> siteNames() {
        return siteNames.get();
    }

    /** What stands in square brackets in the body. */
    Set<String> brackets() {
        return brackets.get();
    }

    /** The word that stands between two words, empty text where several do; keyed by a hash of the two. */
    Map<Long, String> contexts() {
        return contexts.get();
    }

    /** The agency on whose own site the text stands. */
    Optional<String> agencySite() {
        String host = WebAddress.plainHost(url());
        Optional<String> owner = Agencies.all().ofHost(host);
        if (owner.isPresent() || host.isEmpty()) {
            return owner;
        }
        String site = WebAddress.site(url());
        int dot = site.indexOf('.');
        String[] parts = (dot < 0 ? site : site.substring(0, dot)).split("-", -1);
        Set<String> rest = Set.of("wire", "news", "agency", "newswire");
        if (parts.length == 2) {
            for (int i = 0; i < 2; i++) {
                Optional<String> name = Agencies.all().canonical(parts[i]);
                if (name.isPresent() && rest.contains(parts[1 - i])) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ClaimedDate> effectiveDate(TracedText text) {
        Optional<ClaimedDate> published =
                text.article().published().map(field -> field.value()).flatMap(ClaimedDate::parse);
        Optional<ClaimedDate> path = WebAddress.dateInPath(text.url()).flatMap(ClaimedDate::parse);
        if (published.isPresent() && path.isPresent()) {
            return published.get().before(path.get()) ? path : published;
        }
        return published.or(() -> path);
    }

    private List<String> readWords() {
        List<String> all = WordRuns.words(text.article().body());
        return List.copyOf(all.subList(0, Math.min(MOST_WORDS, all.size())));
    }

    private Set<String> readBrackets() {
        return T2Leftovers.bracketsIn(text.article().body());
    }

    private Map<Long, String> readContexts() {
        List<String> all = words();
        Map<Long, String> out = new LinkedHashMap<>();
        for (int i = 1; i + 1 < all.size(); i++) {
            long key = WordRuns.hash(List.of(all.get(i - 1), all.get(i + 1)));
            out.merge(key, all.get(i), (a, b) -> a.equals(b) ? a : "");
        }
        return out;
    }

    private Set<String> readSiteNames() {
        Set<String> out = new LinkedHashSet<>();
        Article article = text.article();
        String site = WebAddress.site(text.url());
        int dot = site.indexOf('.');
        out.add(Publishers.key(text.label()));
        out.add(Publishers.key(site));
        out.add(Publishers.key(dot < 0 ? site : site.substring(0, dot)));
        article.site().ifPresent(field -> out.add(Publishers.key(field.value())));
        Publishers.all().ofHost(WebAddress.plainHost(text.url())).ifPresent(p -> out.add(Publishers.key(p.name())));
        out.remove("");
        return out;
    }
}
