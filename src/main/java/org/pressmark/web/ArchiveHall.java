package org.pressmark.web;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.pressmark.config.SettingException;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Comparison;
import org.pressmark.model.CrawlState;
import org.pressmark.model.Edit;
import org.pressmark.model.Explanation;
import org.pressmark.model.LinkWord;
import org.pressmark.model.ReplayPlace;
import org.pressmark.model.Severity;
import org.pressmark.model.Source;
import org.pressmark.pipeline.ArchiveHealth;
import org.pressmark.pipeline.CaptureAside;
import org.pressmark.pipeline.Coherence;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.CompareVersions;
import org.pressmark.pipeline.ExtractArticle;
import org.pressmark.pipeline.FindMemento;
import org.pressmark.pipeline.Grown;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.KeptChains;
import org.pressmark.pipeline.KeptComparisons;
import org.pressmark.pipeline.LinkCopies;
import org.pressmark.pipeline.MeasureCoherence;
import org.pressmark.pipeline.PageOverview;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.QueryIndex;
import org.pressmark.pipeline.RecentEdits;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.Search;
import org.pressmark.pipeline.ServeReplay;
import org.pressmark.pipeline.SourceStates;
import org.pressmark.pipeline.SurveyCrawl;
import org.pressmark.pipeline.WaczAside;
import org.pressmark.report.ArchivePage;
import org.pressmark.report.HistoryPart;
import org.pressmark.report.PageLine;
import org.pressmark.report.PageSpan;
import org.pressmark.report.SearchPage;
import org.pressmark.report.SitePage;
import org.pressmark.report.SourcesPage;

/** The hall of an archive that is open. */
public final class ArchiveHall implements Hall, Closeable {
    private final Pipeline house;
    private final SourceList sources;
    private final CaptureAside captures;
    private final SurveyCrawl survey;
    private final KeptComparisons kept;
    private final KeptChains chains;
    private final RecentEdits edits;
    private final Grown grown;
    private final ArchiveHealth health;
    private final WaczAside packages;

    /** The hall without a list of sources. */
    public ArchiveHall(Pipeline house) {
        this(house, new SourceList(Path.of("config/sources.yaml")));
    }

    /**
     * The hall of an archive.
     *
     * @param sources the list that crawls follow
     */
    public ArchiveHall(Pipeline house, SourceList sources) {
        this.house = house;
        this.sources = sources;
        this.captures = new CaptureAside(house);
        this.survey = new SurveyCrawl(house);
        this.kept = new KeptComparisons(house);
        this.chains = new KeptChains(house);
        this.edits = new RecentEdits(house, kept);
        this.grown = new Grown(house);
        this.health = new ArchiveHealth(house);
        this.packages = new WaczAside(house);
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
    public List<PageLine> ofHost(String host, SitePage.Order order, int offset, int limit) {
        return new Holdings(house).ofHost(host, order, offset, limit);
    }

    @Override
    public Optional<StoredPage> page(String url, int offset, int limit) {
        return new Holdings(house)
                .part(url, offset, limit)
                .map(page -> new StoredPage(page.captures(), page.versions(), page.versionOf()));
    }

    @Override
    public Optional<PageSpan> through(String url, PageSpan.Wanted wanted) {
        return new PageOverview(house).of(url, wanted);
    }

    @Override
    public int rank(Capture capture) {
        return new FindMemento(house).rank(capture);
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
    public Optional<FindMemento.Found> posted(String url, CdxLine.Request request, Optional<Instant> asked) {
        return new FindMemento(house).posted(url, request, asked);
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
    public Path wacz(Capture capture) throws IOException {
        return packages.of(capture);
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
    public Optional<HistoryPart> history(String url, OptionalInt until, int most) throws IOException {
        return new CompareVersions(house, kept).part(url, until, most);
    }

    @Override
    public List<Edit> edits(Optional<String> source, Severity least, int limit) {
        return edits.last(source, least, limit);
    }

    @Override
    public QueryIndex index() {
        return new QueryIndex(house);
    }

    @Override
    public SourcesPage sources(boolean acts, UnaryOperator<String> feed) throws IOException {
        SourceStates states = new SourceStates(house);
        List<SourcesPage.Row> rows = new ArrayList<>();
        Optional<String> trouble = Optional.empty();
        try {
            for (Source source : sources.all()) {
                SourceStates.State state = states.of(source);
                SourceStates.Visits visits = states.visits(source);
                rows.add(SourcesPage.Row.of(
                        source,
                        state.known(),
                        visits.edits(),
                        visits.last(),
                        state.next(),
                        visits.failing(),
                        visits.trouble(),
                        feed.apply(source.name())));
            }
        } catch (SettingException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
        return new SourcesPage(sources.file().toString(), trouble, rows, acts);
    }

    @Override
    public ArchivePage state(String origin) throws IOException {
        Holdings holdings = new Holdings(house);
        Holdings.Size size = holdings.size();
        return ArchivePage.of(
                house.folder().toString(),
                origin,
                size.files(),
                size.bytes(),
                size.captures(),
                size.pages(),
                size.versions(),
                holdings.free(),
                grown.months(),
                health.now(),
                Hrefs::view);
    }

    @Override
    public void begin(String url) {
        captures.begin(url);
    }

    @Override
    public boolean underWay(String url) {
        return captures.underWay(url);
    }

    @Override
    public Optional<CaptureResult> await(String url, long millis) throws IOException {
        return captures.await(url, millis);
    }

    @Override
    public void pause(String source, boolean paused) throws IOException {
        sources.pause(source, paused);
    }

    @Override
    public void close() throws IOException {
        packages.close();
        captures.close();
    }

    /** Who has the token is taken for the person who runs this server. */
    @Override
    public void link(String child, String parent, LinkWord.Word word, String note) throws IOException {
        new LinkCopies(house)
                .say(new Reference.Stored(child, ""), parent, word, note, System.getProperty("user.name", ""));
    }

    @Override
    public SearchPage search(Search.Query query) throws IOException {
        return new Search(house).find(query);
    }

    @Override
    public Chain trace(Capture capture) throws IOException {
        KeptChains.Described described = chains.of(capture);
        return new Chain(described.chain(), described.notes());
    }
}
