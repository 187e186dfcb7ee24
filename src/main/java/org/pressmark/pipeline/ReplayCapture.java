package org.pressmark.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.DamagedRecordException;
import org.pressmark.archive.MissingOriginalException;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.MementoChoice;
import org.pressmark.replay.TimeSpec;

/** Gives a stored page back: chooses the capture that was asked for and reads it. */
public final class ReplayCapture {
    /** So many captures of one address are chosen among; more than a capture every half hour for a year. */
    private static final int MOST = 20_000;

    private final Pipeline house;

    public ReplayCapture(Pipeline house) {
        this.house = house;
    }

    /**
     * Chooses among the captures of an address: the latest, the first, or the nearest to a time. Errors and redirects are
     * chosen only where nothing else was ever captured.
     *
     * @throws PipelineException NOT_FOUND where there is none, INPUT where the time cannot be read
     */
    public Chosen choose(Reference.Stored asked) {
        TimeSpec when = time(asked);
        UrlKey key = UrlKey.of(asked.url());
        List<Capture> all = house.store().read(tx -> tx.captures().of(key, 0, MOST));
        List<Capture> shown = all.stream().filter(ReplayCapture::showsSomething).toList();
        return MementoChoice.choose(shown.isEmpty() ? all : shown, when)
                .map(choice -> new Chosen(choice.capture(), choice.distance(), choice.among()))
                .orElseThrow(() -> new PipelineException(
                        Trouble.NOT_FOUND,
                        asked.url() + ": not in the archive " + house.folder() + "; 'pressmark list' shows what is, "
                                + "'pressmark capture " + asked.url() + "' stores it"));
    }

    /**
     * The capture that answers best: one made in the very second that is asked for, else the nearest that shows something,
     * else the latest; nothing where there is none.
     */
    public Optional<Capture> choose(String url, Optional<Instant> asked) {
        UrlKey key = UrlKey.of(url);
        List<Capture> all = house.store().read(tx -> tx.captures().of(key, 0, MOST));
        List<Capture> shown = all.stream().filter(ReplayCapture::showsSomething).toList();
        List<Capture> among = shown.isEmpty() ? all : shown;
        if (asked.isEmpty()) {
            return among.isEmpty() ? Optional.empty() : Optional.of(among.get(among.size() - 1));
        }
        Instant second = asked.get().truncatedTo(ChronoUnit.SECONDS);
        return all.stream()
                .filter(capture ->
                        capture.date().truncatedTo(ChronoUnit.SECONDS).equals(second))
                .findFirst()
                .or(() -> MementoChoice.nearest(among, asked.get()).map(MementoChoice::capture));
    }

    /** Lets a response's body go: a long one lies in a file meanwhile. */
    public void letGo(ArchivedResponse response) throws IOException {
        Documents.discard(response.body());
    }

    /** Reads a capture back, a revisit with its original's payload; to be let go when it is no longer needed. */
    public ArchivedResponse read(Capture capture) throws IOException {
        try {
            return house.warcs()
                    .read(
                            capture,
                            named -> house.store().read(tx -> tx.captures().original(named)));
        } catch (DamagedRecordException | MissingOriginalException e) {
            throw new PipelineException(Trouble.DAMAGED, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean showsSomething(Capture capture) {
        int status = capture.status();
        return status == 0 || status / 100 == 2 || capture.kind() == Capture.Kind.REVISIT_NOT_MODIFIED;
    }

    private TimeSpec time(Reference.Stored asked) {
        try {
            return TimeSpec.parse(asked.when(), house.clock());
        } catch (IllegalArgumentException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        }
    }
}
