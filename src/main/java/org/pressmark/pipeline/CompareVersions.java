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
    /** As many texts as anybody reads at once; they are compared one by one. */
    public static final int MOST = 500;

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
        Stretch stretch = Stretch.of(all.size(), until, most);
        List<Version> wanted = stretch.of(all);
        int count = house.store().read(tx -> tx.captures().count(key));
        boolean whole = wanted.size() == all.size() && count <= MOST_CAPTURES;
        List<Capture> captures = new ArrayList<>();
        for (Version version : wanted) {
            captures.add(capture(Map.of(), version));
        }
        List<Step> steps = steps(stretch.withTheOneBefore(all), captures);
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
     * Some of a page's texts with all captures of them.
     *
     * @param until number of the last text that is wanted; else the last of all
     * @param most texts that are wanted
     * @throws PipelineException NOT_FOUND where nothing is stored under the address, or no article
     */
    public HistoryPart of(String url, OptionalInt until, int most) throws IOException {
        HistoryPart part = timeline(url, until, most);
        if (part.all().isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND,
                    url + ": no article was found in any of its captures, so there are no texts to compare");
        }
        return part;
    }

    /**
     * The same, without texts where no capture holds an article.
     *
     * @throws PipelineException NOT_FOUND where nothing is stored under the address
     */
    public HistoryPart timeline(String url, OptionalInt until, int most) throws IOException {
        Holdings.PageInFull page = new Holdings(house)
                .page(url)
                .filter(found -> !found.captures().isEmpty())
                .orElseThrow(() -> new PipelineException(
                        Trouble.NOT_FOUND,
                        url + ": not in the archive " + house.folder()
                                + "; 'pressmark list' shows what is, 'pressmark capture " + url + "' stores it"));
        List<Version> all = page.versions();
        Stretch stretch = Stretch.of(all.size(), until, most);
        return new HistoryPart(
                new PageHistory(
                        page.captures().get(page.captures().size() - 1).url(),
                        stretch.of(page.captures(), page.versionOf(), all.size()),
                        stretch.of(page.versionOf(), page.versionOf(), all.size()),
                        stretch.of(all),
                        steps(stretch.withTheOneBefore(all), page.captures())),
                all,
                page.captures().size());
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
