package org.pressmark.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.model.Version;
import org.pressmark.provenance.LikenessSource;
import org.pressmark.provenance.TracedText;
import org.pressmark.store.FingerprintTable.Near;
import org.pressmark.store.Tx;

/** The stored texts that belong together, from tie to tie ({@link TextTies}): the same from each of its texts. */
final class TextCluster {
    private static final int LARGEST = TextTies.LARGEST;

    private final Tx tx;
    private final TextTies ties;
    private final int small;
    private final Map<String, TracedText> found = new TreeMap<>();
    /** Texts that belong to it and wait for their turn, by id, in the order in which they were found. */
    private final Map<String, Version> next = new LinkedHashMap<>();
    /** All that were found, by id. */
    private final Map<String, Version> versions = new LinkedHashMap<>();

    private boolean crowd;

    private TextCluster(Tx tx, int small) {
        this.tx = tx;
        this.ties = new TextTies(tx);
        this.small = small;
    }

    /** The cluster of a version. */
    static TextCluster around(Tx tx, Version start) {
        return around(tx, start, LARGEST);
    }

    /**
     * The same, for whoever wants the texts only of a small one.
     *
     * @param small of a larger cluster only some texts are found, and it is a {@link #crowd}
     */
    static TextCluster around(Tx tx, Version start, int small) {
        TextCluster cluster = new TextCluster(tx, small);
        cluster.await(start, cluster.few() && tx.articles().crowd(start.textDigest()));
        while (!cluster.next.isEmpty() && cluster.found.size() < LARGEST && !cluster.crowd) {
            Version first = cluster.next.values().iterator().next();
            cluster.next.remove(first.firstCapture());
            cluster.take(first);
        }
        return cluster;
    }

    private boolean few() {
        return small < LARGEST;
    }

    private void take(Version version) {
        Optional<TracedText> text = ties.text(version);
        if (text.isEmpty()) {
            return;
        }
        found.put(version.firstCapture(), text.get());
        // Who waits is taken before anybody found now: with enough of them nobody else will be.
        if (found.size() + next.size() < LARGEST) {
            sharing(version);
            for (Version named : crowd ? List.<Version>of() : ties.named(text.get())) {
                await(named, few() && tx.articles().crowd(named.textDigest()));
            }
        }
    }

    /** No more of them than can still be taken: one wording may stand on any number of pages. */
    private void sharing(Version version) {
        int room = LARGEST - found.size() - next.size();
        for (Near near : ties.near(version)) {
            if (crowd || room == 0) {
                return;
            }
            int most = few() ? near.crowd() ? 1 : small + 1 : LARGEST;
            for (Version other : tx.versions().withText(near.text(), most)) {
                boolean fresh = !found.containsKey(other.firstCapture()) && !next.containsKey(other.firstCapture());
                if (fresh && room > 0 && ties.alike(version, other)) {
                    await(other, few() && near.crowd());
                    room--;
                }
            }
        }
    }

    private void await(Version version, boolean ofCrowd) {
        if (!found.containsKey(version.firstCapture())) {
            next.putIfAbsent(version.firstCapture(), version);
            versions.putIfAbsent(version.firstCapture(), version);
        }
        crowd |= ofCrowd || few() && found.size() + next.size() > small;
    }

    /** True where the cluster is larger than was wanted. */
    boolean crowd() {
        return crowd;
    }

    /** Those that were found, by id; all, where it is no crowd. */
    Map<String, Version> versions() {
        return versions;
    }

    /** What ties them, as far as it was looked for. */
    TextTies ties() {
        return ties;
    }

    /** Measures the likeness of two of the texts when it is asked for. */
    LikenessSource overlaps() {
        return ties.overlaps(found);
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
}
