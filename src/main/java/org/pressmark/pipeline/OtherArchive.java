package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.crawl.ListedMemento;
import org.pressmark.crawl.MementoList;
import org.pressmark.markup.ContentCoding;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;
import org.pressmark.pipeline.PipelineException.Trouble;

/**
 * Another archive, as far as its lists go: finds out whether it speaks CDX or Memento and at which address, and reads what it
 * has of a page. Where the captures themselves lie follows from where the list was found, or is said by the list.
 */
final class OtherArchive {
    private static final int ROWS = 5_000;
    private static final int MOST_LISTS = 500;
    private static final int MOST_MEMENTOS = 200_000;

    /** So many bytes of one list are read, its content-encoding undone. */
    private static final long LONGEST_LIST = 32L << 20;

    private final PatientFetcher fetcher;
    private final String base;
    /** What is odd about the lists, once each. */
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param base the archive's address, or that of its CDX server or its TimeMaps, without a slash at the end */
    OtherArchive(PatientFetcher fetcher, String base) {
        this.fetcher = fetcher;
        this.base = base;
    }

    /**
     * A place where a list may lie.
     *
     * @param prefixes what may stand before a timestamp where that archive gives its captures; none where its list says it
     */
    private record Place(String address, boolean cdx, List<String> prefixes) {}

    /**
     * What the archive has.
     *
     * @param address of the list
     * @param mementos of the page asked for alone
     * @param prefixes as in {@code <prefix>20240301123000id_/<url>}, the likeliest first
     * @param notes what is odd about it, in words
     */
    record Listing(
            String address, String form, List<ListedMemento> mementos, List<String> prefixes, List<String> notes) {}

    /** What it has of a page between two moments, in order; without entries where it has nothing. */
    Listing list(String url, Instant from, Instant to) throws IOException {
        Optional<Listing> empty = Optional.empty();
        List<String> tried = new ArrayList<>();
        for (Place place : places(url)) {
            Optional<Listing> listing = place.cdx() ? index(place, url, from, to) : timeMap(place, url);
            if (listing.isPresent() && !listing.get().mementos().isEmpty()) {
                return listing.get();
            }
            empty = empty.isPresent() ? empty : listing;
            tried.add(place.address());
        }
        return empty.orElseThrow(() -> new PipelineException(
                Trouble.INPUT,
                base + ": no list of captures was found there; asked were " + String.join(" ", tried)
                        + ". Name the address of its CDX server or of its TimeMaps (…/timemap/link/)"));
    }

    private List<Place> places(String url) {
        if (base.contains("/timemap/")) {
            return List.of(new Place(base + "/" + url, false, List.of()));
        }
        String root = base.endsWith("/web") ? base.substring(0, base.length() - "/web".length()) : base;
        if (base.endsWith("/cdx")) {
            String above = base.replaceFirst("(/cdx/search)?/cdx$", "");
            return List.of(new Place(base, true, List.of(above + "/web/", above + "/")));
        }
        return List.of(
                new Place(root + "/cdx/search/cdx", true, List.of(root + "/web/")),
                new Place(root + "/cdx", true, List.of(root + "/", root + "/web/")),
                new Place(root + "/timemap/link/" + url, false, List.of()),
                new Place(root + "/web/timemap/link/" + url, false, List.of()));
    }

    /** Reads an index some thousand rows at a time, each time from where the last rows ended. */
    private Optional<Listing> index(Place place, String url, Instant from, Instant to) throws IOException {
        LinkedHashSet<ListedMemento> all = new LinkedHashSet<>();
        String form = "";
        Instant next = from;
        while (all.size() < MOST_MEMENTOS) {
            String address = place.address() + "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)
                    + "&output=json&gzip=false&limit=" + ROWS
                    + (next.equals(Instant.MIN) ? "" : "&from=" + MementoAddress.stamp(next))
                    + (to.equals(Instant.MAX) ? "" : "&to=" + MementoAddress.stamp(to.minusSeconds(1)));
            Optional<MementoList> rows = read(address, url);
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            form = rows.get().form();
            List<ListedMemento> some = rows.get().mementos();
            boolean news = all.addAll(some);
            if (!news || some.size() < ROWS) {
                break;
            }
            next = some.get(some.size() - 1).date();
        }
        return Optional.of(listing(place, form, all, url, all.size() < MOST_MEMENTOS));
    }

    private Optional<Listing> timeMap(Place place, String url) throws IOException {
        Set<ListedMemento> all = new LinkedHashSet<>();
        Deque<String> lists = new ArrayDeque<>(List.of(place.address()));
        Set<String> seen = new HashSet<>();
        String form = "";
        while (!lists.isEmpty() && seen.size() < MOST_LISTS && all.size() < MOST_MEMENTOS) {
            String address = lists.remove();
            if (!seen.add(address)) {
                continue;
            }
            Optional<MementoList> list = read(address, url);
            if (list.isEmpty() && seen.size() == 1) {
                return Optional.empty();
            }
            form = list.map(MementoList::form).orElse(form);
            list.ifPresent(found -> {
                all.addAll(found.mementos());
                lists.addAll(found.more());
            });
        }
        boolean whole = all.size() < MOST_MEMENTOS && seen.size() < MOST_LISTS;
        return Optional.of(listing(place, form, all, url, whole));
    }

    /** Of what an archive lists, what is of this page: a list of other pages would have them kept under their addresses. */
    private Listing listing(Place place, String form, Set<ListedMemento> all, String url, boolean whole) {
        List<ListedMemento> own = all.stream()
                .filter(one -> MementoAddress.samePage(one.url(), url))
                .toList();
        if (own.size() < all.size()) {
            notes.add((all.size() - own.size()) + " entries of the list are of other pages and left out");
        }
        if (!whole) {
            notes.add("the list has no end; what is behind " + all.size() + " entries is left out");
        }
        return new Listing(place.address(), form, own, place.prefixes(), List.copyOf(notes));
    }

    /** The list at an address; empty where there is none. */
    private Optional<MementoList> read(String address, String url) throws IOException {
        Exchange exchange = fetcher.ask(address);
        try (InputStream in = exchange.body().open()) {
            HttpHead head = exchange.responseHead();
            if (head.status() != 200) {
                return Optional.empty();
            }
            ContentCoding.Decoded decoded = ContentCoding.decode(in, head.first("Content-Encoding"), LONGEST_LIST);
            if (decoded.truncated() || exchange.truncated().isPresent()) {
                notes.add("the list was cut, by the limits on what is read; it may lack captures: " + address);
            }
            byte[] text = decoded.bytes();
            WebAddress at = WebAddress.parse(exchange.url()).orElseThrow();
            return MementoList.read(new String(text, StandardCharsets.UTF_8), at, url);
        } finally {
            Documents.discard(exchange.body());
        }
    }
}
