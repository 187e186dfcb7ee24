package org.pressmark.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.CrawlState;
import org.pressmark.model.Explanation;
import org.pressmark.model.PageHistory;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.CompareVersions;
import org.pressmark.pipeline.DescribeChain;
import org.pressmark.pipeline.ExtractArticle;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.pipeline.ServeReplay;
import org.pressmark.pipeline.SurveyCrawl;
import org.pressmark.pipeline.TraceProvenance;
import org.pressmark.report.PageLine;

/** The hall of an archive that is open. */
public final class ArchiveHall implements Hall {
    private final Pipeline house;
    private final SurveyCrawl survey;

    public ArchiveHall(Pipeline house) {
        this.house = house;
        this.survey = new SurveyCrawl(house);
    }

    @Override
    public CrawlState crawls() {
        return survey.now();
    }

    @Override
    public Size size() {
        Holdings.Size size = new Holdings(house).size();
        return new Size(size.pages(), size.captures(), size.files(), size.bytes());
    }

    @Override
    public List<PageLine> pages(int offset, int limit) {
        return new Holdings(house).pages(offset, limit);
    }

    @Override
    public Optional<StoredPage> page(String url) {
        return new Holdings(house)
                .page(url)
                .map(page -> new StoredPage(page.captures(), page.versions(), page.versionOf()));
    }

    @Override
    public List<Capture> captures(String url) {
        return new Holdings(house).captures(url);
    }

    @Override
    public Optional<Capture> capture(String recordId) {
        return new Holdings(house).find(recordId);
    }

    @Override
    public Optional<Capture> choose(String url, Optional<Instant> asked) {
        return new ReplayCapture(house).choose(url, asked);
    }

    @Override
    public Replayed replay(Capture capture, String modifier, String origin) throws IOException {
        return sent(new ServeReplay(house).replay(capture, modifier, origin));
    }

    @Override
    public Explanation explain(Capture capture) throws IOException {
        return new ExtractArticle(house).explainStored(capture);
    }

    @Override
    public Replayed marked(Capture capture, String origin) throws IOException {
        return sent(new ServeReplay(house).marked(capture, origin));
    }

    private static Replayed sent(ServeReplay.Replayed replayed) {
        return new Replayed(
                replayed.status(),
                replayed.headers(),
                replayed.body().length,
                new ByteArrayInputStream(replayed.body()));
    }

    @Override
    public Comparison compare(Capture base, Capture other) throws IOException {
        return new CompareArticles(house, true).compare(base, other);
    }

    @Override
    public Apparatus collate(List<Capture> captures) throws IOException {
        return new CompareArticles(house, true).collate(captures);
    }

    @Override
    public PageHistory history(String url) throws IOException {
        return new CompareVersions(house).of(url);
    }

    @Override
    public Chain trace(Capture capture) throws IOException {
        ProvenanceChain chain = new TraceProvenance(house).trace(capture);
        return new Chain(chain, new DescribeChain(house).notes(chain));
    }
}
