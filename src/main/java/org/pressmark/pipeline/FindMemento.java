package org.pressmark.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pressmark.archive.RequestQuery;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.UrlKey;
import org.pressmark.replay.AddressVariants;
import org.pressmark.replay.MementoChoice;
import org.pressmark.store.Tx;

/** Finds the capture that answers a request for an address as of a time, and says how well it answers (RFC 7089 §4.1.1). */
public final class FindMemento {
    /** So many captures of one address are chosen among, where the answer is not among those beside the time asked for. */
    private static final int MOST = 20_000;

    /** So many on either side of the time are looked at first. */
    private static final int BESIDE = 200;

    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    /** Redirects followed through the index to see whether they lead back to where they began. */
    private static final int LONGEST_WAY = 30;

    private final Pipeline house;

    public FindMemento(Pipeline house) {
        this.house = house;
    }

    /** How the address asked for and the capture's own compare. */
    public enum Match {
        /** The same address. */
        EXACT,
        /** Another spelling with the same key. */
        CANONICAL,
        /** A spelling that other indexes take for another page. */
        FUZZY
    }

    /**
     * What was found.
     *
     * @param circle true where the archive holds nothing but redirects that lead back to this address
     */
    public record Found(Capture capture, Match match, boolean circle) {
        public Found {
            Objects.requireNonNull(capture);
        }
    }

    /** The captures before and after one, and the ends of the row; the capture itself is none of {@code prev} and {@code next}. */
    public record Neighbours(Capture first, Optional<Capture> prev, Optional<Capture> next, Capture last) {}

    /**
     * The capture of a page: one made in the very second that is asked for, else the nearest that shows something, else the
     * nearest at all; without a time the latest. A redirect that would lead back to itself gives way to the next-closest.
     */
    public Optional<Found> page(String url, Optional<Instant> asked) {
        return house.store().read(tx -> {
            Row row = row(tx, url, asked);
            return among(row, url, asked, capture -> true)
                    .map(first -> withoutCircle(tx, row, url, asked, first))
                    .map(found -> new Found(found.capture(), match(url, found.capture()), found.circle()));
        });
    }

    /**
     * The capture of a part of a page: one made in the course of the page's own capture, else the nearest to it.
     *
     * @param page when the page was captured, to the second
     */
    public Optional<Found> part(String url, Instant page) {
        return house.store()
                .read(tx -> new PartChoice(tx).nearest(url, page))
                .filter(capture -> capture.redirect().isEmpty())
                .map(capture -> new Found(capture, match(url, capture), false))
                .or(() -> page(url, Optional.of(page)));
    }

    /**
     * The nearest answer to a request that was no plain GET, and to no other one; without a time the latest. The index knows
     * such a request by its key, so none is called the same.
     */
    public Optional<Found> posted(String url, CdxLine.Request request, Optional<Instant> asked) {
        UrlKey key = UrlKey.of(request.appendedTo(url));
        Match match = RequestQuery.cut(request) ? Match.FUZZY : Match.CANONICAL;
        return house.store()
                .read(tx -> among(new Row(key, tx.captures().of(key, 0, MOST)), url, asked, any -> true))
                .map(capture -> new Found(capture, match, false));
    }

    /** The captures of an address in the order of time; none where nothing is stored under any spelling of it. */
    public List<Capture> row(String url, int offset, int limit) {
        return house.store().read(tx -> tx.captures().of(spelled(tx, url), offset, limit));
    }

    /** How many captures of an address there are. */
    public int count(String url) {
        return house.store().read(tx -> tx.captures().count(spelled(tx, url)));
    }

    /** A capture's place among those of its address, from 1; of captures of the same instant the first one's. */
    public int rank(Capture capture) {
        return 1 + house.store().read(tx -> tx.days().before(capture.key(), capture.date()));
    }

    /** What stands around a capture; captures of the same instant count as one. */
    public Neighbours around(Capture shown) {
        UrlKey key = shown.key();
        return house.store()
                .read(tx -> new Neighbours(
                        tx.captures().after(key, Instant.EPOCH).orElse(shown),
                        tx.captures().before(key, shown.date().minusNanos(1)),
                        tx.captures().after(key, shown.date().plusNanos(1)),
                        tx.captures().latest(key).orElse(shown)));
    }

    /** The key of the first spelling of an address that has captures; its own where none has. */
    private static UrlKey spelled(Tx tx, String url) {
        UrlKey own = UrlKey.of(url);
        if (tx.captures().latest(own).isPresent()) {
            return own;
        }
        return AddressVariants.of(url).stream()
                .map(UrlKey::of)
                .filter(key -> tx.captures().latest(key).isPresent())
                .findFirst()
                .orElse(own);
    }

    /** Captures of one address, oldest first: all of them, or enough around a time to choose from. */
    private record Row(UrlKey key, List<Capture> captures) {}

    /**
     * The captures among which the answer is: on either side of the time so many that one of them shows something, or all that
     * there are. Without a time, the last ones.
     */
    private static Row row(Tx tx, String url, Optional<Instant> asked) {
        UrlKey key = spelled(tx, url);
        Instant time = asked.orElse(LATEST);
        List<Capture> before = tx.captures().upTo(key, time.minusNanos(1), BESIDE);
        List<Capture> after = asked.isPresent() ? tx.captures().since(key, time, BESIDE) : List.of();
        List<Capture> all = new ArrayList<>(before);
        Collections.reverse(all);
        all.addAll(after);
        boolean others = all.stream().allMatch(capture -> LetterCase.other(capture, url));
        List<Capture> among =
                others || !enough(before) || !enough(after) ? tx.captures().of(key, 0, MOST) : all;
        return new Row(key, LetterCase.asAsked(among, url));
    }

    private static boolean enough(List<Capture> side) {
        return side.size() < BESIDE || side.stream().anyMatch(FindMemento::showsSomething);
    }

    private static Optional<Capture> among(Row row, String url, Optional<Instant> asked, Predicate<Capture> allowed) {
        List<Capture> all = row.captures().stream().filter(allowed).toList();
        Optional<Capture> named = asked.flatMap(time -> inSecond(all, url, time));
        if (named.isPresent()) {
            return named;
        }
        List<Capture> shown = all.stream().filter(FindMemento::showsSomething).toList();
        List<Capture> candidates = shown.isEmpty() ? all : shown;
        return asked.isPresent()
                ? MementoChoice.nearest(candidates, asked.get()).map(MementoChoice::capture)
                : candidates.stream().reduce((earlier, later) -> later);
    }

    /** A capture of the very second: the address as written before other spellings, a page before a redirect. */
    private static Optional<Capture> inSecond(List<Capture> all, String url, Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        List<Capture> same = all.stream()
                .filter(capture ->
                        capture.date().truncatedTo(ChronoUnit.SECONDS).equals(second))
                .filter(capture -> !leadsToItself(url, capture))
                .toList();
        return same.stream()
                .filter(capture -> sameAddress(url, capture.url()))
                .findFirst()
                .or(() -> same.stream().filter(FindMemento::showsSomething).findFirst())
                .or(() -> same.stream().findFirst());
    }

    /** A redirect to an address that this capture would be the answer to as well. */
    private static boolean leadsToItself(String url, Capture capture) {
        return capture.redirect()
                .filter(to -> UrlKey.of(to).equals(capture.key()))
                .filter(to -> sameAddress(to, capture.url()) || !sameAddress(url, capture.url()))
                .isPresent();
    }

    private static Found withoutCircle(Tx tx, Row row, String url, Optional<Instant> asked, Capture first) {
        Optional<Capture> ending = new Way(tx).ending(row, url, asked);
        return new Found(ending.orElse(first), Match.EXACT, ending.isEmpty());
    }

    /** Goes where a browser would be led from here, without reading a record. */
    private static final class Way {
        private final Tx tx;
        private final Set<String> underWay = new HashSet<>();
        private int steps;

        Way(Tx tx) {
            this.tx = tx;
        }

        /**
         * The first capture, in the order of choice, that shows something or leads to one that does, or out of the archive.
         * A redirect that leads back to a question under way counts for nothing, so that every address on a circle gets the
         * answer that it would get if it were asked for by itself.
         */
        Optional<Capture> ending(Row row, String url, Optional<Instant> asked) {
            String question = row.key() + " " + asked;
            if (!underWay.add(question)) {
                return Optional.empty();
            }
            Set<String> tried = new HashSet<>();
            Optional<Capture> next = among(row, url, asked, capture -> true);
            while (next.isPresent() && steps < LONGEST_WAY) {
                Capture capture = next.get();
                if (capture.redirect().isEmpty() || (!leadsToItself(url, capture) && leadsOn(capture))) {
                    underWay.remove(question);
                    return next;
                }
                tried.add(capture.recordId());
                next = among(row, url, asked, other -> !tried.contains(other.recordId()));
            }
            underWay.remove(question);
            return Optional.empty();
        }

        private boolean leadsOn(Capture redirect) {
            steps++;
            String to = redirect.redirect().orElseThrow();
            Optional<Instant> then = Optional.of(redirect.date().truncatedTo(ChronoUnit.SECONDS));
            Row there = row(tx, to, then);
            return there.captures().isEmpty() || ending(there, to, then).isPresent();
        }
    }

    private static Match match(String url, Capture capture) {
        return sameAddress(url, capture.url())
                ? Match.EXACT
                : UrlKey.of(url).equals(capture.key()) ? Match.CANONICAL : Match.FUZZY;
    }

    private static boolean sameAddress(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    private static String plain(String url) {
        return WebAddress.parse(url).map(WebAddress::withoutFragment).orElse(url);
    }

    static boolean showsSomething(Capture capture) {
        int status = capture.status();
        return status == 0 || status / 100 == 2 || capture.kind() == Capture.Kind.REVISIT_NOT_MODIFIED;
    }
}
