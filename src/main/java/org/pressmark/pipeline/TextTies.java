package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Digest;
import org.pressmark.model.LinkWord;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.provenance.LikenessSource;
import org.pressmark.provenance.TracedText;
import org.pressmark.reuse.Likeness;
import org.pressmark.store.FingerprintTable.Near;
import org.pressmark.store.Tx;

/**
 * What ties stored texts together: that they share passages, that one names the other's page as its source, or that a person
 * said so, whether their texts agree or not. All ties hold either way round.
 */
final class TextTies {
    /** A text must have this share of the shorter one's word 5-grams to belong to another. */
    private static final double BELONGS = 0.25;

    static final int LARGEST = ProvenanceChain.MOST;

    /** Fingerprints that stand in more texts than this are boilerplate. */
    static final int COMMONEST = 500;

    /** Claims that name the page a text was taken from. */
    private static final Set<Kind> NAMING = Set.of(
            Kind.ORIGINAL_URL,
            Kind.FIRST_APPEARED,
            Kind.JSONLD_BASED_ON,
            Kind.SYNDICATION_SOURCE,
            Kind.ORIGINAL_SOURCE,
            Kind.REL_CANONICAL,
            Kind.OG_URL);

    private final Tx tx;

    /** Word runs of the texts that were looked at, by id, each worked out once; empty where there is no article. */
    private final Map<String, long[]> runs = new HashMap<>();

    private final Map<Digest, List<Near>> near = new HashMap<>();

    TextTies(Tx tx) {
        this.tx = tx;
    }

    /** Texts that may share passages with one, those that share most first; it is among them. */
    List<Near> near(Version version) {
        return near.computeIfAbsent(
                version.textDigest(),
                text -> tx.fingerprints().likeliest(tx.fingerprints().of(text), 2, LARGEST, COMMONEST));
    }

    boolean alike(Version one, Version other) {
        // copies to the letter need not be read to know it
        return one.textDigest().equals(other.textDigest())
                || Likeness.of(runs(one), runs(other)).inShorter().value() >= BELONGS;
    }

    private long[] runs(Version version) {
        return runs.computeIfAbsent(
                version.firstCapture(), id -> tx.articles().runs(id).orElse(new long[0]));
    }

    /** Measures the likeness of two of some texts when it is asked for; the words of those that were compared are hashed already. */
    LikenessSource overlaps(Map<String, TracedText> texts) {
        return TraceProvenance.overlaps(texts, runs);
    }

    /** Texts of pages that this one names, and texts that name this one's page. */
    List<Version> named(TracedText text) {
        UrlKey here = UrlKey.of(text.url());
        List<Version> out = new ArrayList<>();
        text.claims().stream()
                .filter(TextTies::namesSource)
                .flatMap(claim -> claim.targetUrl().stream())
                .map(UrlKey::of)
                .filter(page -> !page.equals(here))
                .distinct()
                .forEach(page -> out.addAll(pages(page)));
        for (LinkWord word : tx.linkWords().about(here)) {
            out.addAll(pages(UrlKey.of(word.child())));
            word.parentPage().ifPresent(page -> out.addAll(pages(page)));
        }
        tx.claims().naming(here, LARGEST).stream()
                .filter(TextTies::namesSource)
                .flatMap(claim -> tx.versions().ofCapture(claim.capture()).stream())
                .filter(version -> !version.page().equals(here))
                .forEach(out::add);
        tx.claims().feedItemsNaming(here, NAMING).forEach(page -> out.addAll(pages(UrlKey.of(page))));
        return out;
    }

    private List<Version> pages(UrlKey page) {
        return tx.versions().of(page, 0, LARGEST);
    }

    private static boolean namesSource(Claim claim) {
        boolean ofText = claim.scope() == Claim.Scope.ARTICLE || claim.scope() == Claim.Scope.PAGE;
        return ofText && NAMING.contains(claim.kind());
    }

    Optional<TracedText> text(Version version) {
        Optional<Article> article = tx.articles().ofVersion(version);
        Optional<Capture> capture = tx.captures().find(version.firstCapture());
        if (article.isEmpty() || capture.isEmpty()) {
            return Optional.empty();
        }
        String url = capture.get().url();
        return Optional.of(new TracedText(
                version.firstCapture(),
                url,
                WebAddress.parse(url).map(WebAddress::host).orElse(url),
                version.firstSeen(),
                article.get(),
                Stream.concat(tx.claims().ofVersion(version).stream(), tx.claims().ofFeeds(version.page()).stream())
                        .toList()));
    }
}
