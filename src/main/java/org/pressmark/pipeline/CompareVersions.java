package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Steps through the captures of one address and says what changed from each text to the next. */
public final class CompareVersions {
    /** More steps than anybody reads; they are compared one by one. */
    private static final int MOST = 500;

    private final Pipeline house;

    public CompareVersions(Pipeline house) {
        this.house = house;
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
                steps(page));
    }

    private List<Step> steps(Holdings.PageInFull page) throws IOException {
        Map<String, Capture> captures = new HashMap<>();
        page.captures().forEach(capture -> captures.put(capture.recordId(), capture));
        CompareArticles compare = new CompareArticles(house);
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < page.versions().size(); i++) {
            Version from = page.versions().get(i - 1);
            Version to = page.versions().get(i);
            Comparison comparison = compare.compare(capture(captures, from), capture(captures, to));
            steps.add(new Step(from, to, comparison));
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
