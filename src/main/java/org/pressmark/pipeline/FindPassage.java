package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Version;
import org.pressmark.model.Witnessed;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.reuse.Fingerprints;
import org.pressmark.reuse.Passages;
import org.pressmark.store.FingerprintTable.Candidate;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;
import org.pressmark.text.WordRuns;

/** Finds all stored texts in which some words stand, the earliest first. */
public final class FindPassage {
    private static final int AT_ONCE = 500;

    /** So many texts at most are looked at by their fingerprints. */
    private static final int MOST = 10_000;

    private final Store store;

    public FindPassage(Pipeline house) {
        this.store = house.store();
    }

    /**
     * All witnesses, by the date of their first capture. Twelve words and more are found by fingerprints, fewer by reading
     * every stored text.
     *
     * @param words as they stand in a text, but for space, marks, quotes and letter case
     */
    public List<Witnessed> find(String words) {
        List<String> wanted = WordRuns.words(words);
        if (wanted.isEmpty()) {
            throw new PipelineException(Trouble.INPUT, "expected words to look for, found none");
        }
        List<Witnessed> out = wanted.size() >= Passages.LEAST ? byFingerprints(words, wanted) : byReading(words);
        out.sort(Comparator.comparing(Witnessed::seen).thenComparing(Witnessed::url));
        return List.copyOf(out);
    }

    private List<Witnessed> byFingerprints(String words, List<String> wanted) {
        return store.read(tx -> {
            List<Witnessed> out = new ArrayList<>();
            for (Candidate candidate : tx.fingerprints().sharing(Fingerprints.of(wanted), 1, MOST, MOST)) {
                candidate
                        .versions()
                        .forEach(version -> witness(tx, version, words).ifPresent(out::add));
            }
            return out;
        });
    }

    private List<Witnessed> byReading(String words) {
        List<Witnessed> out = new ArrayList<>();
        int offset = 0;
        int read;
        do {
            int from = offset;
            read = store.read(tx -> {
                List<Version> some = tx.versions().all(from, AT_ONCE);
                some.forEach(version -> witness(tx, version, words).ifPresent(out::add));
                return some.size();
            });
            offset += read;
        } while (read == AT_ONCE);
        return out;
    }

    private static Optional<Witnessed> witness(Tx tx, Version version, String words) {
        String body = tx.articles().ofVersion(version).map(Article::body).orElse("");
        return Passages.find(words, body)
                .map(place -> new Witnessed(
                        FindCopies.url(tx, version), version, version.firstSeen(), body, place.start(), place.end()));
    }
}
