package org.pressmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Comparison;
import org.pressmark.model.CrawlState;
import org.pressmark.model.Edit;
import org.pressmark.model.Explanation;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.model.LinkWord;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ReplayPlace;
import org.pressmark.model.Severity;
import org.pressmark.model.Version;
import org.pressmark.pipeline.Coherence;
import org.pressmark.pipeline.FindMemento;
import org.pressmark.pipeline.QueryIndex;
import org.pressmark.pipeline.Search;
import org.pressmark.report.ArchivePage;
import org.pressmark.report.ChainNotes;
import org.pressmark.report.HistoryPart;
import org.pressmark.report.PageLine;
import org.pressmark.report.PageSpan;
import org.pressmark.report.SearchPage;
import org.pressmark.report.SitePage;
import org.pressmark.report.SourcesPage;

/** What the web door asks of the hall; every method may be called from many threads at once. */
public interface Hall {
    /** So many captures of a page are told at once. */
    int MOST = 10_000;

    /** The archive in numbers; {@code bytes} as stored. */
    record Size(long pages, long captures, long files, long bytes) {}

    /**
     * Captures of a page.
     *
     * @param captures oldest first
     * @param versions that they belong to, in order of their numbers
     * @param versionOf for each capture the number of its version, 0 where it has none
     */
    record StoredPage(List<Capture> captures, List<Version> versions, List<Integer> versionOf) {
        public StoredPage {
            captures = List.copyOf(captures);
            versions = List.copyOf(versions);
            versionOf = List.copyOf(versionOf);
        }
    }

    /**
     * A capture as it is to be sent to a browser.
     *
     * @param status as archived, 200 for a resource
     * @param headers everything that may be sent on, and what keeps archived content from doing harm; no Content-Length
     * @param length of the body in bytes
     * @param body to be read once and closed
     */
    record Replayed(int status, List<Header> headers, long length, InputStream body) {
        public Replayed {
            headers = List.copyOf(headers);
            Objects.requireNonNull(body);
        }
    }

    /** A chain with what a picture of it tells beside it. */
    record Chain(ProvenanceChain chain, ChainNotes notes) {}

    Size size();

    /** How the crawls of this archive stand, whichever process makes them. */
    default CrawlState crawls() {
        return CrawlState.NOTHING;
    }

    /** Stored pages, the last captured first. */
    List<PageLine> pages(int offset, int limit);

    /** Stored pages of a host. */
    List<PageLine> ofHost(String host, SitePage.Order order, int offset, int limit);

    /** Some of a page's captures, oldest first, with the versions that they belong to; empty where nothing is stored. */
    Optional<StoredPage> page(String url, int offset, int limit);

    /** As much of a page through time as is looked at; empty where there is none. */
    Optional<PageSpan> through(String url, PageSpan.Wanted wanted);

    /** A capture's place among those of its page, from 1. */
    int rank(Capture capture);

    /** A page's captures alone, oldest first; none where nothing is stored. */
    default List<Capture> captures(String url) {
        return captures(url, 0, MOST);
    }

    /** Some of a page's captures, oldest first. */
    List<Capture> captures(String url, int offset, int limit);

    /** How many captures of a page there are. */
    int count(String url);

    /** A capture by its record id. */
    Optional<Capture> capture(String recordId);

    /**
     * The capture that answers best: one of the very second that is asked for, else the nearest, else the latest. Errors and
     * redirects only where a page has nothing else, unless the time names one exactly.
     */
    Optional<FindMemento.Found> find(String url, Optional<Instant> asked);

    /** The capture of a part of a page that belongs to the page's capture, which is named by its second. */
    default Optional<FindMemento.Found> part(String url, Instant page) {
        return find(url, Optional.of(page));
    }

    /** The stored answer to a request that was no plain GET; empty where only others were captured, or none. */
    default Optional<FindMemento.Found> posted(String url, CdxLine.Request request, Optional<Instant> asked) {
        return Optional.empty();
    }

    /** The same as {@link #find}, the capture alone. */
    default Optional<Capture> choose(String url, Optional<Instant> asked) {
        return find(url, asked).map(FindMemento.Found::capture);
    }

    /** The captures around one. */
    FindMemento.Neighbours around(Capture capture);

    /** How complete a stored page is, and how far in time its parts lie from it. */
    Coherence coherence(Capture capture) throws IOException;

    /**
     * Reads a capture back for a browser.
     *
     * @param modifier the two letters and underscore after the timestamp, e.g. {@code im_}; empty text for a page
     * @param at the capture of the page that this is a part of, or its own
     */
    Replayed replay(Capture capture, String modifier, Instant at, ReplayPlace place) throws IOException;

    /** A capture and what is needed to see it, as a WACZ file that stays as it is for a while. */
    Path wacz(Capture capture) throws IOException;

    /** What is read from a capture by this program's rules, and what was weighed. */
    Explanation explain(Capture capture) throws IOException;

    /** A copy of the stored page for a browser, with the blocks that are read from it outlined by kind. */
    Replayed marked(Capture capture, String origin) throws IOException;

    /** Sets two captures against each other. */
    Comparison compare(Capture base, Capture other) throws IOException;

    /** Sets captures against the first of them. */
    Apparatus collate(List<Capture> captures) throws IOException;

    /**
     * Some of a page's texts, each set against the one before; empty where it has none.
     *
     * @param until number of the last that is wanted; else the last of all
     */
    Optional<HistoryPart> history(String url, OptionalInt until, int most) throws IOException;

    /** The last edits of all pages, or of a source's, from a severity on; the last first. */
    List<Edit> edits(Optional<String> source, Severity least, int limit);

    /**
     * The sources as they stand.
     *
     * @param acts whether the visitor may change them
     * @param feed address of the feed of a source's edits
     */
    SourcesPage sources(boolean acts, UnaryOperator<String> feed) throws IOException;

    /**
     * The archive's own state.
     *
     * @param origin under which this server is being spoken to
     */
    ArchivePage state(String origin) throws IOException;

    /** Begins to capture a page, unless that is under way. */
    void begin(String url);

    /** Whether a page is being captured. */
    boolean underWay(String url);

    /** What came of a page that was begun; empty where it is not done after so long, or was never begun. */
    Optional<CaptureResult> await(String url, long millis) throws IOException;

    /** Pauses a source or lets it go on. */
    void pause(String source, boolean paused) throws IOException;

    /**
     * Keeps what the owner says of a link between two texts.
     *
     * @param child address of a stored page
     * @param parent an address, or the name of an agency
     * @throws PipelineException if there is no such link to confirm or reject, or no such page
     */
    void link(String child, String parent, LinkWord.Word word, String note) throws IOException;

    /** Finds stored articles by their words. */
    SearchPage search(Search.Query query) throws IOException;

    /** Where the text of a capture comes from. */
    Chain trace(Capture capture) throws IOException;

    /** The index, for other software. */
    QueryIndex index();
}
