package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.archive.CaptureContext;
import org.pressmark.archive.PreparedCapture;
import org.pressmark.archive.WarcArchive;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.SeenKeys;
import org.pressmark.store.Store;

/** Stores an exchange, as a revisit where its payload is known, and indexes it, at once or later. Safe for many threads. */
final class KeepExchange {
    /** So many are looked up before they are asked for; what is forgotten is looked up when it is. */
    private static final int MOST_AHEAD = 5_000;

    private final Pipeline house;
    private final WarcArchive warcs;
    private final Store store;
    private final IndexCapture index;
    private final Optional<IndexLater<Waiting>> later;
    private final Optional<SeenKeys> seenKeys;
    private final Unindexed unindexed = new Unindexed();
    private final Map<UrlKey, Capture> ahead = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UrlKey, Capture> eldest) {
            return size() > MOST_AHEAD;
        }
    });

    /** A capture that is not yet in the index. */
    private record Waiting(Capture capture, long ticket) {}

    /** Keeps and indexes in one go, the article with it. */
    KeepExchange(Pipeline house) {
        this(house, false);
    }

    /**
     * @param deferred whether captures are brought to the disk by {@link #force} alone, and the index learns of them later,
     *     many at a time, and of their articles not at all; then {@link #flush} must be called at the end
     */
    KeepExchange(Pipeline house, boolean deferred) {
        this.house = house;
        this.warcs = house.warcs();
        this.store = house.store();
        this.index = new IndexCapture(house, store);
        this.later = deferred ? Optional.of(new IndexLater<>(this::enter)) : Optional.empty();
        this.seenKeys = deferred ? Optional.of(store.read(tx -> tx.captures().seenKeys())) : Optional.empty();
    }

    /**
     * What was kept.
     *
     * @param head the response head as it came
     * @param version where it holds an article
     * @param knownPage whether the address was captured before
     * @param seen what its body names; nothing for a 304, which has none
     * @param wall what stood in the page's place, where it was a wall
     */
    record Kept(
            Capture capture,
            HttpHead head,
            Optional<Version> version,
            boolean knownPage,
            PageScan.Seen seen,
            Optional<Wall> wall) {
        /** The status line's words, e.g. {@code 404 Not Found}. */
        String status() {
            return Documents.status(Optional.of(head));
        }
    }

    /** Looks up together what {@link #earlier} is going to be asked for one by one. */
    void lookAhead(List<String> urls) {
        List<UrlKey> keys =
                urls.stream().map(UrlKey::of).filter(this::perhapsKnown).toList();
        if (!keys.isEmpty()) {
            ahead.putAll(store.read(tx -> tx.captures().lastGood(keys)));
        }
    }

    /** The last good capture of an address, with its validators. */
    Earlier earlier(String url) {
        UrlKey key = UrlKey.of(url);
        if (!perhapsKnown(key)) {
            return Earlier.NONE;
        }
        Optional<Capture> original = Optional.ofNullable(ahead.remove(key))
                .filter(capture -> capture.url().equals(url))
                .or(() -> lastGood(key, url));
        return original.flatMap(found -> Guarded.call(url, () -> validators(found), house.notices()))
                .orElse(Earlier.NONE);
    }

    /** The last capture of an address, whatever it brought. */
    Optional<Capture> last(String url) {
        UrlKey key = UrlKey.of(url);
        return perhapsKnown(key) ? store.read(tx -> tx.captures().latest(key)) : Optional.empty();
    }

    private Optional<Capture> lastGood(UrlKey key, String url) {
        return store.read(tx -> {
            Optional<Capture> last = tx.captures()
                    .latest(key, 200)
                    .filter(capture -> capture.url().equals(url) && capture.role() != Capture.Role.WALL);
            return last.flatMap(Capture::refersTo).isEmpty()
                    ? last
                    : tx.captures().original(last.get().refersTo().get());
        });
    }

    private boolean perhapsKnown(UrlKey key) {
        return seenKeys.map(keys -> keys.holds(key)).orElse(true);
    }

    private Earlier validators(Capture original) throws IOException {
        Optional<HttpHead> head = warcs.readHead(original);
        return new Earlier(
                Optional.of(original),
                head.flatMap(found -> found.first("ETag")),
                head.flatMap(found -> found.first("Last-Modified")));
    }

    /** A page, or a redirect on the way to one. */
    Kept page(Exchange exchange, Found found) {
        boolean redirect = exchange.responseHead().status() / 100 == 3
                && exchange.responseHead().first("Location").isPresent();
        Capture.Role role = redirect ? Capture.Role.REDIRECT : Capture.Role.PAGE;
        return keep(exchange, context(role, Optional.empty(), found, Optional.empty()), true);
    }

    /** A page that the server says is as it was. */
    Kept notModified(Exchange exchange, Earlier earlier, Found found) {
        return keep(exchange, context(Capture.Role.PAGE, Optional.empty(), found, earlier.original()), false);
    }

    /** A part of a page. */
    Kept requisite(Exchange exchange, Capture page, Optional<Capture> earlier) {
        Found found = new Found(Optional.of(page.url()), "E", Map.of());
        return keep(exchange, context(Capture.Role.REQUISITE, Optional.of(page), found, earlier), earlier.isEmpty());
    }

    /** A robots.txt as fetched on the way. */
    void robots(Exchange exchange) {
        keep(exchange, context(Capture.Role.ROBOTS, Optional.empty(), Found.by("P"), Optional.empty()), true);
    }

    private CaptureContext context(Capture.Role role, Optional<Capture> page, Found found, Optional<Capture> earlier) {
        return new CaptureContext(role, page.map(Capture::recordId), found.via(), found.hops(), earlier, found.facts());
    }

    private Kept keep(Exchange exchange, CaptureContext context, boolean mayRepeat) {
        Answer answer = Answer.of(exchange);
        PageScan.Seen seen = Guarded.call(exchange.url(), () -> PageScan.of(answer), house.notices())
                .orElse(PageScan.Seen.NOTHING);
        boolean asked = context.role() == Capture.Role.PAGE || context.role() == Capture.Role.REDIRECT;
        Optional<Wall> wall = asked
                ? Wall.of(answer, context, seen)
                        .or(() -> Guarded.call(exchange.url(), () -> StandIn.of(answer, seen), house.notices())
                                .flatMap(said -> said))
                : Optional.empty();
        UrlKey key = UrlKey.of(exchange.url());
        boolean known = context.earlier().isPresent()
                || perhapsKnown(key)
                        && store.read(tx -> tx.captures().latest(key)).isPresent();
        Optional<Capture> repeated = known && mayRepeat ? repeat(exchange, key) : context.earlier();
        long ticket = unindexed.begin();
        Optional<Capture> appended = Optional.empty();
        boolean entered = false;
        try {
            Capture capture = append(exchange, full(context, seen, wall, repeated));
            appended = Optional.of(capture);
            unindexed.appended(capture.location().file());
            seenKeys.ifPresent(keys -> keys.add(key));
            Optional<Version> version = Optional.empty();
            if (later.isPresent()) {
                later.get().add(new Waiting(capture, ticket));
            } else {
                version = index.index(capture, unindexed.only(ticket));
                unindexed.end(ticket);
            }
            entered = true;
            return new Kept(capture, exchange.responseHead(), version, known, seen, wall);
        } catch (IOException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        } finally {
            if (appended.isEmpty()) {
                unindexed.end(ticket);
            } else if (!entered) {
                house.leftBehind(
                        appended.get().location().file()); // and its ticket stays: the file is not wholly indexed
            }
        }
    }

    private static CaptureContext full(
            CaptureContext context, PageScan.Seen seen, Optional<Wall> wall, Optional<Capture> repeated) {
        Map<String, String> facts = new TreeMap<>(context.facts());
        wall.ifPresent(found -> facts.put("wall", found.words()));
        return new CaptureContext(
                wall.isPresent() && context.role() == Capture.Role.PAGE ? Capture.Role.WALL : context.role(),
                context.page(),
                context.via(),
                context.hopsFromSeed(),
                repeated,
                seen.outlinks(),
                facts);
    }

    /** Stores the records; the fetched body, which may lie in a file, is let go in any case. */
    private Capture append(Exchange exchange, CaptureContext context) throws IOException {
        try {
            PreparedCapture prepared = warcs.prepare(exchange, context);
            Capture capture = later.isPresent() ? warcs.appendUnforced(prepared) : warcs.append(prepared);
            house.wrote(capture);
            return capture;
        } finally {
            Documents.discard(exchange.body());
        }
    }

    /** Brings everything that was kept to the disk; before that nothing of it is acknowledged. */
    void force() {
        try {
            warcs.force();
        } catch (IOException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private void enter(List<Waiting> waiting) {
        boolean entered = false;
        try {
            force(); // the index names nothing that a power cut could take away
            index.enterRows(waiting.stream().map(Waiting::capture).toList());
            entered = true;
        } finally {
            if (!entered) {
                waiting.forEach(one -> house.leftBehind(one.capture().location().file()));
            }
        }
        waiting.forEach(one -> unindexed.end(one.ticket()));
        house.settled(unindexed.settled());
    }

    /** Brings what waits for the index into it. */
    void flush() {
        force();
        later.ifPresent(IndexLater::flush);
    }

    /** An earlier capture with the same payload under the same status and type: then a revisit says all there is to say. */
    private Optional<Capture> repeat(Exchange exchange, UrlKey key) {
        if (exchange.body().length() == 0 || exchange.truncated().isPresent()) {
            return Optional.empty();
        }
        return store.read(tx -> tx.captures().original(key, exchange.body().sha256()))
                .filter(original -> original.status() == exchange.responseHead().status());
    }

    /** The stored payload under the head that came with it: of a revisit, its original. */
    ArchivedResponse payload(Capture capture) throws IOException {
        Optional<Capture> original = capture.refersTo()
                .flatMap(named -> store.read(tx -> tx.captures().original(named)));
        return warcs.read(original.orElse(capture), named -> Optional.empty());
    }
}
