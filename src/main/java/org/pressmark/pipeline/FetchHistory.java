package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pressmark.config.Setting;
import org.pressmark.crawl.ListedMemento;
import org.pressmark.fetch.Fetcher;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Capture;
import org.pressmark.model.History;
import org.pressmark.model.History.Memento;
import org.pressmark.model.History.State;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.TimeSpec;

/**
 * Fetches what other archives have of a page: reads their list of captures, chooses, fetches each as it was stored, and keeps it
 * under its own date with that archive as the witness. What was fetched once is not fetched again, so it can be stopped at any
 * time and goes on where it was.
 */
public final class FetchHistory implements Closeable {
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    /** So many captures in a row that an archive lists and does not give are enough for now. */
    private static final int MOST_TROUBLES = 10;

    private final Pipeline house;
    private final Fetcher fetcher;
    private final PatientFetcher patient;
    private final MementoFetch mementos;
    private final KeepMemento keep;

    /**
     * Which captures are wanted.
     *
     * @param since captures of this time and later, in words as {@code URL@TIME} takes them, e.g. {@code 2020-05}
     * @param until captures of this time and earlier
     * @param limit at most so many are fetched this time
     * @param collapse whether of captures in a row with one payload digest only the first is wanted
     * @param listOnly whether nothing is to be fetched
     */
    public record Choice(
            Optional<String> since, Optional<String> until, int limit, boolean collapse, boolean listOnly) {}

    public FetchHistory(Pipeline house) throws IOException {
        house.needWritable();
        // Opens the archive, making it where it is missing.
        house.warcs();
        new CatchUp(house).run();
        this.house = house;
        KeepExchange robots = new KeepExchange(house);
        this.fetcher = house.fetcher(robots::robots);
        this.patient = new PatientFetcher(fetcher, house.settings().flag(Setting.FETCH_ROBOTS));
        this.mementos = new MementoFetch(patient);
        this.keep = new KeepMemento(house);
    }

    /**
     * Reads the list and fetches what is chosen.
     *
     * @param given the original's address; without a scheme, http is taken
     * @param archive the other archive's address, or that of its CDX server or TimeMaps; without a scheme, https is taken
     * @param each hears of each capture as it is done
     * @throws PipelineException where there is no list, or nothing in it
     */
    public History fetch(String given, String archive, Choice choice, BooleanSupplier stop, Consumer<Memento> each)
            throws IOException {
        String url = address(given, "http://").withoutFragment();
        WebAddress base = address(archive, "https://");
        Instant from = choice.since().map(words -> time(words).from()).orElse(Instant.MIN);
        Instant to = choice.until().map(words -> time(words).to()).orElse(Instant.MAX);
        OtherArchive.Listing listing;
        try {
            listing = new OtherArchive(patient, base.withoutFragment().replaceFirst("/+$", "")).list(url, from, to);
        } catch (PatientFetcher.NotNow e) {
            throw new PipelineException(Trouble.INPUT, "the list of captures cannot be read: " + e.getMessage(), e);
        }
        List<ListedMemento> chosen = chosen(listing.mementos(), from, to, choice.collapse());
        if (listing.mementos().isEmpty()) {
            throw new PipelineException(Trouble.NOT_FOUND, url + ": " + base.host() + " has no capture of it");
        }
        Run run = new Run(url, listing, choice);
        run.go(chosen, stop, each);
        return new History(
                url,
                archiveOf(base),
                listing.address(),
                listing.form(),
                listing.mementos().size(),
                run.done,
                run.left,
                run.notes);
    }

    /** Those between the two moments; of several in a row with one digest the first. */
    private static List<ListedMemento> chosen(List<ListedMemento> all, Instant from, Instant to, boolean collapse) {
        List<ListedMemento> out = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (ListedMemento one : all) {
            boolean within = !one.date().isBefore(from) && one.date().isBefore(to);
            boolean repeats =
                    collapse && one.digest().isPresent() && one.digest().equals(last);
            last = one.digest();
            if (within && !repeats) {
                out.add(one);
            }
        }
        return out;
    }

    private TimeSpec time(String words) {
        try {
            return TimeSpec.dated(words, house.clock());
        } catch (IllegalArgumentException e) {
            throw new PipelineException(Trouble.INPUT, words + ": " + e.getMessage(), e);
        }
    }

    private static WebAddress address(String given, String scheme) {
        return WebAddress.parse(given.contains("://") ? given : scheme + given)
                .filter(WebAddress::fetchable)
                .orElseThrow(() -> new PipelineException(Trouble.INPUT, given + ": expected an http or https address"));
    }

    private static String host(String address) {
        return WebAddress.parse(address).map(WebAddress::host).orElse(address);
    }

    private static String archiveOf(WebAddress base) {
        return base.origin().replaceFirst("^[a-z]+://", "");
    }

    /** One go through a list. */
    private final class Run {
        private final OtherArchive.Listing listing;
        private final Choice choice;
        private final Map<Instant, List<Capture>> known = new HashMap<>();
        private final Map<Instant, List<ListedMemento>> rows = new HashMap<>();
        private final List<Memento> done = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> prefixes;
        private int left;
        /** Hosts that want no more requests now; a list may name captures of several archives. */
        private final Set<String> tired = new HashSet<>();
        /** For each host, how many addresses in a row it did not give. */
        private final Map<String, Integer> troubles = new HashMap<>();

        Run(String url, OtherArchive.Listing listing, Choice choice) {
            this.listing = listing;
            this.choice = choice;
            this.prefixes = new ArrayList<>(listing.prefixes());
            notes.addAll(listing.notes());
            UrlKey key = UrlKey.of(url);
            house.store().read(tx -> tx.captures().of(key, 0, Integer.MAX_VALUE)).stream()
                    .filter(capture -> capture.kind() == Capture.Kind.MEMENTO)
                    .forEach(this::remember);
            listing.mementos()
                    .forEach(row -> rows.computeIfAbsent(row.date(), date -> new ArrayList<>())
                            .add(row));
        }

        private void remember(Capture capture) {
            known.computeIfAbsent(capture.date().truncatedTo(ChronoUnit.SECONDS), date -> new ArrayList<>())
                    .add(capture);
        }

        void go(List<ListedMemento> chosen, BooleanSupplier stop, Consumer<Memento> each) throws IOException {
            int fetched = 0;
            for (ListedMemento listed : chosen) {
                Optional<Capture> had = known(listed);
                if (choice.listOnly() || had.isPresent()) {
                    tell(
                            each,
                            had.map(capture -> memento(listed, address(capture), State.KNOWN, "", had))
                                    .orElseGet(() -> memento(listed, "", State.LISTED, "", Optional.empty())));
                } else if (fetched >= choice.limit() || stop.getAsBoolean() || restsWith(listed)) {
                    left++;
                } else {
                    fetched++;
                    one(listed, each);
                }
            }
        }

        private void one(ListedMemento listed, Consumer<Memento> each) throws IOException {
            String last = "";
            for (String address : addresses(listed)) {
                try {
                    MementoFetch.Given given = mementos.given(address);
                    troubles.remove(host(address));
                    Optional<Instant> date = given.date();
                    if (date.filter(this::impossible).isPresent()) {
                        last = address + ": that archive says that it was captured at " + date.get()
                                + ", which cannot be";
                        Documents.discard(given.exchange().body());
                        continue;
                    }
                    if (date.isEmpty()) {
                        last = address + ": HTTP "
                                + given.exchange().responseHead().status()
                                + " and no Memento-Datetime: that archive lists it and does not give it";
                        Documents.discard(given.exchange().body());
                        continue;
                    }
                    settle(address);
                    String url = given.original()
                            .filter(named -> !MementoAddress.same(named, listed.url())
                                    && UrlKey.of(named).equals(UrlKey.of(listed.url())))
                            .orElse(listed.url());
                    Optional<Capture> had = had(date.get(), given.exchange().url())
                            .filter(capture -> MementoAddress.same(capture.url(), url))
                            .findFirst();
                    if (had.isPresent()) {
                        Documents.discard(given.exchange().body());
                        tell(each, memento(listed, address(had.get()), State.KNOWN, "listed under two addresses", had));
                        return;
                    }
                    KeepMemento.Kept kept = keep.keep(listed, url, date.get(), given.exchange(), listing.address());
                    remember(kept.capture());
                    boolean exact = date.get().equals(listed.date()) && url.equals(listed.url());
                    String drift = exact
                            ? ""
                            : "that archive gave its capture of "
                                    + (url.equals(listed.url()) ? "" : url + " of ")
                                    + date.get()
                                    + " for it";
                    String remark = kept.remark().isEmpty() ? drift : kept.remark();
                    tell(
                            each,
                            memento(listed, given.exchange().url(), State.STORED, remark, Optional.of(kept.capture())));
                    return;
                } catch (PatientFetcher.NotNow e) {
                    last = String.valueOf(e.getMessage());
                    if (e instanceof PatientFetcher.NotThis
                            && troubles.merge(host(address), 1, Integer::sum) < MOST_TROUBLES) {
                        continue;
                    }
                    tired.add(host(address));
                    notes.add(host(address) + " cannot be asked any more now, the next run goes on here: " + last);
                    break;
                }
            }
            tell(each, memento(listed, "", State.FAILED, last, Optional.empty()));
        }

        /** No page was captured before there was a web, or tomorrow. */
        private boolean impossible(Instant date) {
            return date.isBefore(FIRST) || date.isAfter(house.clock().instant().plus(1, ChronoUnit.DAYS));
        }

        private boolean restsWith(ListedMemento listed) {
            return !tired.isEmpty() && addresses(listed).stream().allMatch(address -> tired.contains(host(address)));
        }

        /** Where a capture may be had as it was stored: where the list says, else where such archives have it. */
        private List<String> addresses(ListedMemento listed) {
            if (listed.memento().isPresent()) {
                String said = listed.memento().get();
                return List.of(MementoAddress.of(said).map(MementoAddress::raw).orElse(said));
            }
            String stamp = MementoAddress.stamp(listed.date());
            return prefixes.stream()
                    .map(prefix -> prefix + stamp + "id_/" + listed.url())
                    .toList();
        }

        /** The first address that gave something shows how that archive forms them. */
        private void settle(String address) {
            prefixes.removeIf(prefix -> prefixes.size() > 1 && !address.startsWith(prefix));
        }

        /**
         * The capture that a row of the list stands for, where it is here. Lists name one capture under several addresses (http
         * and https, with a slash and without), and several of one second too: a redirect and what it led to.
         */
        private Optional<Capture> known(ListedMemento listed) {
            String host =
                    listed.memento().or(() -> prefixes.stream().findFirst()).orElse(listing.address());
            List<Capture> then = had(listed.date(), host).toList();
            return then.stream()
                    .filter(capture -> MementoAddress.same(capture.url(), listed.url()))
                    .findFirst()
                    .or(() -> then.stream()
                            .filter(capture -> rows.getOrDefault(listed.date(), List.of()).stream()
                                    .filter(row -> MementoAddress.same(row.url(), capture.url()))
                                    .allMatch(row -> alike(row, listed)))
                            .findFirst());
        }

        private Stream<Capture> had(Instant date, String giver) {
            return known.getOrDefault(date.truncatedTo(ChronoUnit.SECONDS), List.of()).stream()
                    .filter(capture ->
                            capture.witness().equals(WebAddress.parse(giver).map(FetchHistory::archiveOf)));
        }

        private void tell(Consumer<Memento> each, Memento memento) {
            done.add(memento);
            each.accept(memento);
        }
    }

    /** Whether nothing that a list says of two captures of one second tells them apart. */
    private static boolean alike(ListedMemento one, ListedMemento other) {
        boolean status = one.status() == 0 || other.status() == 0 || one.status() == other.status();
        boolean digest = one.digest().isEmpty()
                || other.digest().isEmpty()
                || one.digest().equals(other.digest());
        return status && digest;
    }

    private static String address(Capture capture) {
        return capture.refersTo().map(Capture.Original::url).orElse("");
    }

    private static Memento memento(
            ListedMemento listed, String address, State state, String detail, Optional<Capture> stored) {
        return new Memento(
                listed.date(),
                address.isEmpty() ? listed.memento().orElse("") : address,
                stored.map(Capture::status).orElse(listed.status()),
                stored.map(Capture::mediaType).orElse(listed.mediaType()),
                listed.digest(),
                state,
                detail,
                stored.map(Capture::recordId));
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
