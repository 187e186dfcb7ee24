package org.pressmark.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.Explanation;
import org.pressmark.model.PageHistory;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.pipeline.Coherence;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.CompareVersions;
import org.pressmark.pipeline.DescribeChain;
import org.pressmark.pipeline.ExtractArticle;
import org.pressmark.pipeline.FindMemento;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.MeasureCoherence;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.ServeReplay;
import org.pressmark.pipeline.TraceProvenance;
import org.pressmark.model.ReplayPlace;
import org.pressmark.report.PageLine;

/** The hall of an archive that is open. */
public final class ArchiveHall implements Hall {
    private final Pipeline house;

    public ArchiveHall(Pipeline house) {
        this.house = house;
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
    public List<Capture> captures(String url, int offset, int limit) {
        return new FindMemento(house).row(url, offset, limit);
    }

    @Override
    public int count(String url) {
        return new FindMemento(house).count(url);
    }

    @Override
    public Optional<Capture> capture(String recordId) {
        return new Holdings(house).find(recordId);
    }

    @Override
    public Optional<FindMemento.Found> find(String url, Optional<Instant> asked) {
        return new FindMemento(house).page(url, asked);
    }

    @Override
    public Optional<FindMemento.Found> part(String url, Instant page) {
        return new FindMemento(house).part(url, page);
    }

    @Override
    public FindMemento.Neighbours around(Capture capture) {
        return new FindMemento(house).around(capture);
    }

    @Override
    public Coherence coherence(Capture capture) throws IOException {
        return new MeasureCoherence(house).of(capture);
    }

    @Override
    public Replayed replay(Capture capture, String modifier, Instant at, ReplayPlace place) throws IOException {
        return sent(new ServeReplay(house).replay(capture, modifier, at, place));
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
        return new Replayed(replayed.status(), replayed.headers(), replayed.length(), replayed.body());
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
