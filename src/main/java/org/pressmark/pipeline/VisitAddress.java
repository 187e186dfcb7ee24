package org.pressmark.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.config.Setting;
import org.pressmark.crawl.Discovery;
import org.pressmark.crawl.Freshness;
import org.pressmark.crawl.PageLinks;
import org.pressmark.crawl.Revisits;
import org.pressmark.crawl.Visit;
import org.pressmark.crawl.Visit.Result;
import org.pressmark.markup.RetryAfter;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.HttpHead;
import org.pressmark.model.Queued;
import org.pressmark.model.Sighting;

/** One visit of a crawl: the address is captured, what it names is found, and the time of the next visit follows. */
final class VisitAddress {
    private static final String BUSY = "the host asks us to come later";
    /** For a host that has enough and does not say for how long. */
    private static final Duration BREATHER = Duration.ofMinutes(1);

    private final Pipeline house;
    private final CapturePage capture;
    private final Frontier frontier;
    private final CrawlCounts counts;
    private final DeferredText later;

    /** @param counts hears which documents were not gone through to their end */
    VisitAddress(Pipeline house, CapturePage capture, Frontier frontier, CrawlCounts counts) {
        this.house = house;
        this.capture = capture;
        this.frontier = frontier;
        this.counts = counts;
        this.later = new DeferredText(house, capture);
    }

    /**
     * What a visit gave.
     *
     * @param row the address with its next time
     * @param noted what it named
     * @param reason why it did not give the page, in a few words; empty text where it did
     * @param pause how long the server asks that its host be let alone
     */
    record Done(Queued row, Frontier.Noted noted, CaptureResult result, String reason, Optional<Duration> pause) {
        /** Whether it is one of the addresses that its source begins with; robots.txt may well be missing. */
        boolean entry() {
            return row.sighting().how() == Sighting.How.GIVEN
                    && row.hops() == 0
                    && !row.url().endsWith("/robots.txt");
        }
    }

    /**
     * Visits.
     *
     * @param due when what is found is due
     */
    Done visit(Queued row, Followed followed, Instant due) {
        Instant began = house.clock().instant();
        CapturePage.Taken taken = Guarded.call(
                        row.url(),
                        () -> capture.take(
                                row.url(), origin(row), followed.source().access()),
                        house.notices())
                .orElseGet(() -> failed(row.url()));
        Instant ended = house.clock().instant();
        Instant at = ended.isBefore(began) ? ended : began; // the clock may be set back meanwhile
        CaptureResult result = taken.result();
        Duration quiet = result.outcome() == Outcome.FAILED ? capture.quietFor(lastHop(result)) : Duration.ZERO;
        return quiet.isZero() ? visited(row, followed, taken, at, due) : later(row, result, at, quiet);
    }

    /** Not asked, because the host had enough: tried again when it may be asked, and no mark against the address. */
    private static Done later(Queued row, CaptureResult result, Instant at, Duration quiet) {
        Queued waits = row.after(row.history(), Optional.of(at.plus(quiet)), attempted(row, result, 0, at));
        return new Done(waits, Frontier.Noted.NOTHING, result, BUSY, pause(row, result, quiet));
    }

    private Done visited(Queued row, Followed followed, CapturePage.Taken taken, Instant at, Instant due) {
        CaptureResult result = taken.result();
        Optional<HttpHead> head = taken.kept().map(KeepExchange.Kept::head);
        int status = result.capture().map(Capture::status).orElse(0);
        boolean entry = row.sighting().task().entry();
        boolean good = status >= 200 && status < 300 && !taken.walled();
        if (taken.partsLeft() > 0) {
            counts.leftOut("more parts than capture.max-requisites allows", lastHop(result));
        }
        Frontier.Noted noted = good && wantsLinks(row, followed, result)
                ? noted(row, followed, taken.kept().orElseThrow(), at, due)
                : Frontier.Noted.NOTHING;
        Result what = result(
                row,
                taken,
                status,
                entry && !(noted.fresh().isEmpty() && noted.moved().isEmpty()));
        Optional<Duration> retryAfter = head.flatMap(found -> RetryAfter.of(found, at));
        Visit visit = new Visit(at, what, retryAfter, head.flatMap(Freshness::maxAge), row.hinted());
        Revisits.Plan plan =
                Revisits.after(row.history(), visit, followed.source().schedule());
        boolean again = entry || row.sighting().how() == Sighting.How.GIVEN && row.hops() == 0;
        Optional<Instant> next =
                again ? Revisits.entry(plan.history(), visit, followed.source().schedule()) : plan.due();
        boolean busy = status == 429 || status == 503;
        return new Done(
                row.after(plan.history(), next, attempted(row, result, status, at)),
                noted,
                result,
                what == Result.CHANGED || what == Result.SAME ? "" : reason(result, status, what),
                busy ? pause(row, result, retryAfter.orElse(BREATHER)) : Optional.empty());
    }

    private static Queued.Attempted attempted(Queued row, CaptureResult result, int status, Instant at) {
        int tries = row.last().map(Queued.Attempted::tries).orElse(0) + 1;
        return new Queued.Attempted(at, result.outcome().word(), status, result.detail(), tries);
    }

    /** The pause that an address's own host asks for; what a host asks that it was sent on to is that one's. */
    private static Optional<Duration> pause(Queued row, CaptureResult result, Duration asked) {
        Optional<String> host = WebAddress.parse(row.url()).map(WebAddress::host);
        boolean own = host.equals(WebAddress.parse(lastHop(result)).map(WebAddress::host));
        return own ? Optional.of(asked) : Optional.empty();
    }

    private static String lastHop(CaptureResult result) {
        return result.hops().isEmpty()
                ? result.url()
                : result.hops().get(result.hops().size() - 1);
    }

    /** What the records of the capture tell of how the address was found. */
    private static Found origin(Queued row) {
        Sighting sighting = row.sighting();
        Map<String, String> facts = new TreeMap<>();
        facts.put("found-by", sighting.how().name().toLowerCase(java.util.Locale.ROOT));
        facts.put("source", row.source());
        sighting.id().ifPresent(id -> facts.put("feed-item", id));
        sighting.published().ifPresent(time -> facts.put("stated-published", time.toString()));
        sighting.modified().ifPresent(time -> facts.put("stated-modified", time.toString()));
        boolean listed = sighting.how() == Sighting.How.FEED || sighting.how() == Sighting.How.SITEMAP;
        String hops = sighting.how() == Sighting.How.GIVEN ? "" : listed ? "M" : "L".repeat(Math.max(1, row.hops()));
        return new Found(Optional.of(sighting.foundIn()).filter(via -> !via.isEmpty()), hops, facts);
    }

    private static boolean wantsLinks(Queued row, Followed followed, CaptureResult result) {
        boolean follows = row.sighting().task().entry()
                || row.hops() < followed.source().scope().hops();
        // What an unchanged document names was noted when it was new.
        boolean fresh = result.outcome() != Outcome.UNCHANGED || row.history().visits() == 0;
        return follows && fresh;
    }

    private Frontier.Noted noted(Queued row, Followed followed, KeepExchange.Kept kept, Instant at, Instant due) {
        return Guarded.call(row.url(), () -> discover(row, followed, kept, at, due), house.notices())
                .orElse(Frontier.Noted.NOTHING);
    }

    private Frontier.Noted discover(Queued row, Followed followed, KeepExchange.Kept kept, Instant at, Instant due)
            throws IOException {
        List<Sighting> found = sightings(row, followed, kept);
        return found.isEmpty()
                ? Frontier.Noted.NOTHING
                : frontier.note(row, followed.source(), followed.scope(), found, at, due);
    }

    /** What a document names: of a page, what was seen when it was stored; of any other, what its stored bytes say. */
    private List<Sighting> sightings(Queued row, Followed followed, KeepExchange.Kept kept) throws IOException {
        Sighting.Task task = row.sighting().task();
        Optional<PageLinks> links = kept.seen().links();
        if (links.filter(PageLinks::cut).isPresent()) {
            counts.leftOut("more links than are followed of one page", row.url());
        }
        if (links.isPresent() && task == Sighting.Task.PAGE) {
            return links.get().all(address -> !frontier.met(row, followed.source(), address));
        }
        if (links.isPresent() && task == Sighting.Task.SECTION) {
            return links.get().articles();
        }
        ArchivedResponse response = capture.stored(kept.capture());
        byte[] payload = Documents.payload(response).bytes();
        return Discovery.read(payload, response.contentType(), kept.capture().url(), task)
                .sightings();
    }

    /** Looks up together what is known of addresses that are to be visited soon. */
    void lookAhead(List<Queued> rows) {
        capture.lookAhead(rows.stream().map(Queued::url).toList());
    }

    /** Brings what the visits so far stored to the disk. */
    void force() {
        capture.force();
    }

    /** How many requests may be under way to a host at once. */
    int connections(String host) {
        return capture.connections(host);
    }

    private Result result(Queued row, CapturePage.Taken taken, int status, boolean newItems) {
        CaptureResult result = taken.result();
        if (result.outcome() == Outcome.REFUSED) {
            return Result.REFUSED;
        }
        if (result.outcome() == Outcome.FAILED || status == 429 || status >= 500) {
            return Result.FAILED;
        }
        if (status == 404 || status == 410) {
            return Result.GONE;
        }
        if (status >= 400 || taken.walled() || taken.sentOff() && row.sighting().how() != Sighting.How.GIVEN) {
            return Result.WALL;
        }
        if (row.sighting().task().entry()) {
            return newItems ? Result.CHANGED : Result.SAME;
        }
        boolean document = result.version().isEmpty()
                && result.capture()
                        .map(page -> !page.mediaType().contains("html"))
                        .orElse(false);
        return switch (result.outcome()) {
            case NEW_PAGE, NEW_VERSION -> Result.CHANGED;
            case STORED ->
                document || readLater(row) && later.edited(result.capture().orElseThrow())
                        ? Result.CHANGED
                        : Result.SAME;
            default -> Result.SAME;
        };
    }

    /** Whether the article of a page that was visited before is read at some later time only. */
    private boolean readLater(Queued row) {
        return row.history().visits() > 0 && !house.settings().flag(Setting.CAPTURE_EXTRACT);
    }

    /** A few words by which troubles are counted together. */
    private static String reason(CaptureResult result, int status, Result what) {
        if (result.outcome() == Outcome.REFUSED) {
            // Robots' lines differ from address to address; other refusals say what to do about a whole host.
            return result.detail().contains("robots.txt")
                    ? "refused by robots.txt"
                    : "refused: " + brief(result.detail(), 160);
        }
        if (what == Result.WALL && status < 400) {
            return "a wall, not the page";
        }
        if (status > 0) {
            return "HTTP " + status;
        }
        return brief(result.detail().replaceFirst("[:;,(].*", "").strip(), 60);
    }

    private static String brief(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most) + "…";
    }

    private static CapturePage.Taken failed(String url) {
        CaptureResult result = new CaptureResult(
                url,
                Outcome.FAILED,
                "it could not be handled; the notices say why",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of());
        return new CapturePage.Taken(result, Optional.empty(), false, 0);
    }
}
