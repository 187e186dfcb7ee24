package org.pressmark.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.Chosen.Match;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.AddressVariants;
import org.pressmark.replay.MementoChoice;
import org.pressmark.replay.TimeSpec;

/** Finds the captures of an address, under other ways of writing it too, and chooses the one that answers best. */
final class Choosing {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Shelf shelf;
    private final InstantSource clock;

    Choosing(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** The captures under the first way of writing an address that has any. */
    private record Holding(String url, List<Capture> captures, boolean fuzzy) {}

    Chosen choose(Reference.Stored asked, Selection selection) {
        // An address may itself end in "@2024"; where it is stored so, it is meant so.
        Optional<Holding> whole = asked.when().isEmpty() ? Optional.empty() : literally(asked.whole());
        TimeSpec when = time(whole.isPresent() ? "" : asked.when());
        Holding holding =
                whole.or(() -> holding(asked.url(), selection.exact())).orElseThrow(() -> missing(asked.url()));
        Predicate<Capture> bounds = bounds(selection);
        List<Capture> all = holding.captures().stream().filter(bounds).toList();
        boolean first = when.latest()
                && selection.after().isPresent()
                && selection.before().isEmpty();
        TimeSpec wanted = first ? TimeSpec.parse("first", clock) : when;
        MementoChoice choice = MementoChoice.choose(showing(all, when), wanted)
                .orElseThrow(() -> outside(asked, holding, "between the times given"));
        boolean far = selection.exact() && !choice.exact()
                || selection
                        .within()
                        .filter(most -> choice.distance().compareTo(most) > 0)
                        .isPresent();
        if (far) {
            throw outside(asked, holding, selection.exact() ? "at " + asked.when() : "so near to " + asked.when());
        }
        Capture capture = choice.capture();
        Match match = holding.fuzzy()
                ? Match.FUZZY
                : withoutFragment(capture.url()).equals(withoutFragment(holding.url())) ? Match.EXACT : Match.CANONICAL;
        return new Chosen(
                capture,
                choice.distance(),
                choice.among(),
                match,
                capture.date().isBefore(when.from()));
    }

    /** All captures of an address, oldest first; empty where there are none under any way of writing it. */
    List<Capture> all(String url) {
        return holding(url, false).map(Holding::captures).orElse(List.of());
    }

    private Optional<Holding> holding(String url, boolean exact) {
        List<Capture> own = shelf.of(UrlKey.of(url));
        if (!own.isEmpty()) {
            return Optional.of(new Holding(url, LetterCase.asAsked(own, url), false));
        }
        return exact
                ? Optional.empty()
                : AddressVariants.of(url).stream()
                        .map(variant -> new Holding(variant, shelf.of(UrlKey.of(variant)), true))
                        .filter(holding -> !holding.captures().isEmpty())
                        .findFirst();
    }

    private Optional<Holding> literally(String url) {
        List<Capture> own = shelf.of(UrlKey.of(url)).stream()
                .filter(capture -> LetterCase.plain(capture.url()).equals(LetterCase.plain(url)))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Holding(url, own, false));
    }

    /**
     * Errors, redirects and walls are chosen only where nothing else is there, or where the very second of one is asked for.
     */
    private static List<Capture> showing(List<Capture> all, TimeSpec when) {
        boolean moment = !when.latest()
                && !when.first()
                && Duration.between(when.from(), when.to()).compareTo(MOMENT) <= 0;
        if (moment) {
            List<Capture> then =
                    all.stream().filter(capture -> when.holds(capture.date())).toList();
            if (!then.isEmpty()) {
                return then;
            }
        }
        return Stream.of(
                        all.stream()
                                .filter(ReplayCapture::showsSomething)
                                .filter(capture -> capture.role() != Capture.Role.WALL),
                        all.stream().filter(ReplayCapture::showsSomething))
                .map(Stream::toList)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(all);
    }

    private Predicate<Capture> bounds(Selection selection) {
        Optional<TimeSpec> before = selection.before().map(this::time);
        Optional<TimeSpec> after = selection.after().map(this::time);
        return capture -> before.filter(time -> !capture.date().isBefore(time.from()))
                        .isEmpty()
                && after.filter(time -> capture.date().isBefore(time.to())).isEmpty();
    }

    private PipelineException missing(String url) {
        if (shelf.damaged()) {
            return new PipelineException(
                    Trouble.DAMAGED,
                    url + ": not among what can be read of " + shelf.words() + ", which is damaged; get the file anew");
        }
        List<String> near = new NearAddresses(shelf).of(url);
        return new PipelineException(
                Trouble.NOT_FOUND,
                url + ": not in " + shelf.words()
                        + (near.isEmpty()
                                ? "; 'pressmark list' shows what is, 'pressmark capture " + url + "' stores it"
                                : "; 'pressmark capture " + url + "' stores it; near to it are:\n  "
                                        + String.join("\n  ", near)));
    }

    private PipelineException outside(Reference.Stored asked, Holding holding, String where) {
        List<Capture> all = holding.captures();
        TimeSpec when = time(asked.when());
        String nearest = MementoChoice.choose(showing(all, when), when)
                .map(choice -> choice.capture().date().toString())
                .orElse("none");
        return new PipelineException(
                Trouble.NOT_FOUND,
                asked.url() + ": no capture " + where + "; of " + all.size() + " from "
                        + all.get(0).date() + " to " + all.get(all.size() - 1).date() + " the nearest is of "
                        + nearest);
    }

    private TimeSpec time(String words) {
        try {
            return TimeSpec.parse(words, clock);
        } catch (IllegalArgumentException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
