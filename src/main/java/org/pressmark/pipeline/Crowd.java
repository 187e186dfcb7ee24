package org.pressmark.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.pressmark.model.Version;
import org.pressmark.provenance.TracedText;
import org.pressmark.store.FingerprintTable.Near;
import org.pressmark.store.Tx;

/**
 * Texts that so many belong to that no conclusions are kept of them: they are concluded when somebody asks. Each text enters
 * a crowd once and is searched around once, so that the ten-thousandth copy, or edit, costs what the hundredth did.
 */
final class Crowd {
    private final Tx tx;
    private final TextTies ties;
    private final int small;
    private final Deque<Version> entered = new ArrayDeque<>();

    private Crowd(Tx tx, TextTies ties, int small) {
        this.tx = tx;
        this.ties = ties;
        this.small = small;
    }

    /**
     * Notes that the texts of a cluster, and all that are tied to them, are a crowd, and forgets what was concluded of them.
     *
     * @param start the text around which the cluster was found
     * @param small as many texts a cluster has at most that is none
     */
    static void enter(Tx tx, Version start, TextCluster cluster, int small) {
        Crowd crowd = new Crowd(tx, cluster.ties(), small);
        if (tx.articles().crowd(start.textDigest())) {
            // its text was searched around by the first that had it; only the page that it stands on is another
            crowd.forget(start);
            crowd.takeNamed(start);
        }
        cluster.versions().values().forEach(crowd::take);
        while (!crowd.entered.isEmpty()) {
            crowd.spread(crowd.entered.pop());
        }
    }

    private void take(Version version) {
        if (tx.articles().joinCrowd(version.textDigest())) {
            // no more than these had conclusions
            tx.versions().withText(version.textDigest(), small + 1).forEach(this::forget);
            entered.add(version);
        }
        forget(version);
    }

    private void forget(Version version) {
        tx.chains().remove(version.firstCapture());
    }

    private void spread(Version version) {
        for (Near near : ties.near(version)) {
            if (!near.crowd()) {
                tx.versions().withText(near.text(), 1).stream()
                        .filter(other -> ties.alike(version, other))
                        .forEach(this::take);
            }
        }
        tx.versions().withText(version.textDigest(), small + 1).forEach(this::takeNamed);
    }

    private void takeNamed(Version version) {
        Optional<TracedText> text = ties.text(version);
        text.ifPresent(said -> ties.named(said).forEach(this::take));
    }
}
