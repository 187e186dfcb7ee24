package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.SharedPassage;
import org.pressmark.model.TextCopy;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.reuse.Likeness;
import org.pressmark.reuse.Passages;
import org.pressmark.store.FingerprintTable.Candidate;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;

/** Finds every stored text that shares passages with a stored one. */
public final class FindCopies {
    /** So many candidates are looked at, those with the most fingerprints in common. */
    private static final int MOST = 2_000;

    private final Store store;
    private final ReplayCapture replay;

    public FindCopies(Pipeline house) {
        this.store = house.store();
        this.replay = new ReplayCapture(house);
    }

    /**
     * What was found.
     *
     * @param asked the version that was asked about
     * @param copies best first: by words in shared passages, then the earliest seen; other states of the same page too
     */
    public record Found(Capture capture, Version asked, String body, List<TextCopy> copies) {
        public Found {
            copies = List.copyOf(copies);
        }
    }

    /** The copies of a stored page's text, as of the time asked for. */
    public Found copies(Reference.Stored page) {
        Capture capture = replay.choose(page).capture();
        return store.read(tx -> copies(tx, capture));
    }

    private static Found copies(Tx tx, Capture capture) {
        Version asked = tx.versions()
                .ofCapture(capture.recordId())
                .orElseThrow(() -> new PipelineException(
                        Trouble.NOT_FOUND,
                        capture.url() + ": no article was found in this capture, so there is no text to look for"));
        String body = tx.articles().ofVersion(asked).map(Article::body).orElse("");
        long[] runs = Likeness.runs(body);
        List<TextCopy> copies = new ArrayList<>();
        long[] prints = tx.fingerprints().of(asked.textDigest());
        for (Candidate candidate : tx.fingerprints().sharing(prints, 1, MOST, TextTies.COMMONEST)) {
            Map<String, List<SharedPassage>> known = new HashMap<>();
            for (Version version : candidate.versions()) {
                if (version.firstCapture().equals(asked.firstCapture())) {
                    continue;
                }
                String text =
                        tx.articles().ofVersion(version).map(Article::body).orElse("");
                List<SharedPassage> passages = known.computeIfAbsent(text, other -> Passages.shared(body, other));
                if (!passages.isEmpty()) {
                    Likeness likeness = Likeness.of(runs, Likeness.runs(text));
                    copies.add(new TextCopy(
                            url(tx, version), version, text, likeness.ofFirst(), likeness.ofSecond(), passages));
                }
            }
        }
        copies.sort(Comparator.comparingInt((TextCopy copy) -> -copy.words())
                .thenComparing(copy -> copy.version().firstSeen())
                .thenComparing(TextCopy::url));
        return new Found(capture, asked, body, copies);
    }

    static String url(Tx tx, Version version) {
        return tx.captures()
                .find(version.firstCapture())
                .map(Capture::url)
                .orElse(version.page().surt());
    }
}
