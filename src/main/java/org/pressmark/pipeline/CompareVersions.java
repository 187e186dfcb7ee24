package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pressmark.model.Capture;
import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.report.HistoryPart;

/** Steps through the captures of one address and says what changed from each text to the next. */
public final class CompareVersions {
    /** More steps than anybody reads; they are compared one by one. */
    private static final int MOST = 500;

    /** A history of more captures than these is told by those that brought its texts. */
    private static final int MOST_CAPTURES = 500;

    private final Pipeline house;
    private final KeptComparisons kept;

    public CompareVersions(Pipeline house) {
        this(house, new KeptComparisons(house));
    }

    public CompareVersions(Pipeline house, KeptComparisons kept) {
        this.house = house;
        this.kept = kept;
    }

    /**
     * Some of a page's texts, each set against the one before.
     *
     * @param until number of the last text that is wanted; else the last of all
     * @param most texts that are wanted
     * @return empty where nothing is stored under the address, or no article
     */
    public Optional<HistoryPart> part(String url, OptionalInt until, int most) throws IOException {
        UrlKey key = UrlKey.of(url);
        List<Version> all = house.store().read(tx -> tx.versions().of(key));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int to = Math.max(1, Math.min(all.size(), until.orElse(all.size())));
        int from = Math.max(1, to - most + 1);
        List<Version> wanted = all.subList(from - 1, to);
        int count = house.store().read(tx -> tx.captures().count(key));
        boolean whole = wanted.size() == all.size() && count <= MOST_CAPTURES;
        List<Capture> captures = new ArrayList<>();
        for (Version version : wanted) {
            captures.add(capture(Map.of(), version));
        }
        List<Step> steps = steps(all.subList(Math.max(0, from - 2), to), captures);
        return Optional.of(new HistoryPart(
                new PageHistory(
                        captures.get(captures.size() - 1).url(),
                        whole ? house.store().read(tx -> tx.captures().of(key, 0, count)) : captures,
                        whole
                                ? house.store().read(tx -> tx.versions().numbers(key, 0, count))
                                : wanted.stream().map(Version::number).toList(),
                        wanted,
                        steps),
                all,
                count));
    }

    /**
     * The page's history. Captures with one text are compared once.
     *
     * @throws PipelineException NOT_FOUND where nothing is stored under the address, or no article
     */
    public PageHistory of(String url) throws IOException {
        PageHistory history = timeline(url);
        if (history.versions().isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND,
                    url + ": no article was found in any of its captures, so there are no texts to compare");
        }
        return history;
    }

    /**
     * The same, without texts where no capture holds an article.
     *
     * @throws PipelineException NOT_FOUND where nothing is stored under the address
     */
    public PageHistory timeline(String url) throws IOException {
        Optional<Holdings.PageInFull> found =
                new Holdings(house).page(url).filter(page -> !page.captures().isEmpty());
        if (found.isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND,
                    url + ": not in the archive " + house.folder()
                            + "; 'pressmark list' shows what is, 'pressmark capture " + url + "' stores it");
        }
        Holdings.PageInFull page = found.get();
        if (page.versions().size() > MOST) {
            throw new PipelineException(
                    Trouble.INPUT,
                    url + ": has " + page.versions().size() + " versions, more than " + MOST
                            + "; compare two of them by time: pressmark compare URL@DATE URL@DATE");
        }
        return new PageHistory(
                page.captures().get(page.captures().size() - 1).url(),
                page.captures(),
                page.versionOf(),
                page.versions(),
                steps(page.versions(), page.captures()));
    }

    private List<Step> steps(List<Version> versions, List<Capture> known) throws IOException {
        Map<String, Capture> captures = new HashMap<>();
        known.forEach(capture -> captures.put(capture.recordId(), capture));
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            Version from = versions.get(i - 1);
            Version to = versions.get(i);
            steps.add(new Step(from, to, kept.of(from, to, capture(captures, from), capture(captures, to))));
        }
        return steps;
    }

    private Capture capture(Map<String, Capture> captures, Version version) {
        return Optional.ofNullable(captures.get(version.firstCapture()))
                .or(() -> new Holdings(house).find(version.firstCapture()))
                .orElseThrow(() -> new PipelineException(
                        Trouble.STORAGE,
                        version.firstCapture() + ": a version names this capture, and the index has none such;"
                                + " 'pressmark rebuild' makes the index anew"));
    }
}
