package org.pressmark.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.config.Setting;
import org.pressmark.fetch.FetchRequest;
import org.pressmark.fetch.Fetcher;
import org.pressmark.markup.AddressKind;
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

    /** So long a host is believed that it has no icon at the place where browsers look for it. */
    private static final Duration NO_ICON = Duration.ofDays(30);

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
     * @param left how many were not asked for, since there are more than is allowed
     */
    record Parts(int stored, List<String> missing, int left) {
        static final Parts NONE = new Parts(0, List.of(), 0);
    }

    /**
     * One address to be asked.
     *
     * @param as what for it was named
     * @param redirects how many led to it
     * @param guessed nothing names it, and nothing is missing where it is not there
     */
    private record Wanted(String url, AddressKind as, int redirects, boolean guessed) {}

    Parts of(KeepExchange.Kept kept, Access access) {
        Capture page = kept.capture();
        Deque<Wanted> queue = new ArrayDeque<>();
        List<String> missing = new ArrayList<>();
        Map<String, AddressKind> named = named(kept, AddressKind.OTHER);
        add(queue, named, page.url());
        if (PageRequisites.page(page.mediaType()) && !named.containsValue(AddressKind.ICON)) {
            hostIcon(page.url()).ifPresent(queue::add);
        }
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
                } else if (part.status() < 400) {
                    stored++;
                    add(queue, named(got.get(), wanted.as()), page.url());
                } else if (!wanted.guessed()) {
                    missing.add(wanted.url() + ": HTTP " + part.status());
                }
            }
        }
        return new Parts(stored, missing, queue.size());
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
        if (!wanted.guessed()) {
            missing.add(wanted.url() + ": " + why);
        }
        return Optional.empty();
    }

    private void follow(Deque<Wanted> queue, Wanted from, String to, List<String> missing) {
        String next = WebAddress.parse(to).map(WebAddress::withoutFragment).orElse(to);
        if (from.redirects() == REDIRECTS) {
            missing.add(from.url() + ": more than " + REDIRECTS + " redirects");
        } else if (asked.first(next)) {
            queue.addFirst(new Wanted(next, from.as(), from.redirects() + 1, from.guessed()));
        }
    }

    private void add(Deque<Wanted> queue, Map<String, AddressKind> named, String page) {
        named.forEach((url, as) -> {
            if (!url.equals(page) && asked.first(url)) {
                queue.add(new Wanted(url, as, 0, false));
            }
        });
    }

    /** The parts that a document names; what did not come again, or tells its kind by its use alone, is read as it was stored. */
    private Map<String, AddressKind> named(KeepExchange.Kept kept, AddressKind as) {
        Capture stored = kept.capture();
        return stored.kind() == Capture.Kind.REVISIT_NOT_MODIFIED || as == AddressKind.MANIFEST
                ? Guarded.call(stored.url(), () -> PageRequisites.kinds(keep.payload(stored), as), house.notices())
                        .orElse(Map.of())
                : kept.seen().requisites();
    }

    /** Where a browser looks for the icon of a page that names none: asked for once a host. */
    private Optional<Wanted> hostIcon(String page) {
        return WebAddress.parse(page)
                .flatMap(address -> address.resolve("/favicon.ico"))
                .map(WebAddress::withoutFragment)
                .filter(asked::first)
                .filter(icon -> keep.last(icon)
                        .filter(last -> last.status() >= 400
                                && last.date().isAfter(house.clock().instant().minus(NO_ICON)))
                        .isEmpty())
                .map(icon -> new Wanted(icon, AddressKind.ICON, 0, true));
    }
}
