package org.pressmark.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pressmark.model.Capture;
import org.pressmark.model.LinkWord;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.provenance.ChainTracer;
import org.pressmark.provenance.LikenessSource;
import org.pressmark.provenance.Overlap;
import org.pressmark.provenance.TracedText;
import org.pressmark.reuse.Likeness;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;
import org.pressmark.store.VersionChange;

/**
 * Concludes where a text comes from and who else has it. Chains are renewed for every text of a cluster when one joins it,
 * so what is stored depends on the captures alone, not on their order.
 */
public final class TraceProvenance {
    /** Chains of clusters up to this size are kept for every member; larger ones are concluded when asked for. */
    private static final int KEPT = 24;

    private final Store store;
    private final ReplayCapture replay;

    public TraceProvenance(Pipeline house) {
        this.store = house.store();
        this.replay = new ReplayCapture(house);
    }

    /** The chain of a stored page's text, as of the time asked for. */
    public ProvenanceChain trace(Reference.Stored page) {
        return trace(replay.choose(page).capture());
    }

    /** The chain of a capture's text. */
    public ProvenanceChain trace(Capture capture) {
        return grounds(capture).conclude();
    }

    /**
     * All that the conclusion on a text is drawn from, and nothing else: equal grounds give equal chains.
     *
     * @param focus the text by its first capture
     */
    record Grounds(String focus, List<TracedText> texts, List<LinkWord> words) {
        Grounds {
            texts = List.copyOf(texts);
            words = List.copyOf(words);
        }

        ProvenanceChain conclude() {
            return ChainTracer.trace(focus, texts, overlaps(texts), words);
        }
    }

    /** What there is to conclude from of a capture's text. */
    Grounds grounds(Capture capture) {
        Version version = store.read(tx -> tx.versions().ofCapture(capture.recordId()))
                .orElseThrow(() -> new PipelineException(
                        Trouble.NOT_FOUND,
                        capture.url() + ": no article was found in this capture, so there is no text to trace"));
        return store.read(tx -> {
            List<TracedText> texts =
                    List.copyOf(TextCluster.around(tx, version).texts().values());
            return new Grounds(version.firstCapture(), texts, words(tx, texts));
        });
    }

    /**
     * Brings the kept chains up to a change in a page's versions, in the unit of work that made the change: a crash leaves
     * both or neither.
     *
     * @return texts of which something else is concluded now, by their first captures
     */
    static Set<String> follow(Tx tx, VersionChange change) {
        return followText(tx, change, Set.of());
    }

    /**
     * The same after a page's text itself was read anew: all that belonged to its cluster or belongs to it now is renewed.
     *
     * @param around first captures of the texts that belonged together before
     */
    static Set<String> followText(Tx tx, VersionChange change, Set<String> around) {
        change.gone().forEach(tx.chains()::remove);
        Set<String> todo = new HashSet<>(around);
        todo.addAll(change.begun());
        todo.removeAll(change.gone());
        return renew(tx, todo);
    }

    /** First captures of the texts that belong to a capture's, where conclusions are kept of them. */
    static Set<String> around(Tx tx, Capture capture) {
        return tx.versions()
                .ofCapture(capture.recordId())
                .map(version -> TextCluster.around(tx, version, KEPT))
                .filter(cluster -> !cluster.crowd())
                .map(TextCluster::members)
                .orElse(Set.of());
    }

    /** Concludes anew what is kept of these texts and of all that belong to them; gives those of which something else is. */
    private static Set<String> renew(Tx tx, Set<String> some) {
        if (!some.isEmpty()) {
            tx.needTurn();
        }
        TreeSet<String> todo = new TreeSet<>(some);
        Set<String> changed = new TreeSet<>();
        while (!todo.isEmpty()) {
            todo.removeAll(renew(tx, Objects.requireNonNull(todo.pollFirst()), changed));
        }
        return changed;
    }

    /**
     * Concludes anew what is kept of a text and of all that belong to its cluster; gives these.
     *
     * @param changed takes those of which something else is concluded than before
     */
    private static Set<String> renew(Tx tx, String firstCapture, Set<String> changed) {
        Optional<Version> version = tx.versions().ofCapture(firstCapture);
        if (version.isEmpty()) {
            return Set.of();
        }
        TextCluster cluster = TextCluster.around(tx, version.get(), KEPT);
        if (cluster.crowd()) {
            Crowd.enter(tx, version.get(), cluster, KEPT);
            return cluster.members();
        }
        List<TracedText> texts = List.copyOf(cluster.texts().values());
        for (ProvenanceChain chain : ChainTracer.traceEach(texts, cluster.overlaps(), words(tx, texts))) {
            Optional<ProvenanceChain> before = tx.chains().of(chain.focus());
            if (before.equals(Optional.of(chain))) {
                continue; // most of a cluster's chains stay as they are when a text joins it
            }
            if (!before.map(ProvenanceChain::origins).orElse(List.of()).equals(chain.origins())) {
                changed.add(chain.focus());
            }
            tx.chains().replace(chain);
        }
        return cluster.members();
    }

    /** What people said of the links of these texts' pages, each word once, the last last. */
    private static List<LinkWord> words(Tx tx, List<TracedText> texts) {
        Set<LinkWord> words = new HashSet<>();
        texts.stream()
                .filter(text -> !text.url().isEmpty())
                .map(text -> UrlKey.of(text.url()))
                .distinct()
                .forEach(page -> words.addAll(tx.linkWords().about(page)));
        return words.stream()
                .sorted(Comparator.comparing(LinkWord::at).thenComparing(LinkWord::recordId))
                .toList();
    }

    /** Concludes anew what a person's word bears upon; gives the texts of which something else is concluded now. */
    static Set<String> said(Tx tx, LinkWord word) {
        Set<UrlKey> pages = new HashSet<>(Set.of(UrlKey.of(word.child())));
        word.parentPage().ifPresent(pages::add);
        return aboutPages(tx, pages);
    }

    /** Concludes anew what a feed's claims bear upon: the texts of the pages that it speaks of. */
    static Set<String> claimed(Tx tx, Collection<String> pages) {
        return aboutPages(tx, pages.stream().map(UrlKey::of).collect(Collectors.toSet()));
    }

    private static Set<String> aboutPages(Tx tx, Collection<UrlKey> pages) {
        Set<String> todo = new HashSet<>();
        pages.forEach(page -> todo.addAll(tx.versions().concluded(page)));
        return renew(tx, todo);
    }

    /** Measures the likeness of two of these texts when it is asked for, each text's words hashed once. */
    static LikenessSource overlaps(Collection<TracedText> texts) {
        Map<String, TracedText> byId = new HashMap<>();
        texts.forEach(text -> byId.put(text.id(), text));
        return overlaps(byId, new HashMap<>());
    }

    /**
     * The same.
     *
     * @param runs word runs by the texts' ids, as far as they are known; takes those that are worked out
     */
    static LikenessSource overlaps(Map<String, TracedText> byId, Map<String, long[]> runs) {
        return (first, second) -> {
            TracedText a = byId.get(first);
            TracedText b = byId.get(second);
            if (a == null || b == null) {
                return Optional.empty();
            }
            Likeness likeness = Likeness.of(
                    runs.computeIfAbsent(first, id -> Likeness.runs(a.article().body())),
                    runs.computeIfAbsent(second, id -> Likeness.runs(b.article().body())));
            return Optional.of(new Overlap(likeness.ofFirst(), likeness.ofSecond(), likeness.inShorter()));
        };
    }
}
