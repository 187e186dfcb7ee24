package org.pressmark.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pressmark.compare.Collator;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.Comparison;
import org.pressmark.model.Digest;
import org.pressmark.model.Edit;
import org.pressmark.model.Explanation;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.model.LinkWord;
import org.pressmark.model.PageHistory;
import org.pressmark.model.ReplayPlace;
import org.pressmark.model.Schedule;
import org.pressmark.model.Scope;
import org.pressmark.model.Severity;
import org.pressmark.model.Source;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.pipeline.Coherence;
import org.pressmark.pipeline.FindMemento;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.QueryIndex;
import org.pressmark.pipeline.Search;
import org.pressmark.report.ArchivePage;
import org.pressmark.report.Health;
import org.pressmark.report.HistoryPart;
import org.pressmark.report.PageLine;
import org.pressmark.report.PageSpan;
import org.pressmark.report.SearchHit;
import org.pressmark.report.SearchPage;
import org.pressmark.report.SeedChain;
import org.pressmark.report.SeedPair;
import org.pressmark.report.SitePage;
import org.pressmark.report.SourcesPage;

/** A hall with the real pair in it, and a page of three captures, all in memory. */
final class SeedHall implements Hall {
    static final String STORY = "http://copies.example/story?a=1&b=2";
    static final List<Instant> DATES = List.of(
            Instant.parse("2020-01-01T00:00:00Z"),
            Instant.parse("2020-06-01T00:00:00Z"),
            Instant.parse("2020-12-01T12:30:15Z"));

    final List<String> begun = new CopyOnWriteArrayList<>();
    final List<String> linked = new CopyOnWriteArrayList<>();
    final List<String> paused = new CopyOnWriteArrayList<>();
    private final List<Capture> captures = new ArrayList<>();

    SeedHall() {
        captures.add(SeedPair.capture(SeedPair.comparison().base().article().url(), SeedPair.RECORD_A));
        captures.add(SeedPair.capture(SeedPair.comparison().other().article().url(), SeedPair.RECORD_B));
        for (int i = 0; i < DATES.size(); i++) {
            captures.add(dated(SeedPair.capture(STORY, "urn:uuid:story-" + i), DATES.get(i), i == 1 ? 404 : 200));
        }
    }

    private static Capture dated(Capture capture, Instant date, int status) {
        return new Capture(
                capture.recordId(),
                capture.url(),
                capture.key(),
                date,
                capture.kind(),
                capture.role(),
                status,
                capture.mediaType(),
                capture.payload(),
                capture.payloadLength(),
                capture.location(),
                capture.refersTo(),
                capture.redirect(),
                capture.page(),
                capture.truncated());
    }

    @Override
    public Size size() {
        return new Size(3, captures.size(), 1, 123_456);
    }

    @Override
    public List<PageLine> pages(int offset, int limit) {
        return List.of(
                        new PageLine(
                                captures.get(0).url(),
                                SeedPair.ORIGINAL_HEADLINE,
                                1,
                                1,
                                SeedPair.CAPTURED,
                                SeedPair.CAPTURED),
                        new PageLine(
                                captures.get(1).url(),
                                SeedPair.COPY_HEADLINE,
                                1,
                                1,
                                SeedPair.CAPTURED,
                                SeedPair.CAPTURED),
                        new PageLine(STORY, "<script>alert(1)</script>", 3, 2, DATES.get(0), DATES.get(2)))
                .stream()
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public List<PageLine> ofHost(String host, SitePage.Order order, int offset, int limit) {
        return List.of();
    }

    @Override
    public Optional<StoredPage> page(String url, int offset, int limit) {
        return page(url);
    }

    private Optional<StoredPage> page(String url) {
        UrlKey key = UrlKey.of(url);
        List<Capture> mine = captures.stream().filter(c -> c.key().equals(key)).toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        List<Version> versions = new ArrayList<>();
        List<Integer> versionOf = new ArrayList<>();
        for (Capture capture : mine) {
            boolean text = capture.status() == 200;
            if (text) {
                versions.add(new Version(
                        key,
                        versions.size() + 1,
                        capture.recordId(),
                        capture.date(),
                        capture.date(),
                        1,
                        new Digest(Digest.Algorithm.SHA256, "0".repeat(64)),
                        SeedPair.ORIGINAL_HEADLINE));
            }
            versionOf.add(text ? versions.size() : 0);
        }
        return Optional.of(new StoredPage(mine, versions, versionOf));
    }

    @Override
    public Optional<PageSpan> through(String url, PageSpan.Wanted wanted) {
        return page(url)
                .map(page -> new PageSpan(
                        page.captures().size(),
                        page.versions().size(),
                        page.versions().stream().map(Version::firstSeen).toList(),
                        page.captures().stream()
                                .map(capture -> new PageSpan.Moment(
                                        capture.date(),
                                        capture.status() >= 400,
                                        capture.witness().isPresent()))
                                .toList(),
                        List.of(new PageSpan.YearCount(
                                Year.of(2020), page.captures().size())),
                        page.captures().stream()
                                .map(capture -> new PageSpan.Day(
                                        LocalDate.ofInstant(capture.date(), ZoneOffset.UTC),
                                        1,
                                        capture.status() >= 400 ? 1 : 0,
                                        capture.witness().isPresent() ? 1 : 0,
                                        capture.date()))
                                .toList(),
                        wanted,
                        page.captures().stream()
                                .sorted(Comparator.comparing(Capture::date).reversed())
                                .toList(),
                        page.captures().size(),
                        page.versions().stream().collect(Collectors.toMap(Version::firstCapture, Version::number))));
    }

    @Override
    public int rank(Capture capture) {
        return captures(capture.url()).indexOf(capture) + 1;
    }

    @Override
    public Optional<Capture> capture(String recordId) {
        return captures.stream().filter(c -> c.recordId().equals(recordId)).findFirst();
    }

    @Override
    public List<Capture> captures(String url, int offset, int limit) {
        UrlKey key = UrlKey.of(url);
        return captures.stream()
                .filter(c -> c.key().equals(key))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public int count(String url) {
        return captures(url).size();
    }

    @Override
    public Optional<FindMemento.Found> find(String url, Optional<Instant> asked) {
        Comparator<Capture> order = asked.isEmpty()
                ? Comparator.comparing(Capture::date).reversed()
                : Comparator.comparing(
                        c -> Duration.between(asked.get(), c.date()).abs());
        return captures(url).stream()
                .min(order)
                .map(capture -> new FindMemento.Found(capture, FindMemento.Match.EXACT, false));
    }

    @Override
    public FindMemento.Neighbours around(Capture capture) {
        List<Capture> all = captures(capture.url());
        int at = all.indexOf(capture);
        return new FindMemento.Neighbours(
                all.get(0),
                at > 0 ? Optional.of(all.get(at - 1)) : Optional.empty(),
                at < all.size() - 1 ? Optional.of(all.get(at + 1)) : Optional.empty(),
                all.get(all.size() - 1));
    }

    @Override
    public Coherence coherence(Capture capture) {
        return new Coherence(
                14,
                List.of("http://copies.example/gone.png", "http://copies.example/<b>.css"),
                2,
                Optional.of(Duration.ofDays(3)),
                Optional.empty());
    }

    @Override
    public Replayed replay(Capture capture, String modifier, Instant at, ReplayPlace place) throws IOException {
        if (capture.recordId().endsWith("story-2") && modifier.equals("im_")) {
            throw new IOException("disk gone");
        }
        byte[] body = ("stored " + capture.recordId() + " " + modifier).getBytes(StandardCharsets.UTF_8);
        return new Replayed(
                capture.status(),
                List.of(new Header("Content-Type", "text/html"), new Header("Content-Security-Policy", "sandbox")),
                body.length,
                new ByteArrayInputStream(body));
    }

    @Override
    public Path wacz(Capture capture) throws IOException {
        throw new IOException("nothing is packed here");
    }

    @Override
    public Explanation explain(Capture capture) {
        return new Explanation(SeedPair.copy(), List.of());
    }

    @Override
    public Replayed marked(Capture capture, String origin) throws IOException {
        return replay(capture, "marked", capture.date(), ReplayPlace.quiet(origin));
    }

    @Override
    public Comparison compare(Capture base, Capture other) {
        return SeedPair.comparison();
    }

    @Override
    public Apparatus collate(List<Capture> captures) {
        return new Collator()
                .collate(
                        List.of(
                                SeedPair.comparison().base(),
                                SeedPair.comparison().other()),
                        0);
    }

    @Override
    public Optional<HistoryPart> history(String url, OptionalInt until, int most) {
        Optional<StoredPage> found = page(url);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StoredPage page = found.get();
        List<PageHistory.Step> steps = page.versions().size() < 2
                ? List.of()
                : List.of(new PageHistory.Step(
                        page.versions().get(0), page.versions().get(1), SeedPair.comparison()));
        PageHistory history = new PageHistory(url, page.captures(), page.versionOf(), page.versions(), steps);
        return page.versions().isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryPart(
                        history, page.versions(), page.captures().size()));
    }

    @Override
    public List<Edit> edits(Optional<String> source, Severity least, int limit) {
        return history(STORY, OptionalInt.empty(), 20).orElseThrow().history().steps().stream()
                .map(step -> new Edit(STORY, step))
                .filter(edit -> edit.severity().compareTo(least) >= 0)
                .toList();
    }

    @Override
    public SearchPage search(Search.Query query) {
        if (query.words().contains("(")) {
            throw new PipelineException(PipelineException.Trouble.INPUT, "(: a parenthesis is no word");
        }
        Version version = page(STORY).orElseThrow().versions().get(0);
        String text = "… the <b>railway</b> opens …";
        SearchHit hit = new SearchHit(STORY, version, 2, text, List.of(new SearchHit.Mark(9, 16)));
        return new SearchPage(List.of(hit), 40, 41, 0);
    }

    @Override
    public SourcesPage sources(boolean acts, UnaryOperator<String> feed) {
        Source source = new Source(
                "Paper & Sons",
                List.of(),
                List.of("http://copies.example/feed"),
                List.of(),
                List.of(),
                Scope.ofHosts(List.of("copies.example"), 0),
                Schedule.DEFAULT,
                Source.Limits.DEFAULT,
                paused.contains("Paper & Sons"));
        return new SourcesPage(
                "sources.yaml",
                Optional.empty(),
                List.of(SourcesPage.Row.of(
                        source,
                        12,
                        3,
                        Optional.of(DATES.get(0)),
                        Optional.empty(),
                        1,
                        Optional.of("http://copies.example/x: HTTP 500"),
                        feed.apply(source.name()))),
                acts);
    }

    @Override
    public ArchivePage state(String origin) {
        return ArchivePage.of(
                "/archive",
                origin,
                1,
                2,
                3,
                4,
                5,
                6,
                List.of(new ArchivePage.Grown(YearMonth.of(2020, 6), 3, 9)),
                new Health(Optional.empty(), Optional.empty(), Optional.empty(), ""),
                Hrefs::view);
    }

    @Override
    public void begin(String url) {
        begun.add(url);
    }

    @Override
    public boolean underWay(String url) {
        return url.contains("slow") && begun.contains(url);
    }

    @Override
    public Optional<CaptureResult> await(String url, long millis) {
        boolean refused = url.contains("refused");
        return underWay(url) || !begun.contains(url)
                ? Optional.empty()
                : Optional.of(new CaptureResult(
                        url,
                        refused ? CaptureResult.Outcome.REFUSED : CaptureResult.Outcome.NEW_PAGE,
                        refused ? "robots.txt, line 2" : "stored",
                        refused ? Optional.empty() : Optional.of(captures.get(0)),
                        Optional.empty(),
                        List.of(url),
                        0,
                        List.of()));
    }

    @Override
    public void pause(String source, boolean now) {
        paused.add(source);
    }

    @Override
    public void link(String child, String parent, LinkWord.Word word, String note) {
        linked.add(word.word() + " " + child + " < " + parent + ": " + note);
    }

    @Override
    public Chain trace(Capture capture) {
        return new Chain(SeedChain.chain(), SeedChain.NOTES);
    }

    @Override
    public QueryIndex index() {
        throw new IllegalStateException("expected no question about the index: there is none");
    }
}
