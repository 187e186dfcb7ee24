package org.pressmark.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pressmark.config.Setting;
import org.pressmark.fetch.FetchRequest;
import org.pressmark.fetch.Fetcher;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Access;
import org.pressmark.model.Capture;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.NotModified;
import org.pressmark.model.FetchOutcome.Refused;
import org.pressmark.model.UrlKey;

/** Captures what a page needs to be seen as it was, and what its style sheets, frames and modules need in turn. */
final class CaptureRequisites {
    private static final int REDIRECTS = 3;

    private final Pipeline house;
    private final Fetcher fetcher;
    private final KeepExchange keep;
    private final CapturePage.Progress progress;
    /** Parts that several pages of one run share are asked for once. */
    private final Asked asked;

    CaptureRequisites(Pipeline house, Fetcher fetcher, KeepExchange keep, CapturePage.Progress progress) {
        this.house = house;
        this.fetcher = fetcher;
        this.keep = keep;
        this.progress = progress;
        this.asked = new Asked(house.clock());
    }

    /**
     * What became of a page's parts.
     *
     * @param stored how many are stored, revisits counted
     * @param missing addresses that could not be had, each with its reason
     */
    record Parts(int stored, List<String> missing) {
        static final Parts NONE = new Parts(0, List.of());
    }

    /** One address to be asked, and how many redirects led to it. */
    private record Wanted(String url, int redirects) {}

    Parts of(KeepExchange.Kept kept, Access access) {
        Capture page = kept.capture();
        Deque<Wanted> queue = new ArrayDeque<>();
        List<String> missing = new ArrayList<>();
        add(queue, kept, page.url());
        int most = house.settings().count(Setting.CAPTURE_MAX_REQUISITES);
        int stored = 0;
        int tried = 0;
        while (!queue.isEmpty()) {
            if (tried++ >= most) {
                missing.add(queue.size() + " more parts: the limit capture.max-requisites is " + most);
                break;
            }
            Wanted wanted = queue.remove();
            progress.fetching(wanted.url());
            Optional<KeepExchange.Kept> got = one(wanted, page, access, missing);
            if (got.isPresent()) {
                Capture part = got.get().capture();
                if (part.redirect().isPresent()) {
                    follow(queue, wanted, part.redirect().get(), missing);
                } else if (part.status() >= 400) {
                    missing.add(wanted.url() + ": HTTP " + part.status());
                } else {
                    stored++;
                    add(queue, got.get(), page.url());
                }
            }
        }
        return new Parts(stored, missing);
    }

    private Optional<KeepExchange.Kept> one(Wanted wanted, Capture page, Access access, List<String> missing) {
        if (house.journal().forgotten().since(UrlKey.of(wanted.url())).isPresent()) {
            missing.add(wanted.url() + ": was taken down");
            return Optional.empty();
        }
        Earlier earlier = keep.earlier(wanted.url());
        FetchOutcome outcome = fetcher.fetch(FetchRequest.requisite(wanted.url(), page.url())
                .withValidators(earlier.etag(), earlier.lastModified())
                .withAccess(access)
                .withObeyRobots(house.settings().flag(Setting.FETCH_ROBOTS)));
        if (outcome instanceof Fetched fetched) {
            return Optional.of(keep.requisite(fetched.exchange(), page, Optional.empty()));
        }
        if (outcome instanceof NotModified same) {
            return Optional.of(keep.requisite(same.exchange(), page, earlier.original()));
        }
        String why = outcome instanceof Refused refused ? refused.detail() : ((Failed) outcome).detail();
        missing.add(wanted.url() + ": " + why);
        return Optional.empty();
    }

    private void follow(Deque<Wanted> queue, Wanted from, String to, List<String> missing) {
        String next = WebAddress.parse(to).map(WebAddress::withoutFragment).orElse(to);
        if (from.redirects() == REDIRECTS) {
            missing.add(from.url() + ": more than " + REDIRECTS + " redirects");
        } else if (asked.first(next)) {
            queue.addFirst(new Wanted(next, from.redirects() + 1));
        }
    }

    /** The parts that a document names; what did not come again is read as it was stored. */
    private void add(Deque<Wanted> queue, KeepExchange.Kept kept, String page) {
        Capture stored = kept.capture();
        List<String> named = stored.kind() == Capture.Kind.REVISIT_NOT_MODIFIED
                ? Guarded.call(stored.url(), () -> PageRequisites.of(keep.payload(stored)), house.notices())
                        .orElse(List.of())
                : kept.seen().requisites();
        named.stream()
                .filter(url -> !url.equals(page))
                .filter(asked::first)
                .forEach(url -> queue.add(new Wanted(url, 0)));
    }
}
