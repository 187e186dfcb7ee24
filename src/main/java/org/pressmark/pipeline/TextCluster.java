package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.LinkWord;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.provenance.LikenessSource;
import org.pressmark.provenance.TracedText;
import org.pressmark.reuse.Likeness;
import org.pressmark.store.FingerprintTable.Candidate;
import org.pressmark.store.Tx;

/**
 * The stored texts that belong together: those that share passages, and those of which one names the other's page as its
 * source, or of which a person said so, whether their texts agree or not. Both ties hold either way round, so a cluster is the same from each of its
 * texts.
 */
final class TextCluster {
    /** A text must have this share of the shorter one's word 5-grams to belong to the cluster. */
    private static final double BELONGS = 0.25;

    private static final int LARGEST = ProvenanceChain.MOST;

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
    private final Map<String, TracedText> found = new TreeMap<>();
    /** Texts that belong to it and wait for their turn, by id, in the order in which they were found. */
    private final Map<String, Version> next = new LinkedHashMap<>();
    /** Word runs of the texts that were looked at, by id, each worked out once; empty where there is no article. */
    private final Map<String, long[]> runs = new HashMap<>();

    private TextCluster(Tx tx) {
        this.tx = tx;
    }

    /** The cluster of a version. */
    static TextCluster around(Tx tx, Version start) {
        return around(tx, start, LARGEST);
    }

    /**
     * The same, for whoever wants the texts only of a small one.
     *
     * @param small in a larger cluster than this not all texts are read; {@link #members} has all nevertheless
     */
    static TextCluster around(Tx tx, Version start, int small) {
        TextCluster cluster = new TextCluster(tx);
        cluster.next.put(start.firstCapture(), start);
        while (!cluster.next.isEmpty() && cluster.found.size() < LARGEST) {
            if (cluster.found.size() > small && cluster.found.size() + cluster.next.size() >= LARGEST) {
                break; // nobody else will be found
            }
            Version first = cluster.next.values().iterator().next();
            cluster.next.remove(first.firstCapture());
            cluster.take(first);
        }
        return cluster;
    }

    private void take(Version version) {
        Optional<TracedText> text = text(version);
        if (text.isEmpty()) {
            return;
        }
        found.put(version.firstCapture(), text.get());
        // Who waits is taken before anybody found now: with enough of them nobody else will be.
        if (found.size() + next.size() < LARGEST) {
            sharing(version).forEach(this::await);
            named(text.get()).forEach(this::await);
        }
    }

    private void await(Version version) {
        if (!found.containsKey(version.firstCapture())) {
            next.putIfAbsent(version.firstCapture(), version);
        }
    }

    /** No more of them than can still be taken: one wording may stand on any number of pages. */
    private List<Version> sharing(Version version) {
        List<Version> out = new ArrayList<>();
        int room = LARGEST - found.size() - next.size();
        long[] fingerprints = tx.fingerprints().of(version.textDigest());
        for (Candidate candidate : tx.fingerprints().likeliest(fingerprints, 2, LARGEST, COMMONEST, LARGEST)) {
            candidate.versions().stream()
                    .filter(other -> !found.containsKey(other.firstCapture())
                            && !next.containsKey(other.firstCapture())
                            && alike(version, other))
                    .limit(Math.max(0, room - out.size()))
                    .forEach(out::add);
        }
        return out;
    }

    private boolean alike(Version one, Version other) {
        // copies to the letter need not be read to know it
        return one.textDigest().equals(other.textDigest())
                || Likeness.of(runs(one), runs(other)).inShorter().value() >= BELONGS;
    }

    private long[] runs(Version version) {
        return runs.computeIfAbsent(
                version.firstCapture(), id -> tx.articles().runs(id).orElse(new long[0]));
    }

    /** Measures the likeness of two of the texts when it is asked for; the words of those that were compared are hashed already. */
    LikenessSource overlaps() {
        return TraceProvenance.overlaps(found, runs);
    }

    /** First captures of all texts that belong to it. */
    Set<String> members() {
        return Stream.concat(found.keySet().stream(), next.keySet().stream())
                .limit(LARGEST)
                .collect(Collectors.toSet());
    }

    /** The texts by their ids, in order of them. */
    Map<String, TracedText> texts() {
        return found;
    }

    /** Texts of pages that this one names, and texts that name this one's page. */
    private List<Version> named(TracedText text) {
        UrlKey here = UrlKey.of(text.url());
        List<Version> out = new ArrayList<>();
        text.claims().stream()
                .filter(TextCluster::namesSource)
                .flatMap(claim -> claim.targetUrl().stream())
                .map(UrlKey::of)
                .filter(page -> !page.equals(here))
                .distinct()
                .forEach(page -> out.addAll(tx.versions().of(page)));
        for (LinkWord word : tx.linkWords().about(here)) {
            out.addAll(tx.versions().of(UrlKey.of(word.child())));
            word.parentPage().ifPresent(page -> out.addAll(tx.versions().of(page)));
        }
        tx.claims().naming(here, LARGEST).stream()
                .filter(TextCluster::namesSource)
                .flatMap(claim -> tx.versions().ofCapture(claim.capture()).stream())
                .filter(version -> !version.page().equals(here))
                .forEach(out::add);
        tx.claims()
                .feedItemsNaming(here, NAMING)
                .forEach(page -> out.addAll(tx.versions().of(UrlKey.of(page))));
        return out;
    }

    private static boolean namesSource(Claim claim) {
        boolean ofText = claim.scope() == Claim.Scope.ARTICLE || claim.scope() == Claim.Scope.PAGE;
        return ofText && NAMING.contains(claim.kind());
    }

    private Optional<TracedText> text(Version version) {
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
