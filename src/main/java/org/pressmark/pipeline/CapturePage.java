package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pressmark.config.Setting;
import org.pressmark.fetch.FetchRequest;
import org.pressmark.fetch.Fetcher;
import org.pressmark.fetch.SetCookies;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Access;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.NotModified;
import org.pressmark.model.FetchOutcome.Refused;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.store.Attempt;

/**
 * Captures pages: fetches each hop, stores what came, indexes it, and then the page's own pictures and styles. A result is
 * given only when everything it names is on disk.
 */
public final class CapturePage implements Closeable {
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("[^/]*:[0-9]+(/.*)?");

    /** Bytes of a page that holds nothing but where to go. */
    private static final int MOST_OF_A_SIGNPOST = 8 << 10;

    private final Pipeline house;
    private final Fetcher fetcher;
    private final KeepExchange keep;
    private final CaptureRequisites requisites;
    private final Progress progress;

    /** Hears of one thing after the other that is fetched, for a progress line. */
    public interface Progress {
        /** An address is about to be asked. */
        void fetching(String url);
    }

    public CapturePage(Pipeline house, Progress progress) throws IOException {
        house.needWritable();
        new CatchUp(house).run();
        this.house = house;
        this.keep = new KeepExchange(house, !house.settings().flag(Setting.CAPTURE_EXTRACT));
        this.fetcher = house.fetcher(keep::robots);
        this.requisites = new CaptureRequisites(house, fetcher, keep, progress);
        this.progress = progress;
    }

    /**
     * Captures one page with what it needs.
     *
     * @param given an address; without a scheme, http is taken
     */
    public CaptureResult capture(String given) {
        return capture(given, Access.NONE);
    }

    /**
     * The same with what a person gave to be let in by; every hop and every part of the page gets of it only what belongs to
     * its own host.
     */
    public CaptureResult capture(String given, Access access) {
        CaptureResult result = take(given, Found.SEED, access).result();
        keep.force();
        return result;
    }

    /**
     * A capture with what is still in hand of it; acknowledged only after {@link #force}.
     *
     * @param kept of the last hop, where one was stored
     * @param sentOff whether a redirect on the way told that the page is gone
     * @param partsLeft how many parts were not asked for, since the page needs more than is allowed
     */
    record Taken(CaptureResult result, Optional<KeepExchange.Kept> kept, boolean sentOff, int partsLeft) {
        /** Whether what was stored last is a wall. */
        boolean walled() {
            return result.capture()
                    .filter(stored -> stored.role() == Capture.Role.WALL)
                    .isPresent();
        }
    }

    /** An address and what its server may know us by: sent back to it with a new cookie, we do not go in circles. */
    private record Step(String url, List<Access.Cookie> met) {}

    /** The same for an address that was found somewhere, which its records then tell. */
    Taken take(String given, Found origin, Access access) {
        String url =
                SCHEME.matcher(given).matches() && !HOST_AND_PORT.matcher(given).matches() ? given : "http://" + given;
        List<String> hops = new ArrayList<>();
        Set<Step> seen = new HashSet<>();
        String current = WebAddress.parse(url).map(WebAddress::withoutFragment).orElse(url);
        Found found = origin;
        Access known = access;
        Optional<Wall> onTheWay = Optional.empty();
        while (true) {
            hops.add(current);
            if (!seen.add(new Step(current, known.met()))) {
                return ended(url, Outcome.FAILED, "redirect loop: " + String.join(" → ", hops), hops);
            }
            if (hops.size() > house.settings().count(Setting.FETCH_MAX_REDIRECTS) + 1) {
                return ended(
                        url,
                        Outcome.FAILED,
                        "more than " + (hops.size() - 2) + " redirects; the last led to " + current,
                        hops);
            }
            Optional<String> takenDown = house.journal().forgotten().since(UrlKey.of(current));
            if (takenDown.isPresent()) {
                return ended(
                        url,
                        Outcome.REFUSED,
                        current + " was taken down at " + takenDown.get() + "; 'pressmark forget --allow " + current
                                + "' lets it be captured again",
                        hops);
            }
            progress.fetching(current);
            Earlier earlier = keep.earlier(current);
            FetchOutcome outcome = fetcher.fetch(FetchRequest.page(current)
                    .withValidators(earlier.etag(), earlier.lastModified())
                    .withAccess(known)
                    .withObeyRobots(house.settings().flag(Setting.FETCH_ROBOTS)));
            if (outcome instanceof Refused refused) {
                // A host that is let alone for now refuses nothing.
                boolean later = refused.reason() == Refused.Reason.LATER;
                return ended(url, later ? Outcome.FAILED : Outcome.REFUSED, refused.detail(), hops);
            }
            if (outcome instanceof Failed failed) {
                return ended(url, Outcome.FAILED, failed.detail(), hops);
            }
            KeepExchange.Kept kept = outcome instanceof NotModified same
                    ? keep.notModified(same.exchange(), earlier, found)
                    : keep.page(((Fetched) outcome).exchange(), found);
            known = known.met(SetCookies.of(current, kept.head()));
            Optional<String> next = kept.capture().redirect().or(() -> sendsOn(kept));
            if (next.isEmpty() || kept.capture().redirect().isEmpty() && hops.contains(next.get())) {
                return result(url, kept, hops, known, onTheWay);
            }
            onTheWay = onTheWay.or(kept::wall);
            found = found.redirectedFrom(current);
            current = WebAddress.parse(next.get())
                    .map(WebAddress::withoutFragment)
                    .orElse(next.get());
        }
    }

    /** Where a page leads that holds nothing but that ({@code meta http-equiv=refresh}). */
    private Optional<String> sendsOn(KeepExchange.Kept kept) {
        Capture page = kept.capture();
        boolean good = page.status() >= 200 && page.status() < 300 || page.kind() == Capture.Kind.REVISIT_NOT_MODIFIED;
        if (page.role() != Capture.Role.PAGE || !good || !PageRequisites.page(page.mediaType())) {
            return Optional.empty();
        }
        PageScan.Seen seen =
                page.kind() == Capture.Kind.REVISIT_NOT_MODIFIED && page.payloadLength() <= MOST_OF_A_SIGNPOST
                        ? Guarded.call(page.url(), () -> PageScan.of(Answer.of(stored(page))), house.notices())
                                .orElse(PageScan.Seen.NOTHING)
                        : kept.seen();
        return seen.build().flatMap(build -> build.sendsOn(page.url()));
    }

    /** What was stored of a page, read back: its head as it came, its payload or that of the capture it repeats. */
    ArchivedResponse stored(Capture capture) throws IOException {
        return keep.payload(capture);
    }

    /** How much longer the host of an address is to be let alone, by its own word; zero for every other. */
    Duration quietFor(String url) {
        return WebAddress.parse(url)
                .map(address -> fetcher.quietFor(address.host()))
                .orElse(Duration.ZERO);
    }

    /** How many requests may be under way to a host at once. */
    int connections(String host) {
        return fetcher.connections(host);
    }

    /** Looks up together what is known of addresses that are to be taken soon. */
    void lookAhead(List<String> urls) {
        keep.lookAhead(urls);
    }

    /** Brings what was taken to the disk: to be called before anybody is told of it. */
    void force() {
        keep.force();
    }

    /** Brings what was stored and is not yet in the index into it: where articles are read later, the index follows later. */
    void flush() {
        keep.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            fetcher.close();
        } finally {
            keep.flush();
        }
    }

    private Taken result(
            String url, KeepExchange.Kept kept, List<String> hops, Access access, Optional<Wall> onTheWay) {
        Capture page = kept.capture();
        CaptureRequisites.Parts parts = house.settings().flag(Setting.CAPTURE_REQUISITES) && page.status() < 300
                ? requisites.of(kept, access)
                : CaptureRequisites.Parts.NONE;
        Outcome outcome = outcome(kept);
        CaptureResult result = new CaptureResult(
                url,
                outcome,
                onTheWay.map(Wall::words).orElseGet(() -> new CaptureDetail(house).words(outcome, kept)),
                Optional.of(page),
                kept.version(),
                hops,
                parts.stored(),
                parts.missing());
        return new Taken(result, Optional.of(kept), onTheWay.isPresent(), parts.left());
    }

    private static Outcome outcome(KeepExchange.Kept kept) {
        if (kept.capture().revisit()) {
            return Outcome.UNCHANGED;
        }
        if (kept.version().isEmpty()) {
            return Outcome.STORED;
        }
        Version version = kept.version().get();
        if (version.captures() > 1) {
            return kept.knownPage() ? Outcome.SAME_TEXT : Outcome.NEW_PAGE;
        }
        // What was known before may have been no article: an error, a wall, a redirect that set a cookie.
        return version.number() == 1 ? Outcome.NEW_PAGE : Outcome.NEW_VERSION;
    }

    private Taken ended(String url, Outcome outcome, String detail, List<String> hops) {
        house.store()
                .write(tx -> tx.attempts().insert(new Attempt(url, house.clock().instant(), outcome.word(), detail)));
        return new Taken(
                new CaptureResult(url, outcome, detail, Optional.empty(), Optional.empty(), hops, 0, List.of()),
                Optional.empty(),
                false,
                0);
    }
}
